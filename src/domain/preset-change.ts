import type { Baseline } from './baseline.ts';
import { type BuildKind, factsAfterUpdate, type MutationFact } from './parameter-mutation.ts';
import type { Parameter, Preset } from './template.ts';

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

/**
 * For each preset of both versions the values that it gives now, beside what its
 * workspaces have. A parameter that the baseline lacks is new and may take any
 * value; one that the preset leaves open keeps the previous one.
 */
export function presetValueChanges(
  baseline: Baseline,
  presets: readonly Preset[],
  parameters: readonly Parameter[],
): readonly PresetValueChange[] {
  return presets.flatMap((preset) => {
    const earlier = baseline.presets.find(({ name }) => name === preset.name);
    if (earlier === undefined) return [];
    return [...preset.parameters].flatMap(([name, after]) => {
      const parameter = parameters.find((each) => each.name === name);
      const before = valueIn(baseline, earlier, name);
      if (parameter === undefined || before === undefined || after === undefined) return [];
      const defined = baseline.parameters.find((each) => each.name === name);
      const facts = factsAfterUpdate({ earlier: defined, later: parameter, previous: before, given: after });
      return [{ preset: preset.name, parameter, before, after, facts }];
    });
  });
}

/** Undefined where the parameter is new, or its value not known. */
function valueIn({ parameters }: Baseline, preset: Preset, name: string): string | undefined {
  const parameter = parameters.find((each) => each.name === name);
  if (parameter === undefined) return undefined;
  return preset.parameters.has(name) ? preset.parameters.get(name) : parameter.default;
}
