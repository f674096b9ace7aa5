import type { NotChecked } from '../judgement/outcome.ts';
import type { Snapshot } from '../judgement/snapshot.ts';
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

/** As a rehearsal of that very preset shows them, or else as the template's plan does. */
export function parametersUnder({ template, claims }: Snapshot, preset: Preset): PresetParameters {
  const rehearsed = claims.kind === 'not-configured' ? [] : claims.items;
  const own = rehearsed.find(
    ({ plan, context }) =>
      context.preset === preset.name &&
      context.parameter === undefined &&
      !plan.errored &&
      plan.complete !== false &&
      plan.parameters.length > 0,
  );
  return own === undefined
    ? { parameters: template.parameters, exact: false }
    : { parameters: own.plan.parameters, exact: true };
}

/**
 * The same as every build sees them: at the import, for the prebuild, and by each
 * claimant. A parameter whose options, default or mutability depend on the build is
 * there once for each form of it, because Coder judges by each of them.
 */
export function variantsUnder(snapshot: Snapshot, preset: Preset): PresetParameters {
  const { rehearsal, claims } = snapshot;
  const control = rehearsal?.kind === 'read' ? rehearsal.items.find((each) => each.preset === preset.name) : undefined;
  if (control === undefined) return parametersUnder(snapshot, preset);
  const claimed = (claims.kind === 'read' ? claims.items : []).filter(
    ({ context, plan }) => context.preset === preset.name && context.parameter === undefined && !plan.errored,
  );
  const plans = [control.prebuild, control.imported, ...claimed.map(({ plan }) => plan)];
  const variants = new Map(
    plans.flatMap(({ parameters }) => parameters.map((parameter) => [definitionOf(parameter), parameter] as const)),
  );
  return { parameters: [...variants.values()], exact: true };
}

/** Equal for two that Coder judges alike. */
function definitionOf({
  name,
  type,
  formType,
  mutable,
  ephemeral,
  default: byDefault,
  options,
  validation,
}: Parameter): string {
  return JSON.stringify([name, type, formType, mutable, ephemeral, byDefault, options, validation]);
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
      detail: say`What preset ${preset.name} sets is not known before the apply, or hidden.`,
      remedy: say`Let ${'parameters'} depend on nothing that only an apply computes, and on no sensitive value.`,
    },
  ];
}

/** For a rule that asks for an attribute of a parameter. */
export function unknownAttribute(parameter: Parameter, attribute: string): readonly NotChecked[] {
  if (!isUnknownIn(parameter, attribute)) return [];
  return [
    {
      code: 'parameter-not-known',
      detail: say`${attribute} of parameter ${parameter.name} is not known before the apply, or hidden.`,
      remedy: say`Let ${attribute} depend on nothing that only an apply computes, and on no sensitive value.`,
    },
  ];
}
