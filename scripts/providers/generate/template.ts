import fc from 'fast-check';
import { type Expression, expression } from './expression.ts';

/**
 * A template of providers that need no infrastructure. Its parts share an agent,
 * parameters and presets, and do not know each other: so many templates are
 * proven by the commands of one.
 */
export interface GeneratedTemplate {
  readonly agent: AgentKind;
  readonly parameters: readonly GeneratedParameter[];
  /** Which of the parameters each preset sets. */
  readonly presets: readonly (readonly boolean[])[];
  readonly parts: readonly Part[];
}

export interface Part {
  readonly locals: readonly Expression[];
  readonly resources: readonly GeneratedResource[];
}

/** `of-owner` is replaced by a claim; two agents that are used lose their tokens. */
export type AgentKind = 'plain' | 'counted' | 'of-owner' | 'two' | 'two-of-which-one-is-used';

export interface GeneratedParameter {
  /** One that does not exist for everybody is always mutable. */
  readonly isMutable: boolean;
  readonly byOwner: boolean;
  /** For whom it exists. */
  readonly gate: 'everybody' | 'pool' | 'people';
}

export interface GeneratedResource {
  readonly type: ResourceType;
  readonly value: Expression;
  readonly repetition: Repetition;
  readonly ignores: 'nothing' | 'value' | 'all';
  readonly createsFirst: boolean;
  /** The resource before it, by whose changes it is replaced; `undefined` for none. */
  readonly triggeredBy: number | undefined;
}

export const RESOURCE_TYPES = [
  'terraform_data',
  'terraform_data input',
  'null_resource',
  'random_string',
  'random_id',
  'random_pet prefix',
  'time_static',
  'local_file',
  'local_file elsewhere',
  'local_file named',
  'module',
  'nested module',
] as const;
export type ResourceType = (typeof RESOURCE_TYPES)[number];

export const REPETITIONS = [
  'once',
  'twice',
  'by start_count',
  'by prebuild_count',
  'in the pool',
  'for people',
  'by local',
  'by value',
  'by fixed keys',
  'by name',
  'by full name',
  'by id',
  'by groups',
] as const;
export type Repetition = (typeof REPETITIONS)[number];

const mostly = <T>(usual: T, ...others: readonly T[]): fc.Arbitrary<T> =>
  fc.oneof(
    { withCrossShrink: true },
    { weight: 2, arbitrary: fc.constant(usual) },
    { weight: 1, arbitrary: fc.constantFrom(...others) },
  );

function part(isTroubled: boolean): fc.Arbitrary<Part> {
  const resource: fc.Arbitrary<GeneratedResource> = fc.record({
    type: fc.constantFrom(...RESOURCE_TYPES),
    value: expression(isTroubled),
    repetition: mostly<Repetition>('once', ...REPETITIONS.slice(1)),
    ignores: mostly<GeneratedResource['ignores']>('nothing', 'nothing', 'value', 'all'),
    createsFirst: fc.boolean(),
    triggeredBy: fc.option(fc.nat(5), { nil: undefined, freq: 5 }),
  });
  return fc.record({
    locals: fc.array(expression(isTroubled), { maxLength: 5, size: 'max' }),
    resources: fc.array(resource, { minLength: 1, maxLength: 5, size: 'max' }),
  });
}

const parameter: fc.Arbitrary<GeneratedParameter> = fc.record({
  isMutable: fc.boolean(),
  byOwner: fc.boolean(),
  gate: mostly<GeneratedParameter['gate']>('everybody', 'everybody', 'pool', 'people'),
});

const preset = fc.array(fc.boolean(), { minLength: 2, maxLength: 2 });

function template(parts: fc.Arbitrary<readonly Part[]>): fc.Arbitrary<GeneratedTemplate> {
  return fc.record({
    agent: mostly<AgentKind>('plain', 'counted', 'of-owner', 'two', 'two-of-which-one-is-used'),
    parameters: fc.array(parameter, { maxLength: 2 }),
    presets: fc.oneof(
      { withCrossShrink: true },
      { weight: 5, arbitrary: fc.array(preset, { minLength: 1, maxLength: 1 }) },
      { weight: 1, arbitrary: fc.array(preset, { minLength: 2, maxLength: 2 }) },
    ),
    parts,
  });
}

/** Four at an average, for the commands of one. */
const MOST_PARTS = 7;

/** Of several parts where all goes well; of one where Coder may refuse it. */
export const TEMPLATES = {
  calm: template(fc.array(part(false), { minLength: 1, maxLength: MOST_PARTS, size: 'max' })),
  troubled: template(fc.array(part(true), { minLength: 1, maxLength: 1 })),
};

/** Parameters that a claimant's form fills with a default that is the claimant's own. */
export function openToClaimants({ parameters, presets }: GeneratedTemplate): readonly string[] {
  return parameters.flatMap((parameter, index) => {
    const isSet = presets.every((set) => isSetBy(set, index, parameter));
    return parameter.byOwner && !isSet ? [`p${index}`] : [];
  });
}

/**
 * A preset sets no parameter that the import may not have, because Coder would
 * refuse that, and every immutable one, because Coder refuses another choice.
 */
export function isSetBy(preset: readonly boolean[], index: number, { isMutable, gate }: GeneratedParameter): boolean {
  return gate === 'everybody' && (preset[index] === true || !isMutable);
}

/** The one template of a seed. */
export function templateOf(seed: number): GeneratedTemplate {
  return fc.sample(arbitraryOf(seed), { seed, numRuns: 1 })[0]!;
}

/** One in six may be refused. */
export function arbitraryOf(seed: number): fc.Arbitrary<GeneratedTemplate> {
  return seed % 6 === 0 ? TEMPLATES.troubled : TEMPLATES.calm;
}
