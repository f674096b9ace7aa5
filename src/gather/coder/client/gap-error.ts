import type { NotChecked } from '../../../model/judgement/outcome.ts';
import { explainFault } from './explain-fault.ts';
import { CoderFault } from './fault.ts';

/** Something that could not be read, with the reason a reader is told. Thrown within this room only. */
export class GapError extends Error {
  override readonly name = 'GapError';
  readonly gap: NotChecked;

  constructor(gap: NotChecked) {
    super(gap.code);
    this.gap = gap;
  }
}

/** The gap that an error leaves. What is neither a fault nor a gap is a bug or bad input, and goes on. */
export function gapOf(error: unknown): NotChecked {
  if (error instanceof CoderFault) return explainFault(error);
  if (error instanceof GapError) return error.gap;
  throw error;
}
