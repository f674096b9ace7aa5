import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OUTPUTS, type OutputName, type OutputOptions, planPublications } from '../../src/report/index.ts';
import { stepOutputs } from '../../src/report/outputs.ts';
import { failed, finding, planReport, replacement, report } from '../support/builders.ts';
import { arbitraryReport } from './arbitrary-report.ts';

const NAMES = Object.keys(OUTPUTS) as readonly OutputName[];

const OPTIONS: OutputOptions = {
  text: { colour: false, width: 100 },
  comment: { mode: 'always', key: 'default' },
  reportPath: 'report.json',
};

describe('the outputs of the step', () => {
  it('count what is open, and name what is replaced', () => {
    const waiver = { reason: 'x', until: '2027-01-31' };
    const facts = failed(
      [finding(), finding({ severity: 'warning' }), finding({ severity: 'notice' }), finding({ details: { waiver } })],
      { plans: [planReport({ replacements: [replacement(), replacement({ address: 'a.b["\n\u202e"]' })] })] },
    );
    expect(stepOutputs(facts, 'report.json')).toEqual([
      { name: 'conclusion', value: 'fail' },
      { name: 'exit-code', value: '1' },
      { name: 'findings', value: '3' },
      { name: 'errors', value: '1' },
      { name: 'warnings', value: '1' },
      { name: 'replacements', value: '2' },
      { name: 'replacement-addresses', value: String.raw`["docker_container.workspace","a.b[\"\n\u202e\"]"]` },
      { name: 'report', value: 'report.json' },
    ]);
  });

  it('do not name a report that was not written', () => {
    expect(stepOutputs(report(), undefined).map(({ name }) => name)).not.toContain('report');
  });
});

describe('the table of outputs', () => {
  it.each([
    ['text', ['text']],
    ['json', ['text']],
    ['markdown', ['text']],
    ['annotations', ['annotation']],
    ['summary', ['summary']],
    ['comment', ['comment']],
    ['report-file', ['file']],
    ['step-outputs', ['output']],
  ] as const)('%s publishes %j', (name, kinds) => {
    const publications = planPublications(failed([finding()]), [name], OPTIONS);
    expect([...new Set(publications.map(({ kind }) => kind))]).toEqual(kinds);
  });

  it('publishes in the order asked for, and nothing that was not wanted', () => {
    const options: OutputOptions = { ...OPTIONS, comment: { mode: 'never', key: 'k' }, reportPath: undefined };
    const names = ['summary', 'comment', 'report-file', 'text'] as const;
    expect(planPublications(report(), names, options).map(({ kind }) => kind)).toEqual(['summary', 'text']);
  });

  it('publishes the same for the same report, and never throws', () => {
    fc.assert(
      fc.property(arbitraryReport, (facts) => {
        expect(planPublications(facts, NAMES, OPTIONS)).toEqual(planPublications(facts, NAMES, OPTIONS));
      }),
    );
  });
});
