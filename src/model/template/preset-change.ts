import type { NotChecked } from '../judgement/outcome.ts';
import type { Snapshot, Template } from '../judgement/snapshot.ts';
import { say } from '../text.ts';
import type { Baseline } from './baseline.ts';
import { type BuildKind, factsAfterUpdate, type MutationFact } from './parameter-mutation.ts';
import { parametersUnder } from './preset-parameters.ts';
import type { Parameter } from './template.ts';

/** What a preset means for one parameter, before and after the change. */
export interface PresetValueChange {
  readonly preset: string;
  /** As the new version defines it: its mutability counts. */
  readonly parameter: Parameter;
  /** What workspaces of the preset got before: its value, or else the default. */
  readonly before: string;
  /** What the preset gives them now. */
  readonly after: string;
  /** What Coder says to the builds that can follow, on whichever version they run. */
  readonly facts: ReadonlyMap<BuildKind, MutationFact>;
}

/** The builds for which Coder gives that reason. */
export function buildsWith({ facts }: PresetValueChange, fact: MutationFact): readonly BuildKind[] {
  return [...facts].flatMap(([build, own]) => (own === fact ? [build] : []));
}

export interface PresetValueChanges {
  readonly changes: readonly PresetValueChange[];
  /** Values that differ, or may, and that nothing can be said of. */
  readonly open: readonly NotChecked[];
}

/**
 * For each preset of both versions the values that it gives now, beside what its
 * workspaces have. A parameter that the baseline lacks is new and may take any
 * value; one that the preset leaves open keeps the previous one.
 */
export function presetValueChanges(snapshot: Snapshot, baseline: Baseline): PresetValueChanges {
  const found = snapshot.template.presets.flatMap((preset) => {
    const earlier = baseline.presets.find(({ name }) => name === preset.name);
    if (earlier === undefined) return [];
    const now = parametersUnder(snapshot, preset);
    const exactly = baseline.underPresets?.get(preset.name);
    const then = exactly ?? baseline.parameters;
    return [...preset.parameters].map(([name, after]): PresetValueChange | NotChecked | undefined => {
      const later = now.parameters.find((each) => each.name === name);
      const defined = then.find((each) => each.name === name);
      if (later === undefined || defined === undefined) {
        // Planned with the values of the preset, what is not there is not there.
        if (later === undefined && now.exact) return undefined;
        const isHidden =
          isLackingNow(snapshot.template, later, name) ||
          (exactly === undefined && isLackingThen(baseline, defined, later, name));
        const isSame = !earlier.parameters.has(name) || earlier.parameters.get(name) === after;
        return isHidden && !isSame ? conditionNotMet(preset.name, name) : undefined;
      }
      const before = earlier.parameters.has(name) ? earlier.parameters.get(name) : defined.default;
      if (before === undefined && !earlier.parameters.has(name)) return undefined;
      if (before === undefined || after === undefined) {
        return mayMove(later) ? undefined : valueNotKnown(preset.name, name);
      }
      const facts = factsAfterUpdate({ earlier: defined, later, previous: before, given: after });
      return { preset: preset.name, parameter: later, before, after, facts };
    });
  });
  return {
    changes: found.filter((each) => each !== undefined && 'facts' in each),
    open: found.filter((each) => each !== undefined && 'code' in each),
  };
}

/** The template has the parameter, but not under the condition that was planned. */
function isLackingNow({ declaredParameters = [] }: Template, seen: Parameter | undefined, name: string): boolean {
  return seen === undefined && declaredParameters.some((each) => each.name === name);
}

/** The same of the baseline. Coder does not tell what a version declares: what is conditional now may well have been so. */
function isLackingThen(
  { declaredParameters }: Baseline,
  seen: Parameter | undefined,
  later: Parameter | undefined,
  name: string,
): boolean {
  if (seen !== undefined) return false;
  return declaredParameters === undefined
    ? later?.conditional === true
    : declaredParameters.some((each) => each.name === name);
}

function mayMove({ mutable, validation }: Parameter): boolean {
  return mutable && validation?.monotonic === undefined;
}

function conditionNotMet(preset: string, parameter: string): NotChecked {
  return {
    code: 'parameter-not-seen',
    detail: say`Preset ${preset} changes the value of ${parameter}. The parameter exists only under a condition, and the plan of one of the two versions does not have it.`,
    remedy: say`Rehearse the template with a Git ref as ${'baseline'}: then both versions are planned with the values of each preset.`,
  };
}

function valueNotKnown(preset: string, parameter: string): NotChecked {
  return {
    code: 'preset-not-known',
    detail: say`The value of ${parameter} in preset ${preset}, now or before, is hidden or known only after apply.`,
    remedy: say`Write the value of ${parameter} directly into the preset.`,
  };
}
