import type { Configuration } from '../../model/configuration/configuration.ts';
import { type Patch, unifiedDiff } from '../../model/configuration/patch.ts';
import { type Finding, subjectKey } from '../../model/judgement/finding.ts';
import type { RuleResult } from '../../model/judgement/verdict.ts';
import { listed, plain, say, type Text } from '../../model/text.ts';
import { FIXED_RULES, fixAll } from '../explain-finding.ts';

/** The edits to the files of one template that prevent claims from changing it. */
export interface FixPlan {
  readonly patches: readonly Patch[];
  readonly diff: string;
  /** The costs of the edits, each listed once. */
  readonly tradeOffs: readonly Text[];
  /** The findings that it fixes. */
  readonly findings: readonly Finding[];
}

/** Undefined if no edit fixes any of the findings. Waived findings are left alone. */
export function planFix(configuration: Configuration, findings: readonly Finding[]): FixPlan | undefined {
  const fixed = findings.filter(({ details: { fix, waiver } }) => fix?.kind === 'patch' && waiver === undefined);
  const patches = fixAll(configuration, fixed);
  if (patches.length === 0) return undefined;
  const tradeOffs = fixed.flatMap(({ details: { fix } }) => (fix?.kind === 'patch' ? [fix.tradeOff] : []));
  return {
    patches,
    diff: unifiedDiff(patches, configuration.texts),
    tradeOffs: [...new Map(tradeOffs.filter((text) => text.length > 0).map((text) => [plain(text), text])).values()],
    findings: fixed,
  };
}

/** Whether a second rehearsal showed that the fix works. */
export type FixProof = { readonly kind: 'proven' } | { readonly kind: 'not-proven'; readonly because: Text };

/** The results of the rules after the template's files were edited. */
export interface SecondLook {
  /** Findings of this template only. */
  readonly findings: readonly Finding[];
  readonly rules: readonly RuleResult[];
  /** Whether the template could be read. */
  readonly isRead: boolean;
}

/** A fix is proven only if everything was checked, no fixed finding is left, and no new error appeared. */
export function proofOf(template: string, fixed: readonly Finding[], second: SecondLook): FixProof {
  if (!second.isRead) return { kind: 'not-proven', because: ['It could not be rehearsed again.'] };
  const before = new Set(fixed.map(keyOf));
  const left = second.findings.filter(
    (finding) => FIXED_RULES.has(finding.ruleId) && (finding.severity === 'error' || before.has(keyOf(finding))),
  );
  if (left.length > 0) {
    const subjects = [
      ...new Set(left.map(({ subject }) => (subject.kind === 'resource' ? subject.address : template))),
    ];
    return {
      kind: 'not-proven',
      because: say`In a second rehearsal, a claim still changes ${listed(subjects)}.`,
    };
  }
  const [open] = second.rules.flatMap(({ id, state }) =>
    FIXED_RULES.has(id) && state.kind === 'not-checked'
      ? state.reasons.filter((reason) => reason.template === template)
      : [],
  );
  if (open !== undefined)
    return { kind: 'not-proven', because: say`The second rehearsal could not check everything. ${open.detail}` };
  return { kind: 'proven' };
}

function keyOf({ ruleId, subject }: Finding): string {
  return `${ruleId} ${subjectKey(subject)}`;
}
