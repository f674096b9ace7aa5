import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { locateAttribute, locateResource } from '../../../src/explain/locate.ts';
import { createConfigurationReader } from '../../../src/gather/hcl/configuration-reader.ts';
import { repositoryRoot } from '../../../src/gather/hcl/repository-root.ts';
import { UserError } from '../../../src/model/user-error.ts';

let away: string;
beforeEach(() => {
  away = realpathSync(mkdtempSync(join(tmpdir(), 'prebuild-guard-reader-')));
});
afterEach(() => rmSync(away, { recursive: true }));

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(away, path, '..'), { recursive: true });
    writeFileSync(join(away, path), text);
  }
}

async function read(directory: string, candidates: readonly string[] = [], initialised?: string) {
  const source = await createConfigurationReader(candidates).readConfiguration(
    join(away, directory),
    initialised === undefined ? undefined : join(away, initialised),
  );
  const [configuration] = source.kind === 'read' ? source.items : [];
  if (source.kind !== 'read' || configuration === undefined) throw new Error('Nothing was read.');
  return { configuration, gaps: source.gaps };
}

const RESOURCE = 'resource "example" "a" {\n  x = 1\n}\n';

describe('the template of a plan', () => {
  it.each([
    { files: ['main.tf'], found: true, because: 'files of it lie beside the plan' },
    { files: ['main.tf.json'], found: true, because: 'JSON is as good' },
    { files: ['main.tofu'], found: true, because: 'OpenTofu reads it' },
    { files: ['main.tofu.json'], found: true, because: 'OpenTofu reads it' },
    { files: [], found: false, because: 'there are no files' },
    { files: ['inner/main.tf'], found: false, because: 'those of a folder are another module' },
    { files: ['main.tf.bak', 'notes.md'], found: false, because: 'Terraform would not read them' },
  ])('is found: $found, because $because', ({ files, found }) => {
    write({ 'plan.json': '{}', ...Object.fromEntries(files.map((file) => [file, RESOURCE])) });
    const { templateOf } = createConfigurationReader([]);
    expect(templateOf(join(away, 'plan.json'))).toBe(found ? away : undefined);
  });

  it('is not known of a plan from standard input, or of one that is not there', () => {
    const { templateOf } = createConfigurationReader([]);
    expect(templateOf('-')).toBeUndefined();
    expect(templateOf(join(away, 'missing', 'plan.json'))).toBeUndefined();
  });
});

describe('a template that OpenTofu reads, too', () => {
  const named = (name: string): string => `resource "example" "${name}" {\n  x = 1\n}\n`;
  const files = {
    'main.tf': named('terraform'),
    'main.tofu': `${named('opentofu')}module "box" {\n  source = "./box"\n}\n`,
    'late_override.tofu': 'resource "example" "opentofu" {\n  x = 2\n}\n',
    'box/main.tf': named('terraform'),
    'box/main.tofu': named('opentofu'),
  };
  const resourcesOf = async (initialised?: string) => {
    const { configuration } = await read('t', [], initialised);
    return [...configuration.modules.values()].flatMap(({ path, resources }) =>
      [...resources.keys()].map((address) => [...path, address].join(' ')),
    );
  };
  const lock = (host: string): string => `provider "${host}/coder/coder" {}\n`;

  it.each([
    { where: 't', host: undefined, read: ['example.terraform'] },
    { where: 't', host: 'registry.terraform.io', read: ['example.terraform'] },
    { where: 't', host: 'registry.opentofu.org', read: ['example.opentofu', 'box example.opentofu'] },
    { where: 'copy', host: 'registry.opentofu.org', read: ['example.opentofu', 'box example.opentofu'] },
  ])('is read as by the program that initialised it: $host in $where', async ({ where, host, read: expected }) => {
    write({ 't/main.tf': '' });
    for (const [name, text] of Object.entries(files)) write({ [`t/${name}`]: text });
    if (host !== undefined) write({ [`${where}/.terraform.lock.hcl`]: lock(host) });
    expect(await resourcesOf(host === undefined ? undefined : where)).toEqual(expected);
  });

  it('has overrides of the same kind', async () => {
    write({ 't/main.tofu': named('opentofu'), 't/late_override.tofu': files['late_override.tofu'] });
    const { configuration } = await read('t');
    expect(configuration.texts.size).toBe(2);
    expect(locateAttribute(configuration, 'example.opentofu', ['x'])?.file).toMatch(/late_override\.tofu$/);
  });
});

describe('the root that locations are relative to', () => {
  it('is the checkout, from whatever folder the run is started', async () => {
    write({ 'templates/docker/main.tf': RESOURCE });
    execFileSync('git', ['init', '--quiet'], { cwd: away });
    const { configuration } = await read('templates/docker', [join(away, 'templates')]);
    expect(locateResource(configuration, 'example.a')?.file).toBe('templates/docker/main.tf');
  });

  it('is the worktree, whose `.git` is a file', () => {
    write({ 'inner/main.tf': RESOURCE, '.git': 'gitdir: elsewhere\n' });
    expect(repositoryRoot(join(away, 'inner'), [])).toBe(away);
  });

  it.each([
    { candidates: ['missing', 'workspace'], root: 'workspace', because: 'the first that is there and holds it' },
    { candidates: ['other'], root: 'workspace/templates/a', because: 'no candidate holds it, so it stands alone' },
    { candidates: ['workspace/templates/a'], root: 'workspace/templates/a', because: 'it may be the root itself' },
    {
      candidates: ['workspace/templates/a/b'],
      root: 'workspace/templates/a',
      because: 'what is below it does not hold it',
    },
    {
      candidates: ['workspace/temp'],
      root: 'workspace/templates/a',
      because: 'a beginning of its name does not hold it',
    },
  ])('is $root without a checkout: $because', ({ candidates, root }) => {
    write({
      'workspace/templates/a/main.tf': RESOURCE,
      'other/x': '',
      'workspace/temp/x': '',
      'workspace/templates/a/b/x': '',
    });
    const paths = candidates.map((candidate) => join(away, candidate));
    expect(repositoryRoot(join(away, 'workspace/templates/a'), paths)).toBe(join(away, root));
  });

  it('is the same for a template that is reached through a link', async () => {
    write({ 'workspace/real/main.tf': RESOURCE });
    symlinkSync(join(away, 'workspace', 'real'), join(away, 'workspace', 'linked'));
    const { configuration } = await read('workspace/linked', [join(away, 'workspace')]);
    expect(locateResource(configuration, 'example.a')?.file).toBe('real/main.tf');
  });
});

describe('the files of a template', () => {
  it('include those of a module beside it', async () => {
    write({ 'templates/a/main.tf': 'module "m" {\n  source = "../shared"\n}\n', 'templates/shared/main.tf': RESOURCE });
    const { configuration } = await read('templates/a', [away]);
    expect(locateResource(configuration, 'module.m.example.a')?.file).toBe('templates/shared/main.tf');
  });

  it('include modules that were fetched elsewhere, located at their call', async () => {
    write({
      'a/main.tf': 'module "m" {\n  source = "example.com/m"\n}\n',
      'copy/.terraform/modules/modules.json': '{"Modules":[{"Key":"m","Dir":".terraform/modules/m"}]}',
      'copy/.terraform/modules/m/main.tf': RESOURCE,
    });
    const { configuration } = await read('a', [away], 'copy');
    expect(configuration.modules.get('m')?.resources.has('example.a')).toBe(true);
    expect(locateAttribute(configuration, 'module.m.example.a', ['x'])).toMatchObject({ file: 'a/main.tf', line: 1 });
  });

  it('leave a gap for each that cannot be read, and are read all the same', async () => {
    write({ 'main.tf': RESOURCE, 'broken.tf': 'locals {\n', 'latin1.tf': '' });
    writeFileSync(join(away, 'latin1.tf'), Buffer.from([0x23, 0xe4, 0x0a]));
    const { configuration, gaps } = await read('.', [away]);
    expect(gaps.map(({ code }) => code).toSorted()).toEqual(['broken-configuration', 'unreadable-configuration']);
    expect(locateResource(configuration, 'example.a')).toBeDefined();
  });

  it('leave a gap where a module calls itself', async () => {
    write({ 'main.tf': 'module "again" {\n  source = "./"\n}\n' });
    expect((await read('.')).gaps.map(({ code }) => code)).toEqual(['endless-modules']);
  });

  it('are read once, whatever plans they are read for', async () => {
    write({ 'main.tf': RESOURCE });
    const reader = createConfigurationReader([]);
    const first = await reader.readConfiguration(away);
    writeFileSync(join(away, 'main.tf'), '');
    expect(await reader.readConfiguration(away)).toBe(first);
  });

  it.each(['missing', 'main.tf'])('are not looked for in %s, which is no directory', async (name) => {
    write({ 'main.tf': RESOURCE });
    await expect(read(name)).rejects.toThrow(UserError);
  });
});
