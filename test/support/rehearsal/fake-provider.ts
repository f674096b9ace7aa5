import type { Environment } from '../../../src/gather/rehearsal/claim/environment.ts';
import type { Cty, CtyObject } from './cty.ts';
import type { AttributePath, ProviderError } from './diagnostic.ts';
import type { Block } from './schema.ts';

/**
 * A provider as far as the fixtures use it: names, types and flags of attributes
 * are those of the real one.
 */
export interface FakeProvider {
  readonly name: string;
  /** `namespace/type`. */
  readonly source: string;
  readonly sdk: Sdk;
  readonly configuration: Block;
  readonly resources: Readonly<Record<string, FakeResource>>;
  readonly data: Readonly<Record<string, FakeDataSource>>;
}

/**
 * How a provider plans. `legacy` is terraform-plugin-sdk v2, whose plans Terraform
 * does not check; `framework` is terraform-plugin-framework, where every change
 * makes all that is computed unknown.
 */
export type Sdk = 'legacy' | 'framework';

/** Where a provider runs: what Coder tells it, and what it makes up. */
export interface World {
  readonly environment: Environment;
  unique(): string;
}

export interface FakeResource {
  readonly version: number;
  readonly block: Block;
  /** What a real apply makes known; whatever it leaves unknown gets a value by its type. */
  create(planned: CtyObject, world: World): CtyObject;
  /** What reading the object again finds otherwise; nothing where it is as the state says. */
  read?(state: CtyObject, world: World): CtyObject;
  /** Planned otherwise than its schema says. `force` names an attribute that makes another object. */
  customize?(planned: CtyObject, prior: CtyObject | null, force: (path: AttributePath) => void): CtyObject;
  validate?(configuration: CtyObject): readonly ProviderError[];
}

export interface FakeDataSource {
  readonly block: Block;
  /** Throws a `ProviderError` for what cannot be read. */
  read(configuration: CtyObject, world: World): Readonly<Record<string, Cty>>;
}
