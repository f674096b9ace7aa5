import type { Configuration } from '../../model/configuration/configuration.ts';
import { type Patch, unifiedDiff } from '../../model/configuration/patch.ts';
import { type Finding, subjectKey } from '../../model/judgement/finding.ts';
import type { RuleResult } from '../../model/judgement/verdict.ts';
import { listed, plain, say, type Text } from '../../model/text.ts';
import { FIXED_RULES, fixAll } from '../explain-finding.ts';

/** What to write into the files of one template so that claims leave it alone. */
export interface FixPlan {
  readonly patches: readonly Patch[];
  readonly diff: string;
  /** What is given up for it, each said once. */
  readonly tradeOffs: readonly Text[];
  /** The findings that it mends. */
  readonly findings: readonly Finding[];
}

/** Undefined where nothing was found that an edit mends. What the user accepted stays as it is. */
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

/** Whether rehearsing again showed that a fix does what it is for. */
export type FixProof = { readonly kind: 'proven' } | { readonly kind: 'not-proven'; readonly because: Text };

/** What the rules say of a template after it was written to. */
export interface SecondLook {
  /** Of this template alone. */
  readonly findings: readonly Finding[];
  readonly rules: readonly RuleResult[];
  /** The template could be read at all. */
  readonly isRead: boolean;
}

/** Proven is only what was seen whole and is clean: of what was fixed nothing is left, and nothing grave is new. */
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
      because: say`Rehearsed again, a claim still does not leave ${listed(subjects)} alone.`,
    };
  }
  const [open] = second.rules.flatMap(({ id, state }) =>
    FIXED_RULES.has(id) && state.kind === 'not-checked'
      ? state.reasons.filter((reason) => reason.template === template)
      : [],
  );
  if (open !== undefined)
    return { kind: 'not-proven', because: say`Rehearsed again, it was not seen whole. ${open.detail}` };
  return { kind: 'proven' };
}

function keyOf({ ruleId, subject }: Finding): string {
  return `${ruleId} ${subjectKey(subject)}`;
}
