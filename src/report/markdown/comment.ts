import { byteLength } from '../../model/byte-length.ts';
import type { NotificationMemory } from '../../model/history/notify-once.ts';
import type { CommentMode } from '../../model/pull-request/comment-mode.ts';
import { renderState } from '../../model/pull-request/comment-state.ts';
import { commentMarker, STATE_LIMIT } from '../../model/pull-request/markers.ts';
import { COMMENT_LIMIT, type CommentDraft } from '../publication.ts';
import type { Report } from '../report.ts';
import { type PlacedFixes, placeFixes } from '../words/place-fixes.ts';
import { renderPage } from './markdown-page.ts';

export interface CommentOptions {
  readonly mode: CommentMode;
  /** One comment for each key. */
  readonly key: string;
  /** What the comment remembers from now on; absent for what it remembers already. */
  readonly memory?: NotificationMemory;
}

/** The sticky comment, or none. */
export function draftComment(
  report: Report,
  { mode, key, memory }: CommentOptions,
  fixes: PlacedFixes = placeFixes(report.findings, { kind: 'none' }),
): CommentDraft | undefined {
  if (mode === 'never') return undefined;
  const create = mode === 'always' || hasSomethingToSay(report);
  const marker = `${commentMarker(key)}\n`;
  const state = memory === undefined ? '' : renderState(memory);
  const page = renderPage(report, {
    limit: COMMENT_LIMIT - byteLength(marker) - STATE_LIMIT,
    elsewhere: 'the job summary',
    fixes,
    ...(create ? {} : { note: 'What this comment reported before is resolved.' }),
  });
  return { key, body: `${marker}${state}${page}`, create, keepsState: memory === undefined };
}

/** Waived findings too: a reviewer shall see what is being accepted. */
function hasSomethingToSay({ verdict, findings, errors }: Report): boolean {
  return verdict.conclusion !== 'pass' || findings.length > 0 || errors.length > 0;
}
