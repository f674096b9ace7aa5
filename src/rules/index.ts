import type { Rule } from '../domain/rule.ts';
import { agentTokenLoss } from './agent-token-loss.ts';
import { persistentDataLoss } from './persistent-data-loss.ts';
import { resourceRemoval } from './resource-removal.ts';
import { resourceReplacement } from './resource-replacement.ts';

/** Every rule, in the order in which outputs list them. */
export const RULES: readonly Rule[] = [resourceReplacement, resourceRemoval, persistentDataLoss, agentTokenLoss];
