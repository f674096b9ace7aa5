import { type Configuration, modulePrefix } from '../../model/configuration/configuration.ts';
import { type Patch, unifiedDiff } from '../../model/configuration/patch.ts';
import { parseAddress } from '../../model/configuration/resource-address.ts';
import { type Finding, subjectKey } from '../../model/judgement/finding.ts';
import { isAtLeast } from '../../model/judgement/severity.ts';
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

/** Whether rehearsing again showed that a fix does what it is for. A harmful one breaks something that was well before. */
export type FixProof =
  | { readonly kind: 'proven' }
  | { readonly kind: 'not-proven'; readonly because: Text; readonly isHarmful?: true };

/** What one rehearsal said of a template. */
export interface Look {
  /** Of this template alone. */
  readonly findings: readonly Finding[];
  readonly rules: readonly RuleResult[];
  /** Whether the template could be read. */
  readonly isRead: boolean;
  /** Addresses of what a prebuild holds; undefined where it was not seen. */
  readonly resources: readonly string[] | undefined;
}

/**
 * Proven is only what was seen whole and is clean: of what was fixed nothing is
 * left, nothing grave and no warning is new, and every block has as many
 * instances as before.
 */
export function proofOf(template: string, fixed: readonly Finding[], first: Look, second: Look): FixProof {
  if (!second.isRead) return harmful(['It could not be rehearsed again.']);
  const [open] = gapsOf(template, second).filter(
    ({ code, detail }) =>
      !gapsOf(template, first).some((gap) => gap.code === code && plain(gap.detail) === plain(detail)),
  );
  if (open !== undefined) return harmful(say`The second rehearsal could not check everything. ${open.detail}`);
  const changed = changedBlocks(first.resources, second.resources);
  if (changed.length > 0)
    return harmful(say`In a second rehearsal, the number of ${listed(changed)} is not the same as before.`);

  const before = new Set(fixed.map(keyOf));
  const left = second.findings.filter(
    (finding) => FIXED_RULES.has(finding.ruleId) && (finding.severity === 'error' || before.has(keyOf(finding))),
  );
  if (left.length > 0) {
    return notProven(say`In a second rehearsal, a claim still changes ${listed(subjectsOf(template, left))}.`);
  }
  const known = new Set(first.findings.map(blockKeyOf));
  const fresh = second.findings.filter(
    (finding) => isAtLeast(finding.severity, 'warning') && !known.has(blockKeyOf(finding)),
  );
  if (fresh.length > 0) {
    const rules = [...new Set(fresh.map(({ ruleId }) => ruleId))];
    return harmful(
      say`The second rehearsal shows something new about ${listed(subjectsOf(template, fresh))}: ${listed(rules)}.`,
    );
  }
  const [gap] = gapsOf(template, second);
  return gap === undefined
    ? { kind: 'proven' }
    : notProven(say`The second rehearsal could not check everything. ${gap.detail}`);
}

function notProven(because: Text): FixProof {
  return { kind: 'not-proven', because };
}

function harmful(because: Text): FixProof {
  return { kind: 'not-proven', because, isHarmful: true };
}

function gapsOf(template: string, { rules }: Look) {
  return rules.flatMap(({ id, state }) =>
    FIXED_RULES.has(id) && state.kind === 'not-checked'
      ? state.reasons.filter((reason) => reason.template === template)
      : [],
  );
}

/** Blocks that have more instances or fewer than before; none where one of the two was not seen. */
function changedBlocks(before: readonly string[] | undefined, after: readonly string[] | undefined): readonly string[] {
  if (before === undefined || after === undefined) return [];
  const [old, fresh] = [before, after].map((addresses) => Map.groupBy(addresses, withoutKeys));
  const blocks = new Set([...(old?.keys() ?? []), ...(fresh?.keys() ?? [])]);
  return [...blocks].filter((block) => old?.get(block)?.length !== fresh?.get(block)?.length);
}

/** Keys of instances may be other ones after a fix. */
function withoutKeys(address: string): string {
  const parsed = parseAddress(address);
  if (parsed === undefined) return address;
  return `${modulePrefix(parsed.calls.map(({ name }) => name))}${parsed.type}.${parsed.name}`;
}

function subjectsOf(template: string, findings: readonly Finding[]): readonly string[] {
  return [...new Set(findings.map(({ subject }) => (subject.kind === 'resource' ? subject.address : template)))];
}

function keyOf({ ruleId, subject }: Finding): string {
  return `${ruleId} ${subjectKey(subject)}`;
}

function blockKeyOf({ ruleId, subject }: Finding): string {
  return `${ruleId} ${subject.kind === 'resource' ? withoutKeys(subject.address) : subjectKey(subject)}`;
}
