import type { NotChecked } from '../../model/judgement/outcome.ts';
import type { RehearsalOptions } from '../requests.ts';
import type { Conceal } from './terraform/conceal.ts';
import { gapOf } from './terraform/explain-failure.ts';
import type { Failure } from './terraform/failure.ts';
import type { Planner } from './terraform/planner.ts';
import type { Terraform } from './terraform/run-terraform.ts';
import type { SchemaFile } from './terraform/schema/schema-file.ts';

/** Everything that the rehearsals of one template's presets have in common. */
export interface TemplateRun {
  readonly options: RehearsalOptions;
  readonly terraform: Terraform;
  readonly planner: Planner;
  readonly schemas: SchemaFile;
  readonly conceal: Conceal;
  /** Tells a person how far it is with a preset, or with the template as a whole. */
  tell(preset: string | undefined, text: string): void;
  /** A file of the private directory. */
  file(name: string): string;
}

export function gap({ conceal }: TemplateRun, failure: Failure, preset: string | undefined): NotChecked {
  return gapOf(failure, preset, conceal);
}
