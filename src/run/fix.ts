import { type FixPlan, type FixProof, type Look, planFix, proofOf } from '../explain/fix/choose-fixes.ts';
import type { ConfigurationReader } from '../gather/ports.ts';
import { inverted, type Patch } from '../model/configuration/patch.ts';
import type { TemplateWriter } from '../publish/ports.ts';
import type { TemplateFix } from '../report/report.ts';
import type { CheckResult } from './check.ts';

/** One rehearsal of all templates. Their files are read anew for each. */
export interface Rehearsed extends Pick<CheckResult, 'verdict' | 'report'> {
  readonly configurations: ConfigurationReader;
}

/** Fixing one replacement can reveal another. A third rehearsal finds nothing that the second did not. */
const MAX_ROUNDS = 3;

/**
 * Rehearses templates, writes the fixes, and rehearses again: the verdict
 * is that of the last rehearsal, and only what that shows clean is proven. What
 * turns out to do harm is taken back.
 */
export async function fix<Round extends Rehearsed>(
  rehearse: () => Promise<Round>,
  writer: TemplateWriter,
): Promise<Round> {
  const first = await rehearse();
  const written = new Map<string, Planned[]>();
  let last = first;
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const plans = toWrite(await planFixes(last));
    if (plans.length === 0) break;
    for (const { template, patches } of plans) {
      if (patches.length > 0) await writer.writePatches(template, patches);
    }
    for (const plan of plans) written.set(plan.template, [...(written.get(plan.template) ?? []), plan]);
    const next = await rehearse();
    if (plans.some(({ template }) => isHarmful(template, written, first, next))) {
      for (const { template, patches } of plans.toReversed()) {
        if (patches.length > 0) await writer.writePatches(template, inverted(patches));
      }
      const fixes = fixesOf(written, first, next, new Set(plans));
      return { ...last, report: { ...last.report, fixes } };
    }
    last = next;
  }
  return { ...last, report: { ...last.report, fixes: fixesOf(written, first, last) } };
}

/** The same, but for the writing. */
export async function planOnly<Round extends Rehearsed>(rehearse: () => Promise<Round>): Promise<Round> {
  const only = await rehearse();
  const fixes = (await planFixes(only)).map(
    ({ template, plan }): TemplateFix => ({
      template,
      diffs: [plan.diff],
      tradeOffs: plan.tradeOffs,
      proof: { kind: 'not-proven', because: ['Nothing was written, so it was not rehearsed again.'] },
      unwritten: 'dry-run',
    }),
  );
  return { ...only, report: { ...only.report, fixes } };
}

interface Planned {
  readonly template: string;
  readonly plan: FixPlan;
  /** Of the plan, what nobody has written yet. */
  readonly patches: readonly Patch[];
}

async function planFixes({ report, configurations }: Rehearsed) {
  const plans: { readonly template: string; readonly plan: FixPlan }[] = [];
  const rehearsed = report.plans.filter(({ kind }) => kind === 'rehearsal');
  for (const { name: template } of rehearsed) {
    const findings = report.findings.filter((finding) => finding.template === template);
    if (findings.length === 0) continue;
    const configuration = await configurations.readConfiguration(template);
    const [files] = configuration.kind === 'read' ? configuration.items : [];
    const plan = files === undefined ? undefined : planFix(files, findings);
    if (plan !== undefined) plans.push({ template, plan });
  }
  return plans;
}

/**
 * Templates that share a module want the same edit, which is written once. Where
 * they want different ones of the same file, the second waits for the next round.
 */
function toWrite(plans: readonly { readonly template: string; readonly plan: FixPlan }[]): readonly Planned[] {
  const taken = new Map<string, Patch>();
  const files = new Set<string>();
  return plans.flatMap(({ template, plan }) => {
    const patches = plan.patches.filter((patch) => !taken.has(JSON.stringify(patch)));
    if (patches.some(({ file }) => files.has(file))) return [];
    for (const patch of plan.patches) {
      taken.set(JSON.stringify(patch), patch);
      files.add(patch.file);
    }
    return [{ template, plan, patches }];
  });
}

function isHarmful(
  template: string,
  written: ReadonlyMap<string, readonly Planned[]>,
  first: Rehearsed,
  next: Rehearsed,
): boolean {
  const proof = proofFor(template, written.get(template) ?? [], first, next);
  return proof.kind === 'not-proven' && proof.isHarmful === true;
}

/** What another edit of the same round spoiled is taken back with it: it was proven of files that are not there any more. */
function fixesOf(
  written: ReadonlyMap<string, readonly Planned[]>,
  first: Rehearsed,
  last: Rehearsed,
  takenBack: ReadonlySet<Planned> = new Set(),
): readonly TemplateFix[] {
  return [...written].map(([template, plans]) => ({
    template,
    diffs: plans.map(({ plan }) => plan.diff),
    tradeOffs: plans.flatMap(({ plan }) => plan.tradeOffs),
    proof: plans.some((plan) => takenBack.has(plan))
      ? asTakenBack(proofFor(template, plans, first, last))
      : proofFor(template, plans, first, last),
    ...(plans.every((plan) => takenBack.has(plan)) ? { unwritten: 'taken-back' as const } : {}),
  }));
}

function asTakenBack(proof: FixProof): FixProof {
  const because = proof.kind === 'proven' ? ['Another edit did harm.'] : proof.because;
  return { kind: 'not-proven', because: [...because, ' The last edits were taken back.'] };
}

function proofFor(template: string, plans: readonly Planned[], first: Rehearsed, last: Rehearsed): FixProof {
  const fixed = plans.flatMap(({ plan }) => plan.findings);
  return proofOf(template, fixed, lookAt(template, first), lookAt(template, last));
}

function lookAt(template: string, { report }: Rehearsed): Look {
  const plan = report.plans.find(({ name }) => name === template);
  return {
    findings: report.findings.filter((finding) => finding.template === template),
    rules: report.rules,
    isRead: plan !== undefined,
    resources: plan?.resources,
  };
}
