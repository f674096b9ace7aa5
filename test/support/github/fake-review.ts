import { type Answer, error, type JsonObject, NOT_FOUND, paged } from './answer.ts';
import { type Call, exampleAnswer } from './contract.ts';

export interface FakeFile {
  readonly filename: string;
  /** Absent for binary and very large files. */
  readonly patch?: string;
}

export interface FakeReviewComment {
  readonly id: number;
  readonly author: string;
  readonly path: string;
  readonly startLine: number | undefined;
  /** Undefined where the diff does not show it any more. */
  line: number | undefined;
  readonly commit: string;
  body: string;
  readonly answers: number | undefined;
  isResolved: boolean;
}

/** GitHub lists no more, however many a pull request changes. */
const MAX_FILES = 3_000;

/** The changed files of a pull request and the conversations on their lines. */
export class FakeReview {
  readonly files: FakeFile[] = [];
  readonly comments: FakeReviewComment[] = [];
  /** Known commits of the pull request, the newest last. */
  readonly commits: string[] = ['1d4a0e7f3c5b29860a1b2c3d4e5f60718293a4b5', '8f4b2c9ad0c3c1f5e96c1f1a3a2b7d6e5f4c3b2a'];
  /** Asks for the permission to write the repository's contents. */
  canResolve = false;
  #nextId = 5_001;

  comment(fields: Partial<FakeReviewComment> & Pick<FakeReviewComment, 'body' | 'author'>): FakeReviewComment {
    const id = this.#nextId++;
    const commit = this.commits.at(-1) ?? '';
    const place = { path: 'main.tf', startLine: undefined, line: 1, commit };
    const comment = { id, ...place, answers: undefined, isResolved: false, ...fields };
    this.comments.push(comment);
    return comment;
  }

  /** Undefined for what is no operation of a review. */
  perform(call: Call, url: URL, body: JsonObject, viewer: string): Answer | undefined {
    switch (call.id) {
      case 'pulls/list-files':
        return paged(this.files.slice(0, MAX_FILES).map(wireFile), url);
      case 'pulls/list-review-comments':
        return paged(this.comments.map(wireComment), url);
      case 'pulls/create-review':
        return this.#review(body, viewer);
      case 'pulls/update-review-comment': {
        const comment = this.#find(call);
        if (comment === undefined) return NOT_FOUND;
        comment.body = String(body['body']);
        return { status: 200, body: wireComment(comment) };
      }
      case 'pulls/delete-review-comment': {
        const comment = this.#find(call);
        if (comment === undefined) return NOT_FOUND;
        this.comments.splice(this.comments.indexOf(comment), 1);
        return { status: 204 };
      }
      default:
        return undefined;
    }
  }

  /** The conversations, as GraphQL pages them. */
  threads(after: unknown, pageSize: number): unknown {
    const roots = this.comments.filter(({ answers }) => answers === undefined);
    const start = after === null ? 0 : Number(after);
    const nodes = roots.slice(start, start + pageSize).map(({ id, isResolved }) => ({
      id: `PRRT_${id}`,
      isResolved,
      // GraphQL's BigInt is a string.
      comments: { nodes: [{ fullDatabaseId: String(id) }] },
    }));
    const end = start + nodes.length;
    const pageInfo = { hasNextPage: end < roots.length, endCursor: nodes.length === 0 ? null : String(end) };
    return { repository: { pullRequest: { reviewThreads: { nodes, pageInfo } } } };
  }

  /** False where the token may not. */
  resolve(thread: unknown): boolean {
    const comment = this.comments.find(({ id }) => `PRRT_${id}` === thread);
    if (comment === undefined || !this.canResolve) return false;
    comment.isResolved = true;
    return true;
  }

  #find({ params }: Call): FakeReviewComment | undefined {
    return this.comments.find(({ id }) => id === Number(params['comment_id']));
  }

  /** All or nothing, as GitHub does. */
  #review({ commit_id, comments, event }: JsonObject, viewer: string): Answer {
    const commit = commit_id ?? this.commits.at(-1);
    const drafts = (comments ?? []) as readonly JsonObject[];
    const refused = drafts.flatMap((draft) => this.#refusals(draft));
    if (!this.commits.includes(String(commit))) refused.push('No commit found for SHA.');
    if (event !== 'COMMENT') refused.push('The review would stay pending.');
    if (refused.length > 0) return { status: 422, body: { ...error('Unprocessable Entity'), errors: refused } };
    for (const { path, line, start_line, body } of drafts) {
      this.comment({
        author: viewer,
        path: String(path),
        line: Number(line),
        startLine: start_line === undefined ? undefined : Number(start_line),
        commit: String(commit),
        body: String(body),
      });
    }
    return { status: 200, body: { ...exampleAnswer('pulls/create-review', 200), state: 'COMMENTED' } };
  }

  #refusals({ path, line, start_line, side, start_side, body }: JsonObject): string[] {
    const patch = this.files.find(({ filename }) => filename === path)?.patch ?? '';
    const hunks = [...patch.matchAll(/^@@ -\S+ \+(\d+)(?:,(\d+))? @@/gm)].map(([, start, count]) => {
      const first = Number(start);
      return { first, last: first + Number(count ?? 1) - 1 };
    });
    const hunk = hunks.find(({ first, last }) => first <= Number(line) && Number(line) <= last);
    const from = Number(start_line ?? line);
    return [
      ...(side === 'RIGHT' && hunk !== undefined ? [] : ['Pull request review thread line must be part of the diff']),
      ...(start_line === undefined || (start_side === 'RIGHT' && from < Number(line))
        ? []
        : ['Pull request review thread start line must precede the end line.']),
      ...(hunk === undefined || from >= hunk.first
        ? []
        : ['Pull request review thread start line must be part of the same hunk as the line.']),
      ...(String(body).length <= 65_536 ? [] : ['Body is too long']),
    ];
  }
}

function wireFile({ filename, patch }: FakeFile): unknown {
  const { patch: _, ...example } = firstOf('pulls/list-files');
  return { ...example, filename, ...(patch !== undefined && { patch }) };
}

function wireComment(comment: FakeReviewComment): unknown {
  const { id, author, path, startLine, line, commit, body, answers } = comment;
  const { line: _, in_reply_to_id: __, ...example } = firstOf('pulls/list-review-comments');
  return {
    ...example,
    id,
    path,
    body,
    commit_id: commit,
    start_line: startLine ?? null,
    // GitHub says null here, which its own description does not know.
    ...(line !== undefined && { line }),
    ...(answers !== undefined && { in_reply_to_id: answers }),
    user: { ...(example['user'] as JsonObject), login: author },
  };
}

/** GitHub's example of a list has one of its kind. */
function firstOf(id: string): JsonObject {
  return (exampleAnswer(id, 200) as unknown as readonly JsonObject[])[0] ?? {};
}
