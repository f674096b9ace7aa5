import { describe, expect, it } from 'vitest';
import { explainAll } from '../../src/explain/explain-finding.ts';
import type { ConfigurationReader } from '../../src/gather/ports.ts';
import type { Configuration } from '../../src/model/configuration/configuration.ts';
import { applyPatches, type Patch } from '../../src/model/configuration/patch.ts';
import type { Finding } from '../../src/model/judgement/finding.ts';
import { read } from '../../src/model/judgement/outcome.ts';
import { plain } from '../../src/model/text.ts';
import type { TemplateWriter } from '../../src/publish/ports.ts';
import { fix, planOnly, type Rehearsed } from '../../src/run/fix.ts';
import {
  attributeChange,
  failed,
  finding,
  inputError,
  planReport,
  report,
  ruleResult,
  templateReason,
  verdict,
} from '../support/builders.ts';
import { templateOf } from '../support/template.ts';

const TEMPLATE = 'templates/a';

const HCL = `data "coder_workspace_owner" "me" {}
resource "example" "a" {
  name = data.coder_workspace_owner.me.name
  host = data.coder_workspace_owner.me.name
}
`;

function replacedBy(attribute: string, overrides: Partial<Finding> = {}): Finding {
  return finding({
    template: TEMPLATE,
    subject: { kind: 'resource', address: 'example.a' },
    details: { attributes: [attributeChange({ path: [attribute] })] },
    ...overrides,
  });
}

/** A world in which a template lies, and each rehearsal of it finds what the list says next. */
class World {
  readonly events: string[] = [];
  text = HCL;
  readonly #rounds: Rehearsed['report'][];

  constructor(...rounds: readonly Rehearsed['report'][]) {
    this.#rounds = [...rounds];
  }

  readonly rehearse = async (): Promise<Rehearsed> => {
    const next = this.#rounds.shift();
    if (next === undefined) throw new Error('Rehearsed more often than expected.');
    this.events.push('rehearse');
    const configuration: Configuration = await templateOf(this.text);
    const configurations: ConfigurationReader = {
      templateOf: () => undefined,
      readConfiguration: () => Promise.resolve(read([configuration])),
    };
    const findings = explainAll(configuration, next.findings);
    return { verdict: next.verdict, report: { ...next, findings }, configurations };
  };

  readonly writer: TemplateWriter = {
    writePatches: (directory: string, patches: readonly Patch[]) => {
      this.events.push(`write ${directory}`);
      this.text = applyPatches(this.text, patches) ?? 'the patches do not apply';
      return Promise.resolve();
    },
  };

  run() {
    return fix(this.rehearse, this.writer);
  }
}

const rehearsed = (findings: readonly Finding[], overrides: Partial<Rehearsed['report']> = {}) =>
  failed(findings, { plans: [planReport({ name: TEMPLATE, kind: 'rehearsal' })], ...overrides });

const clean = report({ plans: [planReport({ name: TEMPLATE, kind: 'rehearsal' })] });

describe('a fix', () => {
  it('is written, rehearsed again, and proven by what that shows', async () => {
    const world = new World(rehearsed([replacedBy('name')]), clean);
    const { verdict: judged, report: last } = await world.run();
    expect(world.events).toEqual(['rehearse', `write ${TEMPLATE}`, 'rehearse']);
    expect(world.text).toContain('ignore_changes = [name]');
    expect(judged.conclusion).toBe('pass');
    expect(last.fixes).toMatchObject([{ template: TEMPLATE, proof: { kind: 'proven' } }]);
    expect(last.fixes?.[0]?.diffs.join()).toContain('+    ignore_changes = [name]');
    expect(last.fixes?.[0]?.tradeOffs.map(plain)).toEqual([
      'A claimed workspace keeps the values of its prebuild in `name`.',
    ]);
  });

  it('goes on where fixing one replacement reveals another', async () => {
    const world = new World(rehearsed([replacedBy('name')]), rehearsed([replacedBy('host')]), clean);
    const { report: last } = await world.run();
    expect(world.text).toContain('ignore_changes = [name, host]');
    expect(last.fixes).toMatchObject([{ diffs: { length: 2 }, proof: { kind: 'proven' } }]);
  });

  it('ends where what is written does not help', async () => {
    const stubborn = rehearsed([replacedBy('name')]);
    const world = new World(stubborn, stubborn);
    const { report: last, verdict: judged } = await world.run();
    expect(world.events).toEqual(['rehearse', `write ${TEMPLATE}`, 'rehearse']);
    expect(last.fixes?.[0]?.proof).toMatchObject({ kind: 'not-proven' });
    expect(judged.conclusion).toBe('fail');
  });

  it.each([
    {
      second: report({
        plans: [planReport({ name: TEMPLATE, kind: 'rehearsal' })],
        verdict: verdict({ conclusion: 'inconclusive', exitCode: 2 }),
        rules: [ruleResult({ state: { kind: 'not-checked', reasons: [templateReason({ template: TEMPLATE })] } })],
      }),
      proof: 'not-proven',
      because: 'the second rehearsal did not see everything',
    },
    {
      second: report({
        plans: [planReport({ name: TEMPLATE, kind: 'rehearsal' })],
        rules: [ruleResult({ state: { kind: 'not-checked', reasons: [templateReason({ template: 'another' })] } })],
      }),
      proof: 'proven',
      because: 'what was not seen is of another template',
    },
    {
      second: report({ plans: [], errors: [inputError({ input: TEMPLATE })] }),
      proof: 'not-proven',
      because: 'the template could not be read any more',
    },
    {
      second: rehearsed([replacedBy('name', { subject: { kind: 'resource', address: 'example.gone' } })]),
      proof: 'not-proven',
      because: 'something else is replaced now',
    },
    {
      second: rehearsed([replacedBy('name', { ruleId: 'overbroad-ignore-changes', severity: 'notice' })]),
      proof: 'proven',
      because: 'what is given up for it is no replacement',
    },
  ])('is $proof where $because', async ({ second, proof }) => {
    const { report: last } = await new World(rehearsed([replacedBy('name')]), second).run();
    expect(last.fixes).toMatchObject([{ proof: { kind: proof } }]);
  });

  const holding = (findings: readonly Finding[], ...resources: readonly string[]) =>
    rehearsed(findings, { plans: [planReport({ name: TEMPLATE, kind: 'rehearsal', resources })] });

  it.each([
    {
      second: holding([], 'example.a', 'example.b'),
      because: 'there is more than before',
    },
    { second: holding([]), because: 'there is less than before' },
    {
      second: holding([replacedBy('name', { ruleId: 'claim-update', severity: 'warning' })], 'example.a'),
      because: 'a warning is new',
    },
    { second: report({ plans: [], errors: [inputError({ input: TEMPLATE })] }), because: 'it cannot be read any more' },
    {
      second: report({
        plans: [planReport({ name: TEMPLATE, kind: 'rehearsal' })],
        rules: [ruleResult({ state: { kind: 'not-checked', reasons: [templateReason({ template: TEMPLATE })] } })],
      }),
      because: 'it cannot be planned any more',
    },
  ])('is taken back where $because', async ({ second }) => {
    const world = new World(holding([replacedBy('name')], 'example.a'), second);
    const { report: last, verdict: judged } = await world.run();
    expect(world.text).toBe(HCL);
    expect(last.fixes).toMatchObject([{ proof: { kind: 'not-proven' }, unwritten: 'taken-back' }]);
    expect(judged.conclusion).toBe('fail');
  });

  it('is proven where only the keys of instances are other ones', async () => {
    const second = holding([], 'example.a["11111111"]');
    const world = new World(holding([replacedBy('name')], 'example.a["prebuilds"]'), second);
    expect((await world.run()).report.fixes).toMatchObject([{ proof: { kind: 'proven' } }]);
  });

  it('is printed and not written where that is asked for', async () => {
    const world = new World(rehearsed([replacedBy('name')]));
    const { report: only } = await planOnly(world.rehearse);
    expect(world.events).toEqual(['rehearse']);
    expect(world.text).toBe(HCL);
    expect(only.fixes).toMatchObject([{ unwritten: 'dry-run', proof: { kind: 'not-proven' } }]);
    expect(only.fixes?.[0]?.diffs.join()).toContain('+    ignore_changes = [name]');
  });

  it('of two templates that share a file is written once', async () => {
    const both = (findings: readonly Finding[]) =>
      failed(findings, {
        plans: [TEMPLATE, 'templates/b'].map((name) => planReport({ name, kind: 'rehearsal' })),
      });
    const first = both([replacedBy('name'), replacedBy('name', { template: 'templates/b' })]);
    const world = new World(first, both([]));
    const { report: last } = await fix(world.rehearse, world.writer);
    expect(world.events).toEqual(['rehearse', `write ${TEMPLATE}`, 'rehearse']);
    expect(world.text.match(/ignore_changes/g)).toHaveLength(1);
    expect(last.fixes).toMatchObject([
      { template: TEMPLATE, proof: { kind: 'proven' } },
      { template: 'templates/b', proof: { kind: 'proven' } },
    ]);
  });

  it('waits for the next round where two templates want different edits of one file', async () => {
    const both = (findings: readonly Finding[]) =>
      failed(findings, {
        plans: [TEMPLATE, 'templates/b'].map((name) => planReport({ name, kind: 'rehearsal' })),
      });
    const other = replacedBy('host', { template: 'templates/b' });
    const world = new World(both([replacedBy('name'), other]), both([other]), both([]));
    const { report: last } = await fix(world.rehearse, world.writer);
    expect(world.text).toContain('ignore_changes = [name, host]');
    expect(last.fixes?.map(({ proof }) => proof.kind)).toEqual(['proven', 'proven']);
  });

  it.each([
    { first: clean, because: 'nothing is found' },
    {
      first: rehearsed([replacedBy('name', { details: { waiver: { reason: 'known', until: '2027-01-01' } } })]),
      because: 'the user accepted it',
    },
    { first: rehearsed([replacedBy('id')]), because: 'the provider computes what forces it' },
    { first: rehearsed([replacedBy('name', { template: 'templates/b' })]), because: 'it is in another template' },
  ])('is not written where $because, and nothing is rehearsed twice', async ({ first }) => {
    const world = new World(first);
    const { report: last } = await world.run();
    expect(world.events).toEqual(['rehearse']);
    expect(last.fixes).toEqual([]);
    expect(world.text).toBe(HCL);
  });
});
