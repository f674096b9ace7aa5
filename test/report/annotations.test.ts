import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aboutResource } from '../../src/model/judgement/finding.ts';
import type { Severity } from '../../src/model/judgement/severity.ts';
import { annotations } from '../../src/report/annotations.ts';
import {
  failed,
  finding,
  inconclusive,
  inputError,
  notice,
  planReport,
  report,
  ruleResult,
  templateReason,
  verdict,
} from '../support/builders.ts';
import { arbitraryReport } from './arbitrary-report.ts';

const LEVELS: readonly Severity[] = ['error', 'warning', 'notice'];

function findings(count: number, severity: Severity) {
  return Array.from({ length: count }, (_, index) => finding({ severity, subject: aboutResource(`a.b[${index}]`) }));
}

describe('the annotations', () => {
  it('say what, why and what to do, at the place', () => {
    const location = { file: 'main.tf', line: 4 };
    expect(annotations(failed([finding({ details: { location } })]))).toMatchInlineSnapshot(`
      [
        {
          "level": "error",
          "location": {
            "file": "main.tf",
            "line": 4,
          },
          "message": "Claiming a prebuild destroys and recreates \`docker_container.workspace\`.
      The claimant waits for it again, and what was in it is gone.
      Keep what belongs to the owner out of \`name\`.",
          "title": "resource-replacement",
        },
      ]
    `);
  });

  it('name the template where there are several', () => {
    const [first] = annotations(failed([finding()], { plans: [planReport(), planReport({ name: 'b.json' })] }));
    expect(first?.message).toMatch(/^`claim\.json`: /);
  });

  it.each([
    { count: 10, shown: 10, because: 'GitHub shows ten' },
    { count: 11, shown: 9, because: 'the tenth counts the others' },
    { count: 300, shown: 9, because: 'the tenth counts the others' },
  ])('show $shown of $count findings, because $because', ({ count, shown }) => {
    const all = annotations(failed(findings(count, 'warning')));
    expect(all.filter(({ title }) => title === 'resource-replacement')).toHaveLength(shown);
    const rest = all.filter(({ title }) => title !== 'resource-replacement').map(({ message }) => message);
    expect(rest).toEqual(shown === count ? [] : [`${count - shown} more warnings in the job summary.`]);
  });

  it('come errors first', () => {
    const all = annotations(failed([...findings(2, 'notice'), ...findings(2, 'warning'), ...findings(2, 'error')]));
    expect(all.map(({ level }) => level)).toEqual(['error', 'error', 'warning', 'warning', 'notice', 'notice']);
  });

  it('show roots before what only follows them', () => {
    const follower = finding({ subject: aboutResource('b.b'), details: { root: 'a.a' }, what: ['follower'] });
    const messages = annotations(
      failed([finding({ subject: aboutResource('a.a') }), follower, finding({ subject: aboutResource('c.c') })]),
    ).map(({ message }) => message.split('\n')[0]);
    expect(messages.at(-1)).toBe('follower');
  });

  it('make a notice of a waived error', () => {
    const waiver = { reason: 'moving in June', until: '2027-06-30' };
    const [only, ...others] = annotations(report({ findings: [finding({ details: { waiver } })] }));
    expect(others).toEqual([]);
    expect(only).toMatchObject({ level: 'notice', message: expect.stringContaining('until 2027-06-30') });
  });

  it('say once why several rules were not checked, and how they can be', () => {
    const facts = inconclusive();
    const rules = [...facts.rules, ruleResult({ ...facts.rules[0], id: 'resource-removal' })];
    expect(annotations({ ...facts, rules })).toMatchInlineSnapshot(`
      [
        {
          "level": "error",
          "location": undefined,
          "message": "Not checked: \`resource-replacement\` and \`resource-removal\`.
      The plan was made without a state, so nothing could be replaced.
      Plan on the state of a prebuild: \`prebuild-guard rehearse\`.",
          "title": "prebuild-guard",
        },
      ]
    `);
  });

  it('keep different reasons apart', () => {
    const reasons = [
      templateReason(),
      templateReason({ code: 'plan-errored' }),
      templateReason({ detail: ['Another detail.'] }),
      templateReason({ remedy: ['Another remedy.'] }),
    ];
    expect(annotations(inconclusive(reasons))).toHaveLength(4);
  });

  it('only warn of what was not checked when the run goes on', () => {
    const facts = { ...inconclusive(), verdict: verdict({ conclusion: 'inconclusive', exitCode: 0 }) };
    expect(annotations(facts).map(({ level }) => level)).toEqual(['warning']);
  });

  it('make an error of an input that was not read, and a notice of a notice', () => {
    expect(annotations(report({ errors: [inputError()], notices: [notice()] })).map(({ level }) => level)).toEqual([
      'error',
      'notice',
    ]);
  });

  it('are at most ten of a level, bounded, without control characters but line feeds', () => {
    fc.assert(
      fc.property(arbitraryReport, (facts) => {
        const all = annotations(facts);
        for (const level of LEVELS) {
          expect(all.filter((annotation) => annotation.level === level).length).toBeLessThanOrEqual(10);
        }
        for (const { title, message } of all) {
          expect(message.length).toBeLessThanOrEqual(4_000);
          expect(`${title}${message}`.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u);
        }
      }),
    );
  });
});
