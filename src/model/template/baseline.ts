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

/** Of the setting `baseline`: the template's active version instead of a plan. A file of that name is `./coder`. */
export const BASELINE_IN_CODER = 'coder';
