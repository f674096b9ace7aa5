import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createPlanReader, parsePlan } from '../../../src/gather/plan/read-plan.ts';
import { Refusal } from '../../../src/gather/plan/text/refusal.ts';
import { isReplacement } from '../../../src/model/plan/plan.ts';
import { plain } from '../../../src/model/text.ts';
import { UserError } from '../../../src/model/user-error.ts';

const ROOT = 'fixtures/plans';
const filesIn = (folder: string) => readdirSync(`${ROOT}/${folder}`).map((name) => `${ROOT}/${folder}/${name}`);
const reader = createPlanReader();

/** By the plain rule, from the raw JSON, without any of our code. */
function replacedIn(json: string): readonly string[] {
  const { resource_changes: changes = [] } = JSON.parse(json) as {
    resource_changes?: readonly { address: string; change?: { actions?: readonly string[] } }[];
  };
  return changes
    .filter(({ change }) => {
      const actions = change?.actions ?? [];
      return actions.includes('create') && (actions.includes('delete') || actions.includes('forget'));
    })
    .map(({ address }) => address);
}

async function replacedAsRead(path: string): Promise<readonly string[]> {
  const { plan } = await reader.readPlan(path, 'none');
  return plan.changes.filter(isReplacement).map(({ address }) => address);
}

describe('a plan', () => {
  it.each([...filesIn('valid'), ...filesIn('local')])(
    '%s is read, with the resources that it replaces',
    async (path) => {
      expect(await replacedAsRead(path)).toEqual(replacedIn(readFileSync(path, 'utf8')));
    },
  );

  it('replaces something in most of these files, so that the comparison means something', async () => {
    const counts = await Promise.all(filesIn('local').map(async (path) => (await replacedAsRead(path)).length));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(487);
  });
});

describe('a plan in another encoding or among noise', () => {
  const clean = readFileSync(`${ROOT}/valid/real-p1.json`, 'utf8');

  it.each([
    ['crlf-pretty.json', undefined],
    ['leading-blank-lines.json', undefined],
    ['pretty-sorted-keys.json', undefined],
    ['setup-terraform-v1.txt', /setup-terraform/],
    ['setup-terraform-v2-command-only.txt', /setup-terraform/],
    ['stderr-warning-first.txt', /command line/],
    ['terragrunt-log-prefix.txt', /Terragrunt/],
    ['terragrunt-module-prefix.txt', /Terragrunt/],
    ['trailing-nul.json', /NUL/],
    ['utf16be-bom.json', /UTF-16/],
    ['utf16be-nobom.json', /UTF-16/],
    ['utf16le-bom.json', /UTF-16/],
    ['utf16le-nobom.json', /UTF-16/],
    ['utf8-bom.json', /byte order mark/],
  ])('%s is read once, with the notice %s', async (name, notice) => {
    const { plan, notices } = await reader.readPlan(`${ROOT}/noisy/${name}`, 'none');
    expect(plan.changes.filter(isReplacement).map(({ address }) => address)).toEqual(replacedIn(clean));
    if (notice === undefined) expect(notices).toEqual([]);
    else expect(notices.map(plain).join('\n')).toMatch(notice);
  });

  it('is every file of the folder', () => {
    expect(filesIn('noisy')).toHaveLength(14);
  });
});

/** What each message must say beside the name of the input. */
const REFUSED: Readonly<Record<string, RegExp>> = {
  'array.json': /JSON array/,
  'binary.tfplan': /binary plan; run `terraform show -json/,
  'cloud-bookmark.tfplan': /bookmark of a plan in HCP Terraform/,
  'empty-state.json': /empty state/,
  'empty.json': /is empty/,
  'format-2.0.json': /`format_version` later than 1.*update/,
  'git-lfs-pointer.json': /Git LFS.*`lfs: true`/,
  'gzip.json.gz': /gzip.*`gunzip`/,
  'html-error.html': /web page/,
  'human-ansi.txt': /Terraform's text format/,
  'human-color.txt': /Terraform's text format/,
  'human.txt': /Terraform's text format/,
  'null.json': /single JSON value/,
  'object.json': /not a plan or another/,
  'output.json': /terraform output -json/,
  'plan-stream.ndjson': /log of `terraform plan -json`/,
  'providers-schema.json': /providers schema/,
  'raw-tfstate-v4.json': /state file/,
  'rc-not-array.json': /`resource_changes` that are not a list/,
  'state-show.json': /is a state, not a plan/,
  'string.json': /JSON string/,
  'tofu-encrypted.tfplan': /OpenTofu encrypted/,
  'tofu-show-config.json': /is a configuration/,
  'truncated-65536.json': /ends early, after 16000 bytes/,
  'truncated-last-byte.json': /ends early, after 41550 bytes/,
  'two-plans-newline.json': /more than one JSON document.*Terragrunt/,
  'two-plans-no-newline.json': /more than one JSON document.*Terragrunt/,
  'validate.json': /terraform validate -json/,
  'version.json': /terraform version -json/,
  'whitespace.json': /is empty/,
};

const ACCEPTED: Readonly<Record<string, RegExp>> = {
  'format-missing.json': /no `format_version`/,
  'format-number.json': /`format_version` is a number/,
};

describe('what is no plan', () => {
  it('is every file of the folder, but for those that are read with a notice', () => {
    const names = readdirSync(`${ROOT}/wrong`);
    expect(names.toSorted()).toEqual([...Object.keys(REFUSED), ...Object.keys(ACCEPTED)].toSorted());
  });

  it.each(Object.entries(REFUSED))('%s is refused in one sentence that names it and says %s', async (name, message) => {
    const path = `${ROOT}/wrong/${name}`;
    const error = await reader.readPlan(path, 'none').catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(UserError);
    expect((error as UserError).message).toMatch(message);
    expect((error as UserError).message.startsWith(`\`${path}\` `)).toBe(true);
    expect((error as UserError).message).not.toContain('\n');
  });

  it.each(Object.entries(ACCEPTED))(
    '%s is read with a notice, since its list of changes is there',
    async (name, notice) => {
      const { plan, notices } = await reader.readPlan(`${ROOT}/wrong/${name}`, 'none');
      expect(plan.changes.filter(isReplacement)).toHaveLength(19);
      expect(notices.map(plain).join('\n')).toMatch(notice);
    },
  );
});

describe('a plan that PowerShell read in another code page', () => {
  const broken = '{"format_version":"1.2","variables":{"x":{"value":"\u8aa0?}},"resource_changes":[]}';
  const refusal = (bytes: Buffer): string => {
    try {
      parsePlan(bytes, 'none');
    } catch (error) {
      return error instanceof Refusal ? error.about('plan.json').message : String(error);
    }
    return 'was read';
  };

  it.each([
    ['UTF-16 with a mark', Buffer.from(`\uFEFF${broken}`, 'utf16le'), true],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${broken}`), true],
    ['UTF-8, with characters lost', Buffer.from(broken.replace('?', '\uFFFD')), true],
    ['and cut in its last string', Buffer.from(`\uFEFF{"a":"\u8aa0`), true],
    ['UTF-8 as it should be, and broken elsewhere', Buffer.from(broken), false],
    [
      'UTF-16, and broken where all is ASCII',
      Buffer.from(`\uFEFF{"a":"\u8aa0","${'b'.repeat(2000)}":}`, 'utf16le'),
      false,
    ],
  ])('%s is told so: %s', (_, bytes, isTold) => {
    expect(/PowerShell read.*OutputEncoding/.test(refusal(bytes))).toBe(isTold);
  });

  it('is read where the JSON came through whole', () => {
    expect(refusal(Buffer.from(`\uFEFF${broken.replace('?', '"')}`, 'utf16le'))).toBe('was read');
  });
});
