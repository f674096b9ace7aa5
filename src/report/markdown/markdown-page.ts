import { byteLength } from '../../model/byte-length.ts';
import type { Conclusion } from '../../model/judgement/verdict.ts';
import { listed } from '../../model/text.ts';
import { counted, headline, type Report } from '../report.ts';
import { findingGroups } from '../words/finding-groups.ts';
import type { PlacedFixes } from '../words/place-fixes.ts';
import { notConfiguredText, rulesThatAre } from '../words/reason-groups.ts';
import { codeSpan, inline } from './markdown.ts';
import { briefBlock, findingBlock } from './markdown-finding.ts';
import { fitSection, sectionsAround } from './markdown-sections.ts';

export interface PageOptions {
  /** In bytes; the page is never longer. */
  readonly limit: number;
  /** Where a reader finds what had no room: `the job summary`. */
  readonly elsewhere: string;
  readonly fixes: PlacedFixes;
  /** A sentence below the verdict. */
  readonly note?: string;
}

/** The report as one Markdown page: verdict, table, findings, what was not checked, notices. */
export function renderPage(report: Report, { limit, elsewhere, fixes, note }: PageOptions): string {
  const top = [heading(report), ...(note === undefined ? [] : [note])].join('\n\n');
  const aside = sectionsAround(report, elsewhere);
  const blocks = findingBlocks(report, fixes);
  const whole = [
    top,
    ...aside.before.map((section) => fitSection(section, Number.POSITIVE_INFINITY)),
    ...blocks.map(({ title, full }) => title + full),
    ...aside.after.map((section) => fitSection(section, Number.POSITIVE_INFINITY)),
    footer(report),
  ];
  const page = joinedParts(whole);
  if (byteLength(page) <= limit) return page;

  const room = Math.max(0, limit - byteLength(joinedParts([top, footer(report)])) - LAST_LINE_ROOM);
  const before = aside.before.map((section) => fitSection(section, room * section.share));
  const after = aside.after.map((section) => fitSection(section, room * section.share));
  const left = room - byteLength(joinedParts([...before, ...after]));
  const shown = fitFindings(blocks, left, elsewhere);
  return joinedParts([
    top,
    ...before,
    ...shown,
    ...after,
    footer(report),
    leftOutLine(blocks.length - shown.length, elsewhere),
  ]);
}

/** Enough for the line that counts the findings left out, and for the blank lines between parts. */
const LAST_LINE_ROOM = 400;

function heading(report: Report): string {
  return `### ${MARKS[report.verdict.conclusion]} prebuild-guard: ${headline(report)}`;
}

const MARKS: Readonly<Record<Conclusion, string>> = { pass: '✓', fail: '✗', inconclusive: '?' };

function footer({ toolVersion, verdict, rules }: Report): string {
  const off = rulesThatAre(rules, 'off');
  const lines = [
    ...(off.length === 0 ? [] : [`Switched off: ${inline(listed(off, MAX_RULES))}`]),
    `prebuild-guard ${inline([toolVersion])} · ${verdict.conclusion} · exit code ${verdict.exitCode}`,
  ];
  return [...notConfigured(rules), lines.map((line) => `<sub>${line}</sub>`).join('<br>\n')].join(SEPARATOR);
}

/** A count, with the names folded behind it. */
function notConfigured(rules: Report['rules']): readonly string[] {
  const ids = rulesThatAre(rules, 'not-configured');
  if (ids.length === 0) return [];
  const names = inline(listed(ids, MAX_RULES));
  return [`<details>\n<summary>${notConfiguredText(ids)}</summary>\n\n${names}\n\n</details>`];
}

const MAX_RULES = 40;

function leftOutLine(count: number, elsewhere: string): string {
  if (count === 0) return '';
  return `**${counted(count, 'finding')} left out here for lack of room; ${elsewhere} has ${count === 1 ? 'it' : 'them'}.**`;
}

interface FindingPart {
  /** The template's heading, before its first finding. */
  readonly title: string;
  readonly full: string;
  brief(elsewhere: string): string;
}

function findingBlocks({ findings, plans }: Report, fixes: PlacedFixes): readonly FindingPart[] {
  const groups = findingGroups(findings);
  const named = plans.length > 1 || groups.length > 1;
  return groups.flatMap(({ template, roots }) =>
    roots
      .flatMap(({ finding, followers }) => [finding, ...followers])
      .map((finding, index) => ({
        title: named && index === 0 ? `#### ${codeSpan(template)}\n\n` : '',
        full: findingBlock(finding, fixes.placeOf(finding)),
        brief: (elsewhere: string) => briefBlock(finding, elsewhere),
      })),
  );
}

/** Findings in order, until one has no room. One that would crowd out the others is shown in brief. */
function fitFindings(parts: readonly FindingPart[], room: number, elsewhere: string): readonly string[] {
  const shown: string[] = [];
  let left = room;
  for (const { title, full, brief } of parts) {
    const block = title + (byteLength(full) > room / 3 ? brief(elsewhere) : full);
    const length = byteLength(block) + SEPARATOR.length;
    if (length > left) break;
    shown.push(block);
    left -= length;
  }
  return shown;
}

const SEPARATOR = '\n\n';

function joinedParts(parts: readonly string[]): string {
  return `${parts.filter((part) => part !== '').join(SEPARATOR)}\n`;
}
