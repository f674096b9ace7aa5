import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byteLength } from '../../../src/model/byte-length.ts';
import type { PresetRow } from '../../../src/model/template/preset-table.ts';
import { draftComment } from '../../../src/report/markdown/comment.ts';
import { renderSummary } from '../../../src/report/markdown/summary.ts';
import { COMMENT_LIMIT } from '../../../src/report/publication.ts';
import type { Report } from '../../../src/report/report.ts';
import { renderText } from '../../../src/report/text/text.ts';
import {
  failed,
  finding,
  parameter,
  planReport,
  preset,
  presetRows,
  report,
  template,
} from '../../support/builders.ts';
import { arbitraryReport, HOSTILE_NAMES } from '../arbitrary-report.ts';
import { escapesOf, renderedHtml } from '../rendered-html.ts';

function row(overrides: Partial<PresetRow> = {}): PresetRow {
  const [only] = presetRows(template());
  if (only === undefined) throw new Error('The template has a preset.');
  return { ...only, ...overrides };
}

function reportOf(...presetTable: readonly PresetRow[]): Report {
  return report({ plans: [planReport({ presetTable })] });
}

function text(facts: Report, width = 80): string {
  return renderText(facts, { colour: false, width });
}

function comment(facts: Report): string {
  return draftComment(facts, { mode: 'always', key: 'default' })?.body ?? '';
}

describe('the table of presets', () => {
  it('is none where there is no preset', () => {
    const none = report({ plans: [planReport({ presets: [], presetTable: [] })] });
    expect(text(none)).not.toContain('peak');
    expect(comment(none)).not.toContain('Presets and parameters');
  });

  it.each([
    { status: 'hard_limited', shown: true, because: 'Coder says so' },
    { status: 'unknown', shown: true, because: 'Coder was asked, and could not tell' },
    { status: undefined, shown: false, because: 'nobody asked Coder' },
  ] as const)('with the status $status shows one ($shown), because $because', ({ status, shown }) => {
    const facts = reportOf(row({ status }));
    expect(text(facts).includes('status')).toBe(shown);
    expect(comment(facts).includes('Status')).toBe(shown);
    if (status !== undefined) expect(text(facts)).toContain(status);
  });

  it('shows the instances of now only where the moment is known', () => {
    expect(text(reportOf(row()))).not.toContain('now');
    const facts = reportOf(row({ instances: { base: 1, now: 0, peak: undefined } }));
    expect(text(facts)).toMatch(/preset {2}instances {2}now {2}peak\n {2}Small {11}1 {4}0 {5}\?\n/);
  });

  it('says of a template without prebuild presets why it was judged', () => {
    const byHand = preset({ prebuilds: undefined });
    const facts = report({ plans: [planReport({ presets: [byHand] })] });
    expect(text(facts)).toContain('no preset has prebuilds; judged as if one had');
  });

  it.each([40, 80, 120])('fits into %i columns, but for a name that is longer', (width) => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1, maxLength: 90 }), { maxLength: 12 }), (names) => {
        const [widest = 0] = text(
          reportOf(
            ...names.map((name) =>
              row({
                preset: name,
                isDefault: true,
                status: 'validation_failed',
                parameters: names.map((each) => ({
                  parameter: each.slice(0, 8),
                  value: 'v',
                  origin: 'open' as const,
                  uncertain: false,
                })),
              }),
            ),
          ),
          width,
        )
          .split('\n')
          .map((line) => [...line].length)
          .toSorted((left, right) => right - left);
        // The name has room for some characters however narrow the terminal is.
        expect(widest).toBeLessThanOrEqual(Math.max(width, 54));
      }),
    );
  });

  it('counts the parameters of one origin that it leaves out, and cuts long values', () => {
    const parameters = Array.from({ length: 23 }, (_, index) =>
      parameter({ name: `p${index}`, default: 'x'.repeat(99) }),
    );
    const facts = reportOf(...presetRows(template({ parameters, presets: [preset({ parameters: new Map() })] })));
    for (const shown of [text(facts), comment(facts), renderSummary(facts)]) {
      expect(shown).toContain(`p19 = ${'x'.repeat(59)}…`);
      expect(shown).not.toContain('p20');
      expect(shown).toContain('and 3 more');
    }
  });

  it.each([
    { count: 20, cut: false },
    { count: 3000, cut: true },
  ])('of $count presets is cut between two rows ($cut), and the rest is counted', ({ count, cut }) => {
    const rows = Array.from({ length: count }, (_, index) => row({ preset: `preset ${index}` }));
    const findings = Array.from({ length: 40 }, () => finding());
    const body = comment(failed(findings, { plans: [planReport({ presets: [], presetTable: rows })] }));
    expect(byteLength(body)).toBeLessThanOrEqual(COMMENT_LIMIT);
    const shown = body.match(/^\| `preset \d+` \|.* \|$/gm)?.length ?? 0;
    const [, left = '0'] = /^and (\d+) more presets, in the job summary$/m.exec(body) ?? [];
    expect(shown + Number(left)).toBe(count);
    expect(Number(left) > 0).toBe(cut);
    expect(escapesOf(body)).toEqual([]);
  });

  it.each(HOSTILE_NAMES)('shows %j as text, and as one cell of one row', (name) => {
    const facts = reportOf(
      row({
        preset: name,
        parameters: [{ parameter: name, value: name, origin: 'preset', uncertain: true }],
      }),
    );
    const body = comment(facts);
    expect(escapesOf(body)).toEqual([]);
    const table = renderedHtml(body).split('Presets and parameters').at(-1) ?? '';
    expect(table.match(/<tr>/g)).toHaveLength(2);
    expect(table.match(/<td/g)).toHaveLength(4);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: none of them may be there.
    expect(text(facts)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  });

  it('has a row for every preset in a summary that is large enough', () => {
    fc.assert(
      fc.property(arbitraryReport, (facts) => {
        const table = renderedHtml(renderSummary(facts)).split('<summary>Presets and parameters</summary>')[1] ?? '';
        const rows = facts.plans.flatMap(({ presetTable }) => presetTable).length;
        expect((table.split('</details>')[0]?.match(/<tr>/g) ?? []).length).toBe(rows === 0 ? 0 : rows + 1);
      }),
    );
  });
});
