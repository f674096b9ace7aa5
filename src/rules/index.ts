import type { Rule } from '../domain/rule.ts';
import { agentTokenLoss } from './agent-token-loss.ts';
import { ambiguousPreset } from './ambiguous-preset.ts';
import { claimUpdate } from './claim-update.ts';
import { claimVaryingAttribute } from './claim-varying-attribute.ts';
import { duplicatePresetName } from './duplicate-preset-name.ts';
import { ephemeralPresetParameter } from './ephemeral-preset-parameter.ts';
import { failingPrebuildDeletion } from './failing-prebuild-deletion.ts';
import { failingPreset } from './failing-preset.ts';
import { hardLimitedPreset } from './hard-limited-preset.ts';
import { immutableParameterChanged } from './immutable-parameter-changed.ts';
import { invalidPrebuildSchedule } from './invalid-prebuild-schedule.ts';
import { invalidPresetValue } from './invalid-preset-value.ts';
import { missingRequiredParameter } from './missing-required-parameter.ts';
import { monotonicParameterDecreased } from './monotonic-parameter-decreased.ts';
import { multipleDefaultPresets } from './multiple-default-presets.ts';
import { overbroadIgnoreChanges } from './overbroad-ignore-changes.ts';
import { parameterReplacement } from './parameter-replacement.ts';
import { persistentDataLoss } from './persistent-data-loss.ts';
import { prebuildCapacity } from './prebuild-capacity.ts';
import { presetRemoved } from './preset-removed.ts';
import { reconciliationPaused } from './reconciliation-paused.ts';
import { resourceRemoval } from './resource-removal.ts';
import { resourceReplacement } from './resource-replacement.ts';
import { undefinedPresetParameter } from './undefined-preset-parameter.ts';
import { unpinnedImmutableParameter } from './unpinned-immutable-parameter.ts';
import { unstableConfiguration } from './unstable-configuration.ts';
import { validationFailedPreset } from './validation-failed-preset.ts';

/** Every rule, in the order in which outputs list them. */
export const RULES: readonly Rule[] = [
  resourceReplacement,
  resourceRemoval,
  persistentDataLoss,
  unstableConfiguration,
  claimUpdate,
  agentTokenLoss,
  parameterReplacement,
  claimVaryingAttribute,
  overbroadIgnoreChanges,
  unpinnedImmutableParameter,
  missingRequiredParameter,
  invalidPresetValue,
  undefinedPresetParameter,
  ephemeralPresetParameter,
  ambiguousPreset,
  duplicatePresetName,
  multipleDefaultPresets,
  invalidPrebuildSchedule,
  prebuildCapacity,
  immutableParameterChanged,
  presetRemoved,
  monotonicParameterDecreased,
  hardLimitedPreset,
  validationFailedPreset,
  failingPreset,
  failingPrebuildDeletion,
  reconciliationPaused,
];
