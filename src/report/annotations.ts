import type { Finding } from '../model/judgement/finding.ts';
import { SEVERITIES, type Severity } from '../model/judgement/severity.ts';
import { listed, plain, type Text, visible } from '../model/text.ts';
import type { Annotation } from './publication.ts';
import { counted, type Report } from './report.ts';
import { findingGroups } from './words/finding-groups.ts';
import { grouped } from './words/grouped.ts';
import { type ReasonGroup, reasonGroups } from './words/reason-groups.ts';

/** GitHub shows this many of each level and step, and silently drops the rest. */
const MAX_PER_LEVEL = 10;

/** Gravest level first; within a level what could not be read, then findings, roots before what follows them. */
export function annotations(report: Report): readonly Annotation[] {
  const all = [
    ...report.errors.map(({ message }) => annotation('error', TOOL, visible(message))),
    ...findingsInOrder(report).map((finding) => ofFinding(finding, report)),
    ...reasonGroups(report.rules).map((group) => ofReason(group, report)),
    ...report.notices.map(({ input, text }) => annotation('notice', TOOL, lines([[{ code: input }, ': ', ...text]]))),
  ];
  const byLevel = grouped(all, ({ level }) => level);
  return SEVERITIES.toReversed().flatMap((level) => capped(level, byLevel.get(level) ?? []));
}

const TOOL = 'prebuild-guard';

function capped(level: Severity, own: readonly Annotation[]): readonly Annotation[] {
  if (own.length <= MAX_PER_LEVEL) return own;
  const shown = own.slice(0, MAX_PER_LEVEL - 1);
  const more = `${counted(own.length - shown.length, `more ${level}`)} in the job summary.`;
  return [...shown, annotation(level, TOOL, more)];
}

function findingsInOrder({ findings }: Report): readonly Finding[] {
  const roots = findingGroups(findings).flatMap((group) => group.roots);
  return [...roots.map(({ finding }) => finding), ...roots.flatMap(({ followers }) => followers)];
}

/** A waived finding is shown as a notice and warns nobody. */
function ofFinding({ severity, ruleId, template, what, why, remedy, details }: Finding, { plans }: Report): Annotation {
  const { waiver, location } = details;
  const level = waiver === undefined ? severity : 'notice';
  const where: Text = plans.length > 1 ? [{ code: template }, ': '] : [];
  const accepted: Text = waiver === undefined ? [] : [`Waived until ${waiver.until}: `, { code: waiver.reason }];
  return { ...annotation(level, ruleId, lines([[...where, ...what], why, remedy, accepted])), location };
}

function ofReason({ reason, rules, templates }: ReasonGroup, { verdict, plans }: Report): Annotation {
  const where: Text = plans.length > 1 ? [' in ', ...listed(templates)] : [];
  const what: Text = ['Not checked: ', ...listed(rules, rules.length), ...where, '.'];
  const level = verdict.exitCode === 0 ? 'warning' : 'error';
  return annotation(level, TOOL, lines([what, reason.detail, reason.remedy]));
}

function annotation(level: Severity, title: string, message: string): Annotation {
  return { level, title, message: bounded(message), location: undefined };
}

/** One sentence per line. The sentences themselves contain no line breaks. */
function lines(texts: readonly Text[]): string {
  return texts
    .filter((text) => text.length > 0)
    .map((text) => visible(plain(text)))
    .join('\n');
}

function bounded(message: string): string {
  if (message.length <= MAX_MESSAGE) return message;
  return `${message.slice(0, MAX_MESSAGE - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** GitHub cuts at 64 KiB; nobody reads as far as this. */
const MAX_MESSAGE = 4_000;
