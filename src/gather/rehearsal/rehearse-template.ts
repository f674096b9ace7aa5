import { ownerConditions } from '../../explain/owner-conditions.ts';
import { type NotChecked, read } from '../../model/judgement/outcome.ts';
import type { Rehearsal, TerraformVersion } from '../../model/judgement/rehearsal.ts';
import type { Plan } from '../../model/plan/plan.ts';
import { isUpTo } from '../../model/template/coder-release.ts';
import type { StateReader } from '../ports.ts';
import type { Claimant } from '../requests.ts';
import { allEnded } from './all-ended.ts';
import { REHEARSED_WORKSPACE } from './claim/environment.ts';
import { LAST_WITH_TASKS } from './claim/environment-table.ts';
import { type Claimants, furtherClaimants } from './claim/further-claimants.ts';
import { type Import, notImported, planImport } from './plan-import.ts';
import { type PresetRehearsal, rehearsePreset } from './rehearse-preset.ts';
import type { PresetScript } from './settle/settle-preset.ts';
import { parseLiveState } from './state/live-state.ts';
import { deferredPreset, missedPresets, type PlannedPreset, plannedPresets } from './template/preset-scripts.ts';
import { gap, type TemplateRun } from './template-run.ts';
import { type ClearPlan, declares } from './terraform/clear-plan.ts';

/**
 * Imports the template, then rehearses every preset with prebuilds that the
 * import has shown. Without `states` of real prebuilds, theirs are made up.
 */
export async function rehearseTemplate(
  run: TemplateRun,
  terraform: TerraformVersion,
  states: StateReader | undefined,
): Promise<Rehearsal> {
  const imported = await planImport(run);
  if (imported.kind === 'gap') return notRehearsed(terraform, imported.reason, imported.plan);
  if (imported.kind === 'refused') {
    return { ...notRehearsed(terraform, notImported(), imported.plan), refusals: read([imported.refusal]) };
  }
  const { first, plan } = imported;
  const presets = plannedPresets(first.document);
  const scripts = scriptsOf(presets, run.options.assumePrebuild);
  const { claimants, unmet } = claimantsFor(run, first.document);
  const rehearsals = await allEnded(scripts.map((script) => rehearseScript(run, claimants, script, imported, states)));
  const missed = missedPresets(plan, presets).map(deferredPreset);
  const claimGaps = [...missed, ...rehearsals.flatMap((each) => each.claimGaps)];
  return {
    terraform,
    plan,
    claims: read(
      rehearsals.flatMap(({ claims }) => claims),
      claimGaps,
    ),
    control: read(
      rehearsals.flatMap(({ control }) => control ?? []),
      [...missed, ...rehearsals.flatMap(({ controlGaps }) => controlGaps)],
    ),
    refusals: read(
      rehearsals.flatMap(({ refusals }) => refusals),
      claimGaps,
    ),
    unmet,
  };
}

/** Those that were given or are the default, and whom the template asks for beside. */
function claimantsFor({ options, configuration }: TemplateRun, imported: ClearPlan): Claimants {
  const { claimants, maxClaimants, coderRelease } = options;
  const conditions = configuration === undefined ? [] : ownerConditions(configuration);
  // Without its configuration a plan does not say what it declares.
  const readsTask = imported.configuration !== undefined && declares(imported, ['coder_task']);
  const hasTasks = coderRelease === undefined || isUpTo(coderRelease, LAST_WITH_TASKS);
  return furtherClaimants(claimants, { conditions, task: readsTask && hasTasks }, maxClaimants);
}

/** Nothing could be rehearsed, for one reason. */
export function notRehearsed(
  terraform: TerraformVersion | undefined,
  reason: NotChecked,
  plan: Plan | undefined = undefined,
): Rehearsal {
  return {
    terraform,
    plan,
    claims: read([], [reason]),
    control: read([], [reason]),
    refusals: read([], [reason]),
    unmet: [],
  };
}

type Script = Pick<PresetScript, 'name' | 'label' | 'parameters'>;

function scriptsOf(presets: readonly PlannedPreset[], assumePrebuild: boolean): readonly Script[] {
  const withPrebuilds = presets.filter(({ hasPrebuilds }) => hasPrebuilds);
  const chosen = withPrebuilds.length > 0 || !assumePrebuild ? withPrebuilds : presets;
  if (chosen.length === 0 && assumePrebuild) return [{ name: undefined, label: 'preset-0', parameters: new Map() }];
  return chosen.map(({ name, parameters }, index) => ({ name, label: `preset-${index + 1}`, parameters }));
}

async function rehearseScript(
  run: TemplateRun,
  claimants: readonly Claimant[],
  script: Script,
  imported: Extract<Import, { readonly kind: 'imported' }>,
  states: StateReader | undefined,
): Promise<PresetRehearsal> {
  if (states === undefined) {
    return rehearsePreset(run, { ...script, workspace: REHEARSED_WORKSPACE, seeds: new Map() }, imported, claimants);
  }
  const reading = await states.readState(script.name);
  if (reading.kind === 'gap') return withoutState(reading.reason);
  const live = parseLiveState(reading.text);
  if (live === undefined) {
    return withoutState(gap(run, { stage: 'settle', cause: 'live-state-unreadable', diagnostics: [] }, script.name));
  }
  const workspace = { ...REHEARSED_WORKSPACE, ...live.workspace };
  return rehearsePreset(run, { ...script, workspace, seeds: live.objects }, imported, claimants);
}

function withoutState(reason: NotChecked): PresetRehearsal {
  return { claims: [], claimGaps: [reason], control: undefined, controlGaps: [reason], refusals: [] };
}
