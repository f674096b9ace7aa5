import type { Claimant } from '../../requests.ts';
import type { Json } from '../state/cty-type.ts';
import { type ClearPlan, readDataSources } from '../terraform/clear-plan.ts';
import type { ParameterValues } from './environment.ts';
import { type Asked, claimant, type Persona } from './persona.ts';

/** The claimants as a template with these needs sees them. */
export function claimantsOf(options: readonly Claimant[], asked: Asked): readonly Persona[] {
  return options.map((each, index) => claimant(each, index, asked, options.length === 1));
}

/** What the template asks of whoever builds it, as far as these plans show it. */
export function askedBy(plans: readonly ClearPlan[]): Asked {
  const texts = (type: string, attribute: string) => plans.flatMap((plan) => textsOf(plan, type, attribute));
  return {
    externalAuth: distinct([...texts('coder_external_auth', 'id'), ...texts('coder_git_auth', 'id')]),
    secrets: distinct([
      ...texts('coder_secret', 'env').map((name) => `ENV_${name}`),
      ...texts('coder_secret', 'file').map((path) => `FILE_${Buffer.from(path).toString('hex')}`),
    ]),
  };
}

export function isSameAsked(left: Asked, right: Asked): boolean {
  return left.externalAuth.length === right.externalAuth.length && left.secrets.length === right.secrets.length;
}

/** What the prebuild was built with: Coder keeps defaults, too. */
export function resolvedParameters(plan: ClearPlan): ParameterValues {
  return valuesOf(readDataSources(plan, 'coder_parameter'), 'value');
}

/**
 * What a claim is built with that sends nothing of its own: what the preset
 * sets, and whatever the prebuild has, mutable or not. An ephemeral parameter is
 * of one build alone.
 */
export function keptParameters(prebuild: ClearPlan, preset: ParameterValues): ParameterValues {
  const kept = readDataSources(prebuild, 'coder_parameter').filter(({ ephemeral }) => ephemeral !== true);
  return new Map([...valuesOf(kept, 'value'), ...preset]);
}

/**
 * What the dashboard's form sends beside: the default of each open mutable
 * parameter as the claimant sees it. Only those that differ from what is kept.
 */
export function formParameters(claim: ClearPlan, kept: ParameterValues, preset: ParameterValues): ParameterValues {
  const open = readDataSources(claim, 'coder_parameter').filter(
    ({ mutable, ephemeral }) => mutable === true && ephemeral !== true,
  );
  const defaults = [...valuesOf(open, 'default')];
  return new Map(defaults.filter(([name, value]) => !preset.has(name) && kept.has(name) && kept.get(name) !== value));
}

type Values = Readonly<Record<string, Json>>;

function valuesOf(parameters: readonly Values[], attribute: 'value' | 'default'): ParameterValues {
  return new Map(
    parameters.flatMap(({ name, [attribute]: value }) =>
      typeof name === 'string' && typeof value === 'string' ? [[name, value] as const] : [],
    ),
  );
}

function textsOf(plan: ClearPlan, type: string, attribute: string): readonly string[] {
  return readDataSources(plan, type).flatMap((values) => {
    const value = values[attribute];
    return typeof value === 'string' && value !== '' ? [value] : [];
  });
}

function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}
