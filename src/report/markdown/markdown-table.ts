import type { Finding } from '../../model/judgement/finding.ts';
import { prebuildPresets } from '../../model/template/template.ts';
import type { PlanReport } from '../report.ts';
import { PLAN_KIND_WORDS } from '../words/wording.ts';
import { cell, cellCode } from './markdown.ts';

export const TABLE_HEAD = [
  '| Template | Plan | Preset | Instances | Findings | Replaced | Removed |',
  '| --- | --- | --- | --: | --: | --: | --: |',
].join('\n');

/** A row for each preset with prebuilds; one for a template that has none. */
export function tableRows(plan: PlanReport, findings: readonly Finding[]): readonly string[] {
  const own = findings.filter((finding) => finding.template === plan.name);
  const ofPlan = [cellCode(plan.name), PLAN_KIND_WORDS[plan.kind]];
  const counts = [String(plan.replacements.length), removedCell(plan)];
  const presets = plan.prebuildEnabled === false ? [] : prebuildPresets(plan.presets);
  if (presets.length === 0) return [row([...ofPlan, withoutPreset(plan), '', tally(own), ...counts])];
  return presets.map((preset, index) => {
    const instances = preset.prebuilds?.instances;
    const cells = [
      cell([{ code: preset.name }, ...(preset.isDefault ? [' (default)'] : [])]),
      instances === undefined ? 'not known' : String(instances),
      tally(own.filter((finding) => concerns(finding, preset.name))),
    ];
    return row(index === 0 ? [...ofPlan, ...cells, ...counts] : ['', '', ...cells, '', '']);
  });
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function withoutPreset({ prebuildEnabled }: PlanReport): string {
  if (prebuildEnabled === undefined) return 'not known';
  return prebuildEnabled ? 'none; judged as if it had prebuilds' : 'no prebuilds';
}

function removedCell({ removals }: PlanReport): string {
  const byDesign = removals.filter((removal) => removal.byDesign).length;
  return byDesign === 0 ? String(removals.length) : `${removals.length - byDesign} (+ ${byDesign} by design)`;
}

/** What is about no preset in particular is about each. */
function concerns({ subject, details }: Finding, preset: string): boolean {
  if (subject.kind === 'preset') return subject.name === preset;
  if (subject.kind === 'parameter' && subject.preset !== undefined) return subject.preset === preset;
  const seenIn = (details.seenIn ?? []).flatMap((claim) => (claim.preset === undefined ? [] : [claim.preset]));
  return seenIn.length === 0 || seenIn.includes(preset);
}

function tally(findings: readonly Finding[]): string {
  const waived = findings.filter(({ details }) => details.waiver !== undefined).length;
  return waived === 0 ? String(findings.length) : `${findings.length - waived} (+ ${waived} waived)`;
}
