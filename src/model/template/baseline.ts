import { NOT_CONFIGURED, type Source } from '../judgement/outcome.ts';
import type { Snapshot } from '../judgement/snapshot.ts';
import type { Text } from '../text.ts';
import type { DeclaredParameter, Parameter, Preset } from './template.ts';

/** The template as it is now, before the change that is judged. */
export interface Baseline {
  /** In words that follow "than in": "the plan of the base branch", "the active version". */
  readonly origin: Text;
  readonly presets: readonly Preset[];
  readonly parameters: readonly Parameter[];
  /** As the values of a preset make them, by its name; where it is missing, `parameters` are all that is known. */
  readonly underPresets?: ReadonlyMap<string, readonly Parameter[]>;
  /** Every `coder_parameter` that the configuration declares, where that is known. */
  readonly declaredParameters?: readonly DeclaredParameter[];
  /** The presets may have schedules that their source does not tell: Coder's API has none. */
  readonly schedulesUntold?: boolean;
}

export function baselineOf({ baseline }: Snapshot): Source<Baseline> {
  return baseline ?? NOT_CONFIGURED;
}
