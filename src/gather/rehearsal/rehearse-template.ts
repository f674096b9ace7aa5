import { type NotChecked, read } from '../../model/judgement/outcome.ts';
import type { Rehearsal, TerraformVersion } from '../../model/judgement/rehearsal.ts';
import type { Plan } from '../../model/plan/plan.ts';
import type { StateReader } from '../ports.ts';
import { allEnded } from './all-ended.ts';
import { resolvedParameters } from './claim/claimants.ts';
import { type ParameterValues, REHEARSED_WORKSPACE } from './claim/environment.ts';
import { planByDefaults } from './plan-template.ts';
import { type PresetRehearsal, rehearsePreset } from './rehearse-preset.ts';
import type { FirstPlan, PresetScript } from './settle/settle-preset.ts';
import { parseLiveState } from './state/live-state.ts';
import { deferredPreset, missedPresets, type PlannedPreset, plannedPresets } from './template/preset-scripts.ts';
import { gap, type TemplateRun } from './template-run.ts';

/**
 * Plans the template as the prebuilds user, then rehearses every preset that has
 * prebuilds. Without `states` of real prebuilds, theirs are made up.
 */
export async function rehearseTemplate(
  run: TemplateRun,
  terraform: TerraformVersion,
  states: StateReader | undefined,
): Promise<Rehearsal> {
  const planned = await planByDefaults(run);
  if ('code' in planned) return notRehearsed(terraform, planned);
  const { first, plan, failure } = planned;
  const reason = failure === undefined ? undefined : gap(run, failure, undefined);

  const presets = plannedPresets(first.document);
  const scripts = scriptsOf(presets, run.options.assumePrebuild);
  // A template whose plan fails without values may well plan with those of a preset.
  if (reason !== undefined && scripts.every(({ parameters }) => parameters.size === 0)) {
    return notRehearsed(terraform, reason, plan);
  }
  const rehearsals = await allEnded(
    scripts.map((script) => rehearseScript(run, script, failure === undefined ? first : undefined, states)),
  );
  const shown = failure === undefined ? plan : (rehearsals.find((each) => each.plan !== undefined)?.plan ?? plan);
  // A plan that failed may have stopped before it read them all.
  const missed = missedPresets(shown, presets).map((name) =>
    failure === undefined ? deferredPreset(name) : gap(run, failure, name),
  );
  return {
    terraform,
    plan: shown,
    claims: read(
      rehearsals.flatMap(({ claims }) => claims),
      [...missed, ...rehearsals.flatMap(({ claimGaps }) => claimGaps)],
    ),
    control: read(
      rehearsals.flatMap(({ control }) => (control === undefined ? [] : [control])),
      [...missed, ...rehearsals.flatMap(({ controlGaps }) => controlGaps)],
    ),
    refusals: read([]),
    unmet: [],
  };
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
  script: Script,
  base: FirstPlan | undefined,
  states: StateReader | undefined,
): Promise<PresetRehearsal> {
  const isAsPlanned = base !== undefined && changesNothing(base, script.parameters);
  if (states === undefined) {
    const synthetic = { ...script, workspace: REHEARSED_WORKSPACE, seeds: new Map() };
    return rehearsePreset(run, synthetic, isAsPlanned ? base : undefined);
  }
  const reading = await states.readState(script.name);
  if (reading.kind === 'gap') return withoutState(reading.reason);
  const live = parseLiveState(reading.text);
  if (live === undefined) {
    return withoutState(gap(run, { stage: 'settle', cause: 'live-state-unreadable', diagnostics: [] }, script.name));
  }
  const workspace = { ...REHEARSED_WORKSPACE, ...live.workspace };
  return rehearsePreset(run, { ...script, workspace, seeds: live.objects }, undefined);
}

/** The template's own plan was made with the very values that the preset sets. */
function changesNothing({ document }: FirstPlan, parameters: ParameterValues): boolean {
  const resolved = resolvedParameters(document);
  return [...parameters].every(([name, value]) => resolved.get(name) === value);
}

function withoutState(reason: NotChecked): PresetRehearsal {
  return { plan: undefined, claims: [], claimGaps: [reason], control: undefined, controlGaps: [reason] };
}
