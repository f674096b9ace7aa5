import type { CommentReader, CommentReading } from '../ports.ts';
import { type Connect, connectOverHttp } from './connect-github.ts';
import type { GitHubContext } from './context.ts';
import { explainFailure } from './failure.ts';
import { ourComments } from './own-comments.ts';
import { pullRequestTarget } from './target.ts';

export interface CommentReaderOptions {
  readonly context: GitHubContext;
  readonly token: string | undefined;
  /** By default over HTTP. */
  readonly connect?: Connect;
}

/** Reads the one comment of a key that we wrote. What goes wrong is an answer: the verdict does not depend on it. */
export function githubCommentReader(options: CommentReaderOptions): CommentReader {
  const { context, token, connect = connectOverHttp } = options;
  const target = pullRequestTarget(context, token);
  return {
    async readComment(key): Promise<CommentReading> {
      if (context.pullRequest === undefined) return { kind: 'no-pull-request' };
      if (typeof target === 'string') return { kind: 'unreadable', detail: target };
      try {
        const [existing] = await ourComments(await connect(target), key);
        return existing === undefined ? { kind: 'absent' } : { kind: 'present', body: existing.body };
      } catch (error) {
        return { kind: 'unreadable', detail: explainFailure(error, context).detail };
      }
    },
  };
}
