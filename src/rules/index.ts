import type { Rule } from '../model/judgement/rule.ts';
import { immutableParameterChanged } from './change/immutable-parameter-changed.ts';
import { monotonicParameterDecreased } from './change/monotonic-parameter-decreased.ts';
import { presetRemoved } from './change/preset-removed.ts';
import { agentTokenLoss } from './claim/agent-token-loss.ts';
import { claimUpdate } from './claim/claim-update.ts';
import { neverReadyPrebuild } from './claim/never-ready-prebuild.ts';
import { parameterReplacement } from './claim/parameter-replacement.ts';
import { persistentDataLoss } from './claim/persistent-data-loss.ts';
import { resourceRemoval } from './claim/resource-removal.ts';
import { resourceReplacement } from './claim/resource-replacement.ts';
import { unstableConfiguration } from './claim/unstable-configuration.ts';
import { failingPrebuildDeletion } from './history/failing-prebuild-deletion.ts';
import { failingPreset } from './history/failing-preset.ts';
import { hardLimitedPreset } from './history/hard-limited-preset.ts';
import { reconciliationPaused } from './history/reconciliation-paused.ts';
import { validationFailedPreset } from './history/validation-failed-preset.ts';
import { ambiguousPreset } from './template/ambiguous-preset.ts';
import { claimVaryingAttribute } from './template/claim-varying-attribute.ts';
import { duplicatePresetName } from './template/duplicate-preset-name.ts';
import { ephemeralPresetParameter } from './template/ephemeral-preset-parameter.ts';
import { invalidPrebuildSchedule } from './template/invalid-prebuild-schedule.ts';
import { invalidPresetValue } from './template/invalid-preset-value.ts';
import { missingRequiredParameter } from './template/missing-required-parameter.ts';
import { multipleDefaultPresets } from './template/multiple-default-presets.ts';
import { overbroadIgnoreChanges } from './template/overbroad-ignore-changes.ts';
import { prebuildCapacity } from './template/prebuild-capacity.ts';
import { readBackReplacement } from './template/read-back-replacement.ts';
import { slowClock } from './template/slow-clock.ts';
import { undefinedPresetParameter } from './template/undefined-preset-parameter.ts';
import { unpinnedImmutableParameter } from './template/unpinned-immutable-parameter.ts';

/** Every rule, in the order in which outputs list them. */
export const RULES: readonly Rule[] = [
  resourceReplacement,
  resourceRemoval,
  persistentDataLoss,
  unstableConfiguration,
  neverReadyPrebuild,
  claimUpdate,
  agentTokenLoss,
  parameterReplacement,
  claimVaryingAttribute,
  readBackReplacement,
  overbroadIgnoreChanges,
  slowClock,
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
