import type { Conclusion } from '../../model/judgement/verdict.ts';
import { listed, type Text } from '../../model/text.ts';
import { counted, headline, type PlanReport, type Report } from '../report.ts';
import { findingGroups } from '../words/finding-groups.ts';
import { notConfiguredText, reasonGroups, rulesThatAre } from '../words/reason-groups.ts';
import { rehearsalTexts } from '../words/rehearsal-text.ts';
import { changesText, PLAN_KIND_WORDS, prebuildsText, textOf } from '../words/wording.ts';
import { findingLines } from './text-finding.ts';
import { fixLines } from './text-fix.ts';
import { BLANK, type Line, piecesOf, rendered, type Style, styled, wrapped } from './text-layout.ts';
import { presetLines } from './text-presets.ts';

export interface TextOptions {
  readonly colour: boolean;
  /** In characters; a name that is longer is not broken. */
  readonly width: number;
  /** Where a reader finds the names of the rules that are not configured. If absent, they are listed here. */
  readonly namesIn?: Text;
}

/** The report for a terminal or a log. The verdict comes last, where the eye is when the command ends. */
export function renderText(report: Report, { colour, width: asked, namesIn }: TextOptions): string {
  const width = Math.max(asked, MIN_WIDTH);
  const sections = [
    [[styled(`prebuild-guard ${report.toolVersion}`, 'quiet')]],
    ...report.errors.map(({ message }) => wrapped(piecesOf(textOf(message)), width, badge('error', 'error'))),
    ...report.plans.map((plan) => planLines(plan, width)),
    ...findingSections(report, width),
    notCheckedLines(report, width),
    notConfiguredLines(report, width, namesIn),
    switchedOffLines(report, width),
    report.notices.flatMap(({ input, text }) =>
      wrapped([styled(input, 'code'), { text: ': ' }, ...piecesOf(text)], width, badge('notice', 'notice')),
    ),
    ...(report.fixes ?? []).map((fix) => fixLines(fix, width)),
    verdictLines(report, width),
  ];
  const filled = sections.filter((lines) => lines.length > 0);
  return rendered(
    filled.flatMap((lines, index) => (index === 0 ? lines : [BLANK, ...lines])),
    colour,
  );
}

const MIN_WIDTH = 40;

const INDENT: Line = [{ text: '  ' }];

function planLines(plan: PlanReport, width: number): readonly Line[] {
  const product = plan.rehearsal?.product ?? 'Terraform';
  const version = plan.terraformVersion === undefined ? '' : `, ${product} ${plan.terraformVersion}`;
  const changes = changesText(plan);
  return [
    [styled(plan.name, 'strong')],
    ...wrapped([{ text: `${PLAN_KIND_WORDS[plan.kind]}${version}` }], width, INDENT),
    ...(needsWords(plan) ? wrapped(piecesOf(prebuildsText(plan)), width, INDENT) : []),
    ...rehearsalTexts(plan).flatMap((text) => wrapped(piecesOf(text), width, INDENT)),
    ...(changes.length === 0 ? [] : wrapped(piecesOf(changes), width, INDENT)),
    ...(plan.presetTable.length === 0 ? [] : [BLANK, ...presetLines(plan.presetTable, width)]),
  ];
}

/** Where the table of presets does not show by itself what is built ahead of time. */
function needsWords({ prebuildEnabled, presetTable }: PlanReport): boolean {
  return prebuildEnabled !== true || presetTable.every(({ instances }) => instances === undefined);
}

function findingSections({ findings, plans }: Report, width: number): readonly (readonly Line[])[] {
  const groups = findingGroups(findings);
  const named = plans.length > 1 || groups.length > 1;
  return groups.flatMap(({ template, roots }) => {
    const sections = roots.map((root) => findingLines(root, width));
    if (!named) return sections;
    return [[[styled(`findings in ${template}`, 'strong')]], ...sections];
  });
}

function notCheckedLines({ rules, plans }: Report, width: number): readonly Line[] {
  const groups = reasonGroups(rules);
  if (groups.length === 0) return [];
  const lines: Line[] = [[styled('not checked', 'warning')]];
  for (const { reason, rules: ids, templates } of groups) {
    const where = plans.length > 1 ? [' in ', ...listed(templates)] : [];
    lines.push(
      ...wrapped(piecesOf([...listed(ids, ids.length), ...where]), width, INDENT),
      ...wrapped(piecesOf(reason.detail), width, [{ text: '    ' }]),
      ...wrapped(piecesOf(reason.remedy), width, [{ text: '    ' }, styled('→ ', 'quiet')]),
    );
  }
  return lines;
}

/** Most runs leave many rules unconfigured on purpose, so their names stay out of the way. */
function notConfiguredLines({ rules }: Report, width: number, namesIn: Text | undefined): readonly Line[] {
  const ids = rulesThatAre(rules, 'not-configured');
  if (namesIn === undefined) return namedLine('not configured: ', ids, width);
  if (ids.length === 0) return [];
  const pieces = piecesOf(['; ', ...namesIn, ids.length === 1 ? ' lists it' : ' lists them']);
  return wrapped([styled(notConfiguredText(ids), 'quiet'), ...pieces], width);
}

function switchedOffLines({ rules }: Report, width: number): readonly Line[] {
  return namedLine('switched off: ', rulesThatAre(rules, 'off'), width);
}

function namedLine(words: string, ids: readonly string[], width: number): readonly Line[] {
  return ids.length === 0 ? [] : wrapped([styled(words, 'quiet'), ...piecesOf(listed(ids, ids.length))], width);
}

function badge(word: string, style: Style): Line {
  return [styled(word, style), { text: '  ' }];
}

function verdictLines(report: Report, width: number): readonly Line[] {
  const { conclusion, exitCode } = report.verdict;
  const { mark, style } = SIGNS[conclusion];
  const first = [styled(`${mark} ${conclusion}`, style), { text: ': ' }];
  const words = `${headline(report)} (${tally(report)}exit code ${exitCode})`;
  return wrapped([{ text: words }], width, first);
}

const SIGNS: Readonly<Record<Conclusion, { readonly mark: string; readonly style: Style }>> = {
  pass: { mark: '✓', style: 'good' },
  fail: { mark: '✗', style: 'error' },
  inconclusive: { mark: '?', style: 'warning' },
};

/** `2 errors, 1 warning, 1 waived; ` */
function tally({ findings }: Report): string {
  const open = findings.filter(({ details }) => details.waiver === undefined);
  const parts = (['error', 'warning', 'notice'] as const).flatMap((severity) => {
    const count = open.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [counted(count, severity)];
  });
  const waived = findings.length - open.length;
  if (waived > 0) parts.push(`${waived} waived`);
  return parts.length === 0 ? '' : `${parts.join(', ')}; `;
}
