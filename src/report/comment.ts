import { byteLength } from './byte-length.ts';
import { renderPage } from './markdown-page.ts';
import { COMMENT_LIMIT, type CommentDraft, commentMarker } from './publication.ts';
import type { Report } from './report.ts';

/** When a pull request without our comment gets one. One that is there is always brought up to date, but for `never`. */
export type CommentMode = 'on-findings' | 'always' | 'never';

export interface CommentOptions {
  readonly mode: CommentMode;
  /** One comment for each key. */
  readonly key: string;
}

/** The sticky comment, or none. */
export function draftComment(report: Report, { mode, key }: CommentOptions): CommentDraft | undefined {
  if (mode === 'never') return undefined;
  const create = mode === 'always' || hasSomethingToSay(report);
  const marker = `${commentMarker(key)}\n`;
  const page = renderPage(report, {
    limit: COMMENT_LIMIT - byteLength(marker),
    elsewhere: 'the job summary',
    ...(create ? {} : { note: 'What this comment reported before is resolved.' }),
  });
  return { key, body: `${marker}${page}`, create };
}

/** Waived findings too: a reviewer shall see what is being accepted. */
function hasSomethingToSay({ verdict, findings, errors }: Report): boolean {
  return verdict.conclusion !== 'pass' || findings.length > 0 || errors.length > 0;
}
