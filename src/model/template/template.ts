/** `data "coder_parameter"`, as the provider read it. A value that a mask marks is undefined. */
export interface Parameter {
  readonly address: string;
  readonly name: string;
  /** `string`, `number`, `bool` or `list(string)`; a later provider may know more. */
  readonly type: string;
  readonly formType: string | undefined;
  readonly mutable: boolean;
  readonly ephemeral: boolean;
  /** Undefined where the template gives none: the parameter is required. */
  readonly default: string | undefined;
  /** There is a default, but it may not be shown. */
  readonly hasHiddenDefault?: true;
  readonly value: string | undefined;
  readonly options: readonly ParameterOption[];
  readonly validation: ParameterValidation | undefined;
  /** Behind a `count` or `for_each`: other parameters decide whether it is there. */
  readonly conditional: boolean;
  /** Attributes whose value is not known before the apply or is masked, as Terraform spells them: `default`, `mutable`. */
  readonly unknown?: readonly string[];
}

/** A `data "coder_parameter"` block. */
export interface DeclaredParameter {
  /** Within its module and without instance keys. */
  readonly address: string;
  /** Undefined where the name is not a constant. */
  readonly name: string | undefined;
  /** Behind a `count` or `for_each`, its own or that of its module. */
  readonly conditional: boolean;
}

export interface ParameterOption {
  readonly name: string;
  readonly value: string;
}

export interface ParameterValidation {
  readonly min: number | undefined;
  readonly max: number | undefined;
  readonly monotonic: 'increasing' | 'decreasing' | undefined;
  /** Go's RE2 syntax. */
  readonly regex: string | undefined;
  readonly error: string | undefined;
}

/** `data "coder_workspace_preset"`. */
export interface Preset {
  readonly address: string;
  readonly name: string;
  readonly isDefault: boolean;
  /** Always strings, as the provider keeps them; undefined for a value that is not known or marked sensitive. */
  readonly parameters: ReadonlyMap<string, string | undefined>;
  /** Undefined where the preset has no `prebuilds` block. */
  readonly prebuilds: Prebuilds | undefined;
  /** Attributes that are not known, or not wholly, as Terraform spells them: `parameters`, `prebuilds`, `default`. */
  readonly unknown?: readonly string[];
}

export interface Prebuilds {
  /** Undefined where it is not known yet. */
  readonly instances: number | undefined;
  readonly expirationTtlSeconds: number | undefined;
  readonly scheduling: PrebuildScheduling | undefined;
}

export interface PrebuildScheduling {
  /** An IANA name, as written. */
  readonly timezone: string;
  readonly schedules: readonly PrebuildSchedule[];
}

export interface PrebuildSchedule {
  readonly cron: string;
  readonly instances: number;
}

/** `data "coder_workspace_tags"`. */
export interface WorkspaceTags {
  readonly address: string;
  readonly tags: ReadonlyMap<string, string | undefined>;
}

/** Presets that Coder builds workspaces for ahead of time. */
export function prebuildPresets(presets: readonly Preset[]): readonly Preset[] {
  return presets.filter((preset) => preset.prebuilds !== undefined);
}
