import type { Configuration } from '../../model/configuration/configuration.ts';
import type { NotChecked } from '../../model/judgement/outcome.ts';
import type { CoderRelease } from '../../model/template/coder-release.ts';
import type { ValuePolicy } from '../ports.ts';
import type { PersonaOptions } from './claim/persona.ts';
import type { Conceal } from './terraform/conceal.ts';
import { gapOf } from './terraform/explain-failure.ts';
import type { Failure } from './terraform/failure.ts';
import type { Planner } from './terraform/planner.ts';
import type { ResourceGraph } from './terraform/resource-graph.ts';
import type { Terraform } from './terraform/run-terraform.ts';
import type { SchemaFile } from './terraform/schema/schema-file.ts';

/** What a user may say of a rehearsal. */
export interface RehearsalOptions {
  /** Path or name of Terraform or OpenTofu; undefined for the first on the `PATH`. */
  readonly executable: string | undefined;
  /** Files of variables, as for `-var-file`. */
  readonly variableFiles: readonly string[];
  /** Files of configuration that are laid over the private copy, as Terraform merges override files. */
  readonly overrideFiles: readonly string[];
  readonly claimants: readonly PersonaOptions[];
  /** How many there may be in all, where the template's conditions ask for further ones. */
  readonly maxClaimants: number;
  /** How many claims with another parameter value are planned for each preset. */
  readonly maxChoices: number;
  readonly assumePrebuild: boolean;
  readonly values: ValuePolicy;
  /** For each process. */
  readonly timeoutMs: number;
  /** How many processes run at once. */
  readonly parallelism: number;
  /** Names of the host's variables that providers get beside those that are always let through. */
  readonly pass: readonly string[];
  /** Whether prebuilds are applied and destroyed again instead of synthesised. */
  readonly apply: boolean;
  /** Version of the Coder server whose provisioner is meant; undefined where any may be. */
  readonly coderRelease: CoderRelease | undefined;
}

/** Everything that the rehearsals of one template's presets have in common. */
export interface TemplateRun {
  readonly options: RehearsalOptions;
  readonly terraform: Terraform;
  readonly planner: Planner;
  readonly schemas: SchemaFile;
  /** The template's files; undefined where they could not be read, or nobody reads them. */
  readonly configuration: Configuration | undefined;
  /** What depends on what in the template. */
  graph(): Promise<ResourceGraph | Failure>;
  readonly conceal: Conceal;
  /** Tells a person how far it is with a preset, or with the template as a whole. */
  tell(preset: string | undefined, text: string): void;
  /** Whether a path, as a provider sees it, lies in the directory of a build. */
  isOfSession(path: string): boolean;
  /** A file of the private directory. */
  file(name: string): string;
}

export function gap({ conceal }: TemplateRun, failure: Failure, preset: string | undefined): NotChecked {
  return gapOf(failure, preset, conceal);
}
