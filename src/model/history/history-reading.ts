import type { Source } from '../judgement/outcome.ts';
import type { CanaryResult } from './canary.ts';
import type { HistoryPolicy, TemplateHistory } from './history.ts';

/** How prebuilds fared in Coder, and by which policy that is judged. */
export interface HistoryReading {
  readonly histories: Source<TemplateHistory>;
  readonly policy: HistoryPolicy;
  /** How it ended; absent where no version was followed. */
  readonly followed?: CanaryResult;
}
