import type { CommentReader, CommentReading } from '../app/ports.ts';
import { type Connect, connectOverHttp } from './connect.ts';
import type { GitHubContext } from './context.ts';
import { explainFailure } from './failure.ts';
import { ourComments } from './publish-comment.ts';

export interface CommentReaderOptions {
  readonly context: GitHubContext;
  readonly token: string | undefined;
  /** By default over HTTP. */
  readonly connect?: Connect;
}

/** Reads the one comment of a key that we wrote. What goes wrong is an answer: the verdict does not depend on it. */
export function githubCommentReader(options: CommentReaderOptions): CommentReader {
  const { context, token, connect = connectOverHttp } = options;
  const { repository, pullRequest, apiUrl } = context;
  return {
    async readComment(key): Promise<CommentReading> {
      if (repository === undefined || pullRequest === undefined) return { kind: 'no-pull-request' };
      if (!token) return { kind: 'unreadable', detail: 'There is no `github-token` to read the comment with.' };
      try {
        const [existing] = await ourComments(await connect({ apiUrl, repository, pullRequest, token }), key);
        return existing === undefined ? { kind: 'absent' } : { kind: 'present', body: existing.body };
      } catch (error) {
        return { kind: 'unreadable', detail: explainFailure(error, context).detail };
      }
    },
  };
}
