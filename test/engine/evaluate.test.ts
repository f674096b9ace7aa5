import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/engine/evaluate.ts';
import { aboutResource } from '../../src/model/judgement/finding.ts';
import { checked } from '../../src/model/judgement/outcome.ts';
import type { Rule, Violation } from '../../src/model/judgement/rule.ts';
import { RULES } from '../../src/rules/index.ts';
import {
  attributeChange,
  claimContext,
  claimOf,
  notChecked,
  replacement,
  resourceAt,
  snapshot,
  template,
} from '../support/builders.ts';

function ruleThat(evaluate: Rule['evaluate'], overrides: Partial<Rule> = {}): Rule {
  return {
    id: 'some-problem',
    group: 'template',
    severity: 'error',
    summary: 'Something is the matter.',
    since: '0.1.0',
    evaluate,
    explain: () => ({ what: ['what'], why: ['why'], remedy: ['remedy'] }),
    ...overrides,
  };
}

const violation = (address: string, overrides: Partial<Violation> = {}): Violation => ({
  subject: aboutResource(address),
  evidence: 'measured',
  data: undefined,
  ...overrides,
});

const finds = (...violations: readonly Violation[]) => ruleThat(() => checked(violations));

describe('the state of a rule', () => {
  it.each([
    { rule: finds(), state: 'checked', because: 'it could see everything' },
    {
      rule: ruleThat(() => ({ kind: 'not-checked', items: [], reasons: [notChecked()] })),
      state: 'not-checked',
      because: 'it could not',
    },
    {
      rule: ruleThat(() => ({ kind: 'not-configured', items: [] })),
      state: 'not-configured',
      because: 'nobody gave it a source',
    },
  ])('is $state, because $because', ({ rule, state }) => {
    expect(evaluate([snapshot()], [rule], new Map()).rules).toMatchObject([{ state: { kind: state } }]);
  });

  it('is off where the user says so, and then it is not asked', () => {
    const rule = ruleThat(() => {
      throw new Error('it was asked');
    });
    expect(evaluate([snapshot()], [rule], new Map([['some-problem', 'off']])).rules).toMatchObject([
      { state: { kind: 'off' } },
    ]);
  });

  it('is not checked as soon as one template is not, and names it', () => {
    const rule = ruleThat(({ name }) =>
      name === 'b' ? { kind: 'not-checked', items: [], reasons: [notChecked()] } : checked([]),
    );
    const { rules } = evaluate([snapshot({ name: 'a' }), snapshot({ name: 'b' })], [rule], new Map());
    expect(rules).toMatchObject([{ state: { kind: 'not-checked', reasons: [{ template: 'b' }] } }]);
  });

  it.each([
    { prebuildEnabled: false, asked: false, because: 'it has no prebuilds to lose' },
    { prebuildEnabled: undefined, asked: true, because: 'it may have some' },
    { prebuildEnabled: true, asked: true, because: 'it has some' },
  ])('a template with prebuilds $prebuildEnabled is judged: $asked, because $because', ({ prebuildEnabled, asked }) => {
    const given = snapshot({ template: template({ prebuildEnabled }) });
    const { findings, rules } = evaluate([given], [finds(violation('a.b'))], new Map());
    expect(findings).toHaveLength(asked ? 1 : 0);
    expect(rules).toMatchObject([{ state: { kind: 'checked' } }]);
  });
});

describe('the severity of a finding', () => {
  it.each([
    { chosen: undefined, own: undefined, evidence: 'measured', severity: 'error', because: 'the rule says so' },
    { chosen: undefined, own: 'notice', evidence: 'measured', severity: 'notice', because: 'this case is milder' },
    { chosen: 'warning', own: 'notice', evidence: 'measured', severity: 'warning', because: 'the user says so' },
    { chosen: 'error', own: undefined, evidence: 'predicted', severity: 'warning', because: 'no provider was asked' },
    {
      chosen: 'notice',
      own: undefined,
      evidence: 'predicted',
      severity: 'notice',
      because: 'the user wants it milder',
    },
  ] as const)('is $severity, because $because', ({ chosen, own, evidence, severity }) => {
    const rule = finds(violation('a.b', { evidence, ...(own === undefined ? {} : { severity: own }) }));
    const policy = new Map(chosen === undefined ? [] : [['some-problem', chosen] as const]);
    expect(evaluate([snapshot()], [rule], policy).findings).toMatchObject([{ severity }]);
  });
});

it('several claims that show one problem make one finding: that which shows most, seen in all', () => {
  const small = claimContext({ preset: 'Small' });
  const large = claimContext({ preset: 'Large' });
  const rule = finds(
    violation('a.b', { details: { seenIn: [small], attributes: [attributeChange()] } }),
    violation('a.b', {
      details: { seenIn: [large], attributes: [attributeChange(), attributeChange({ path: ['env'] })] },
    }),
    violation('a.c', { details: { seenIn: [large] } }),
  );
  expect(evaluate([snapshot()], [rule], new Map()).findings).toMatchObject([
    { subject: { address: 'a.b' }, details: { seenIn: [small, large], attributes: { length: 2 } } },
    { subject: { address: 'a.c' }, details: { seenIn: [large] } },
  ]);
});

describe('the order', () => {
  const changes = [
    replacement(),
    resourceAt('docker_volume.home', { actions: ['delete', 'create'], replacePaths: [['name']] }),
    resourceAt('docker_container.side', { actions: ['delete'] }),
    resourceAt('coder_agent.main', { actions: ['delete', 'create'], replacePaths: [['env']] }),
    resourceAt('random_id.a', { actions: ['create', 'delete'] }),
  ];

  it('of findings is the same for any order of input', () => {
    const shuffled = fc.shuffledSubarray(changes, { minLength: changes.length });
    const expected = evaluate([claimOf(...changes)], RULES, new Map()).findings.map(keyOf);
    expect(expected.length).toBeGreaterThan(4);
    fc.assert(
      fc.property(shuffled, (order) => {
        expect(evaluate([claimOf(...order)], RULES, new Map()).findings.map(keyOf)).toEqual(expected);
      }),
    );
  });

  it('is gravest first', () => {
    const severities = evaluate([claimOf(...changes)], RULES, new Map()).findings.map(({ severity }) => severity);
    expect(severities).toEqual(
      severities.toSorted((left, right) => 'ewn'.indexOf(left[0] ?? '') - 'ewn'.indexOf(right[0] ?? '')),
    );
  });
});

function keyOf({ ruleId, subject }: { readonly ruleId: string; readonly subject: object }): string {
  return `${ruleId} ${JSON.stringify(subject)}`;
}
