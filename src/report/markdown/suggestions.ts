import { type Finding, subjectKey } from '../../model/judgement/finding.ts';
import { fingerprint } from '../../model/judgement/fingerprint.ts';
import { suggestionBlock } from '../../model/pull-request/changed-lines.ts';
import { suggestionMarker } from '../../model/pull-request/markers.ts';
import type { SuggestionDraft } from '../../model/pull-request/suggestion-draft.ts';
import type { Text } from '../../model/text.ts';
import type { SuggestionsDraft } from '../publication.ts';
import { counted, type Report } from '../report.ts';
import { offeredPatches, type PlacedFixes, type SuggestedPatch } from '../words/place-fixes.ts';
import { subjectText } from '../words/wording.ts';
import { inline, paragraph } from './markdown.ts';

/** The fixes whose lines the pull request shows, as suggestions on those lines. */
export function draftSuggestions(report: Report, { suggested }: PlacedFixes, key: string): SuggestionsDraft {
  const seen = new Map<string, number>();
  const drafts = suggested.map((entry) => {
    const content = contentOf(entry);
    const before = seen.get(content) ?? 0;
    seen.set(content, before + 1);
    return draft(entry, fingerprint(JSON.stringify([content, before])), key);
  });
  return { kind: 'drafts', key, drafts, decidedRules: decidedRules(report) };
}

/**
 * Identifies the same suggestion on the next push: by the resource and the
 * text, not by the line, which moves. Instances of one resource share their
 * block, so instance keys are left out.
 */
function contentOf({ patch: { file, before, after }, findings: [finding] }: SuggestedPatch): string {
  const subject = finding === undefined ? '' : subjectKey(finding.subject).replaceAll(/\[[^\]]*\]/g, '');
  return JSON.stringify([subject, file, before, after]);
}

function draft({ patch, findings }: SuggestedPatch, id: string, key: string): SuggestionDraft {
  const [finding, ...others] = findings;
  const rule = finding?.ruleId ?? '';
  const parts = [
    suggestionMarker({ id, key, rule }),
    ...(finding === undefined ? [] : reasons(finding)),
    suggestionBlock(patch.after),
    ...(finding === undefined ? [] : [tradeOff(finding), `<sub>${aside(finding, others)}</sub>`]),
  ];
  return {
    id,
    rule,
    file: patch.file,
    line: patch.endLine,
    startLine: patch.line === patch.endLine ? undefined : patch.line,
    body: parts.filter((part) => part !== '').join('\n\n'),
  };
}

function reasons({ what, why }: Finding): readonly string[] {
  return [paragraph(what), paragraph(why)];
}

function tradeOff({ details: { fix } }: Finding): string {
  return fix?.kind === 'patch' && fix.tradeOff.length > 0 ? `**Trade-off:** ${paragraph(fix.tradeOff)}` : '';
}

/** The rule, and a warning if this edit is one of several that belong together. */
function aside(finding: Finding, others: readonly Finding[]): string {
  const edits = offeredPatches(finding).length;
  const text: Text = [
    `prebuild-guard · ${finding.severity} · `,
    { code: finding.ruleId },
    ' · ',
    ...subjectText(finding.subject),
    ...(edits > 1 ? [` · one of ${edits} edits that belong together`] : []),
    ...(others.length > 0 ? [` · also fixes ${counted(others.length, 'more finding')}`] : []),
  ];
  return inline(text);
}

/**
 * The rules whose findings are all known, or that are switched off. Suggestions
 * of other rules may still be needed, although they are not in this report.
 */
function decidedRules({ errors, rules }: Report): readonly string[] {
  if (errors.length > 0) return [];
  return rules.filter(({ state }) => state.kind === 'checked' || state.kind === 'off').map(({ id }) => id);
}
