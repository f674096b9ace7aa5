import type { Rule } from '../model/judgement/rule.ts';
import { immutableParameterChanged } from './change/immutable-parameter-changed.ts';
import { monotonicParameterDecreased } from './change/monotonic-parameter-decreased.ts';
import { parameterValueLost } from './change/parameter-value-lost.ts';
import { parameterValueRemoved } from './change/parameter-value-removed.ts';
import { presetRemoved } from './change/preset-removed.ts';
import { requiredParameterAdded } from './change/required-parameter-added.ts';
import { agentTokenLoss } from './claim/agent-token-loss.ts';
import { claimFails } from './claim/claim-fails.ts';
import { claimUpdate } from './claim/claim-update.ts';
import { claimVaryingProvider } from './claim/claim-varying-provider.ts';
import { importFails } from './claim/import-fails.ts';
import { neverReadyPrebuild } from './claim/never-ready-prebuild.ts';
import { ownerDependentDefault } from './claim/owner-dependent-default.ts';
import { parameterReplacement } from './claim/parameter-replacement.ts';
import { persistentDataLoss } from './claim/persistent-data-loss.ts';
import { prebuildFails } from './claim/prebuild-fails.ts';
import { resourceRemoval } from './claim/resource-removal.ts';
import { resourceReplacement } from './claim/resource-replacement.ts';
import { unstableConfiguration } from './claim/unstable-configuration.ts';
import { untriedOwnerCondition } from './claim/untried-owner-condition.ts';
import { failingPrebuildDeletion } from './history/failing-prebuild-deletion.ts';
import { failingPreset } from './history/failing-preset.ts';
import { hardLimitedPreset } from './history/hard-limited-preset.ts';
import { leftoverPrebuilds } from './history/leftover-prebuilds.ts';
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
  ownerDependentDefault,
  importFails,
  prebuildFails,
  claimFails,
  untriedOwnerCondition,
  claimVaryingProvider,
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
  parameterValueRemoved,
  parameterValueLost,
  requiredParameterAdded,
  presetRemoved,
  monotonicParameterDecreased,
  hardLimitedPreset,
  validationFailedPreset,
  failingPreset,
  failingPrebuildDeletion,
  leftoverPrebuilds,
  reconciliationPaused,
];
