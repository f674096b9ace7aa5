import { UserError } from '../model/user-error.ts';
import { Interruption } from './interruption.ts';
import { VERSION } from './version.ts';

/** How a run ends that came to no verdict. */
export type Failure =
  | { readonly kind: 'failed'; readonly exitCode: 2 | 3; readonly message: string }
  /** Nobody listens any more: the process ends as the signal would have ended it. */
  | { readonly kind: 'interrupted'; readonly signal: NodeJS.Signals };

export function failureOf(error: unknown): Failure {
  if (error instanceof UserError) return { kind: 'failed', exitCode: 2, message: error.message };
  if (error instanceof Interruption) return { kind: 'interrupted', signal: error.signal };
  const trace = error instanceof Error ? error.stack : String(error);
  const message = `This is a bug in prebuild-guard ${VERSION}. Report it with these lines. They contain nothing from a plan:\n${trace}`;
  return { kind: 'failed', exitCode: 3, message };
}
