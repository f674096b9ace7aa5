import type { Rule } from '../domain/rule.ts';
import { agentTokenLoss } from './agent-token-loss.ts';
import { failingPrebuildDeletion } from './failing-prebuild-deletion.ts';
import { failingPreset } from './failing-preset.ts';
import { hardLimitedPreset } from './hard-limited-preset.ts';
import { persistentDataLoss } from './persistent-data-loss.ts';
import { reconciliationPaused } from './reconciliation-paused.ts';
import { resourceRemoval } from './resource-removal.ts';
import { resourceReplacement } from './resource-replacement.ts';
import { validationFailedPreset } from './validation-failed-preset.ts';

/** Every rule, in the order in which outputs list them. */
export const RULES: readonly Rule[] = [
  resourceReplacement,
  resourceRemoval,
  persistentDataLoss,
  agentTokenLoss,
  hardLimitedPreset,
  validationFailedPreset,
  failingPreset,
  failingPrebuildDeletion,
  reconciliationPaused,
];
