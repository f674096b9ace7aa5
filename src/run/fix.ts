import { type FixPlan, planFix, proofOf } from '../explain/fix/choose-fixes.ts';
import type { ConfigurationReader } from '../gather/ports.ts';
import type { TemplateWriter } from '../publish/ports.ts';
import type { TemplateFix } from '../report/report.ts';
import type { Judgement } from './check.ts';

/** One rehearsal of all templates. Their files are read anew for each. */
export interface Rehearsed extends Pick<Judgement, 'verdict' | 'report'> {
  readonly configurations: ConfigurationReader;
}

/** Mending one replacement can bring another to light; a third look finds nothing that the second did not. */
const MAX_ROUNDS = 3;

/**
 * Rehearses templates, writes what mends them, and rehearses again: the verdict
 * is that of the last rehearsal, and only what that shows clean is proven.
 */
export async function fix<Round extends Rehearsed>(
  rehearse: () => Promise<Round>,
  writer: TemplateWriter,
): Promise<Round> {
  const written = new Map<string, FixPlan[]>();
  let last = await rehearse();
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const plans = await planFixes(last);
    if (plans.length === 0) break;
    for (const { template, plan } of plans) {
      await writer.writePatches(template, plan.patches);
      written.set(template, [...(written.get(template) ?? []), plan]);
    }
    last = await rehearse();
  }
  const fixes = [...written].map(([template, plans]) => fixOf(template, plans, last));
  return { ...last, report: { ...last.report, fixes } };
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

function fixOf(template: string, plans: readonly FixPlan[], { report }: Rehearsed): TemplateFix {
  const fixed = plans.flatMap(({ findings }) => findings);
  return {
    template,
    diffs: plans.map(({ diff }) => diff),
    tradeOffs: plans.flatMap(({ tradeOffs }) => tradeOffs),
    proof: proofOf(template, fixed, {
      findings: report.findings.filter((finding) => finding.template === template),
      rules: report.rules,
      isRead: report.plans.some(({ name }) => name === template),
    }),
  };
}
