import type { NotChecked } from '../judgement/outcome.ts';
import type { Snapshot } from '../judgement/snapshot.ts';
import type { Plan } from '../plan/plan.ts';
import { say } from '../text.ts';
import type { Parameter, Preset } from './template.ts';

/** The parameters that a workspace of the preset has. */
export interface PresetParameters {
  readonly parameters: readonly Parameter[];
  /**
   * Planned with the preset's own values. Else a parameter behind a `count` or
   * `for_each` may be there or not.
   */
  readonly exact: boolean;
}

/** Whom a parameter is shown to: Coder's import of the template, its prebuilds user, or who claims. */
export type Viewer = 'import' | 'prebuild' | 'claimant';

/** The parameters as one build has them. */
export interface ParameterView {
  readonly by: Viewer;
  readonly parameters: readonly Parameter[];
}

/**
 * What each build of a preset has of parameters, planned with the preset's own
 * values; empty where the preset was not rehearsed. A condition on the owner or
 * on the prebuild flags makes them differ.
 */
export function parameterViews({ claims, rehearsal }: Snapshot, preset: Preset): readonly ParameterView[] {
  const controls = rehearsal?.kind === 'read' ? rehearsal.items : [];
  const claimed = claims.kind === 'not-configured' ? [] : claims.items;
  const plans: readonly (readonly [Viewer, Plan])[] = [
    ...controls
      .filter((control) => control.preset === preset.name)
      .flatMap(({ imported, prebuild }) => [['import', imported] as const, ['prebuild', prebuild] as const]),
    ...claimed
      .filter(({ context }) => context.preset === preset.name && context.parameter === undefined)
      .map(({ plan }) => ['claimant', plan] as const),
  ];
  return plans
    .filter(([, { errored, complete }]) => !errored && complete !== false)
    .map(([by, { parameters }]) => ({ by, parameters }))
    .filter(({ parameters }) => parameters.length > 0);
}

/**
 * As a rehearsal of that very preset shows them to anybody, or else as the
 * template's plan does. Coder keeps what the import shows; a parameter that any
 * build requires is required, and every option that somebody sees can be chosen.
 */
export function parametersUnder(snapshot: Snapshot, preset: Preset): PresetParameters {
  const views = parameterViews(snapshot, preset);
  if (views.length === 0) return { parameters: snapshot.template.parameters, exact: false };
  const byName = Map.groupBy(
    views.flatMap(({ parameters }) => parameters),
    ({ name }) => name,
  );
  return { parameters: [...byName.values()].flatMap(merged), exact: true };
}

function merged(seen: readonly Parameter[]): readonly Parameter[] {
  const [first] = seen;
  if (first === undefined) return [];
  const options = new Map(seen.flatMap((each) => each.options.map((option) => [option.value, option] as const)));
  const isRequired = seen.some((each) => each.default === undefined && !isUnknownIn(each, 'default'));
  // Without options anything can be chosen, so those of another build bound nobody.
  const isOpen = seen.some((each) => each.options.length === 0);
  return [
    {
      ...first,
      default: isRequired ? undefined : first.default,
      options: isOpen ? [] : [...options.values()],
    },
  ];
}

/** Whether it is there only under a condition that the preset's own values may not meet. */
export function isUncertain(parameter: Parameter, { exact }: PresetParameters): boolean {
  return parameter.conditional && !exact;
}

export function isUnknownIn(subject: Pick<Parameter | Preset, 'unknown'>, attribute: string): boolean {
  return subject.unknown?.includes(attribute) ?? false;
}

/** For a rule that asks what a preset sets. */
export function unknownParametersOf(preset: Preset): readonly NotChecked[] {
  if (!isUnknownIn(preset, 'parameters')) return [];
  return [
    {
      code: 'preset-not-known',
      detail: say`The values of preset ${preset.name} are hidden, or known only after apply.`,
      remedy: say`Make ${'parameters'} independent of sensitive values and of values that are known only after apply.`,
    },
  ];
}

/** For a rule that asks for an attribute of a parameter. */
export function unknownAttribute(parameter: Parameter, attribute: string): readonly NotChecked[] {
  if (!isUnknownIn(parameter, attribute)) return [];
  return [
    {
      code: 'parameter-not-known',
      detail: say`${attribute} of parameter ${parameter.name} is hidden, or known only after apply.`,
      remedy: say`Make ${attribute} independent of sensitive values and of values that are known only after apply.`,
    },
  ];
}
