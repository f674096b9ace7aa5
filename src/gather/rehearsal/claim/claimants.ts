import type { Claimant } from '../../requests.ts';
import { type ClearPlan, readDataSources } from '../terraform/clear-plan.ts';
import type { Environment, ParameterValues } from './environment.ts';
import { claimant, type Persona } from './persona.ts';

/** The claimants as this template sees them: with an access token and a secret for each that it asks for. */
export function claimantsOf(options: readonly Claimant[], plan: ClearPlan): readonly Persona[] {
  const externalAuth = textsOf(plan, 'coder_external_auth', 'id');
  return options.map((each, index) =>
    claimant({ ...each, externalAuth: [...new Set([...externalAuth, ...(each.externalAuth ?? [])])] }, index),
  );
}

/** What Coder gives the provider of the claimant's own secrets. */
export function secretEnvironment(plan: ClearPlan, { username }: Persona): Environment {
  const value = `rehearsal-secret-of-${username}`;
  const files = textsOf(plan, 'coder_secret', 'file').map((path) => Buffer.from(path).toString('hex'));
  return Object.fromEntries([
    ...textsOf(plan, 'coder_secret', 'env').map((name) => [`CODER_SECRET_ENV_${name}`, value]),
    ...files.map((path) => [`CODER_SECRET_FILE_${path}`, value]),
  ]);
}

/** What the prebuild was built with: Coder keeps defaults, too. */
export function resolvedParameters(plan: ClearPlan): ParameterValues {
  return new Map(
    readDataSources(plan, 'coder_parameter').flatMap(({ name, value }) =>
      typeof name === 'string' && typeof value === 'string' ? [[name, value] as const] : [],
    ),
  );
}

/**
 * What a claim is built with: what the preset sets, and what the prebuild froze
 * because it is immutable. Mutable parameters that the preset leaves open get
 * their default, as the claimant's own form shows it.
 */
export function claimParameters(plan: ClearPlan, preset: ParameterValues): ParameterValues {
  const frozen = readDataSources(plan, 'coder_parameter').flatMap(({ name, value, mutable }) =>
    typeof name === 'string' && typeof value === 'string' && mutable !== true ? [[name, value] as const] : [],
  );
  return new Map([...frozen, ...preset]);
}

function textsOf(plan: ClearPlan, type: string, attribute: string): readonly string[] {
  const found = readDataSources(plan, type).map((values) => values[attribute]);
  return [...new Set(found.filter((value) => typeof value === 'string' && value !== ''))] as readonly string[];
}
