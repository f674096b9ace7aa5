import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Decidable, decide } from '../../src/engine/decide.ts';
import { SEVERITIES, type Severity } from '../../src/model/judgement/severity.ts';
import { finding, inputError, ruleResult, templateReason } from '../support/builders.ts';

const given = (overrides: Partial<Decidable> = {}): Decidable => ({
  findings: [],
  rules: [ruleResult()],
  errors: [],
  ...overrides,
});
const open = ruleResult({ state: { kind: 'not-checked', reasons: [templateReason()] } });
const waived = finding({ details: { waiver: { reason: 'a cache', until: '2027-01-31' } } });

describe('the verdict', () => {
  it.each([
    { decidable: given(), conclusion: 'pass', exitCode: 0, because: 'nothing was found' },
    { decidable: given({ findings: [finding()] }), conclusion: 'fail', exitCode: 1, because: 'an error blocks' },
    {
      decidable: given({ findings: [finding({ severity: 'warning' })] }),
      conclusion: 'pass',
      exitCode: 0,
      because: 'a warning does not block by default',
    },
    { decidable: given({ findings: [waived] }), conclusion: 'pass', exitCode: 0, because: 'it is waived' },
    { decidable: given({ rules: [open] }), conclusion: 'inconclusive', exitCode: 2, because: 'a rule is not checked' },
    {
      decidable: given({ rules: [open], findings: [finding()] }),
      conclusion: 'fail',
      exitCode: 1,
      because: 'what was found outweighs what was not seen',
    },
    {
      decidable: given({ errors: [inputError()] }),
      conclusion: 'inconclusive',
      exitCode: 2,
      because: 'an input was not read',
    },
    {
      decidable: given({ errors: [inputError()], findings: [finding()] }),
      conclusion: 'fail',
      exitCode: 1,
      because: 'another input shows a problem',
    },
    {
      decidable: given({
        rules: [ruleResult({ state: { kind: 'off' } }), ruleResult({ state: { kind: 'not-configured' } })],
      }),
      conclusion: 'pass',
      exitCode: 0,
      because: 'what nobody asked for is not missed',
    },
  ])('is $conclusion ($exitCode), because $because', ({ decidable, conclusion, exitCode }) => {
    expect(decide(decidable, { failOn: 'error', onInconclusive: 'fail' })).toMatchObject({ conclusion, exitCode });
  });

  it('stays inconclusive where that shall not fail the run', () => {
    expect(decide(given({ rules: [open] }), { failOn: 'error', onInconclusive: 'warn' })).toMatchObject({
      conclusion: 'inconclusive',
      exitCode: 0,
    });
  });

  it('never forgives an input that could not be read', () => {
    expect(decide(given({ errors: [inputError()] }), { failOn: 'never', onInconclusive: 'warn' }).exitCode).toBe(2);
  });

  const findings = fc.array(fc.constantFrom<Severity>(...SEVERITIES).map((severity) => finding({ severity })));
  const thresholds = ['notice', 'warning', 'error', 'never'] as const;

  it('never turns from pass to fail when the threshold is raised', () => {
    fc.assert(
      fc.property(findings, fc.nat(2), (found, index) => {
        const lower = decide(given({ findings: found }), {
          failOn: thresholds[index] ?? 'error',
          onInconclusive: 'fail',
        });
        const higher = decide(given({ findings: found }), {
          failOn: thresholds[index + 1] ?? 'never',
          onInconclusive: 'fail',
        });
        expect(higher.blocking.length).toBeLessThanOrEqual(lower.blocking.length);
        if (lower.conclusion === 'pass') expect(higher.conclusion).toBe('pass');
      }),
    );
  });
});
