import type { PullRequestReader } from '../ports.ts';
import type { ChangedFilesApi } from './api.ts';
import { type Connect, connectOverHttp, reviewOverHttp } from './connect-github.ts';
import type { GitHubContext } from './context.ts';
import { explainFailure } from './failure.ts';
import { ourComments } from './own-comments.ts';
import { type PullRequestTarget, pullRequestTarget } from './target.ts';

export interface PullRequestReaderOptions {
  readonly context: GitHubContext;
  readonly token: string | undefined;
  /** By default over HTTP, loaded with the first question. */
  readonly connect?: Connect;
  /** The same for the changed files. */
  readonly connectReview?: (target: PullRequestTarget) => Promise<ChangedFilesApi>;
}

/** Reads the run's pull request. What goes wrong is an answer: the verdict does not depend on it. */
export function createPullRequestReader(options: PullRequestReaderOptions): PullRequestReader {
  const { context, token, connect = connectOverHttp, connectReview = reviewOverHttp } = options;
  const target = pullRequestTarget(context, token);
  return {
    async readComment(key) {
      if (context.pullRequest === undefined) return { kind: 'no-pull-request' };
      if (typeof target === 'string') return { kind: 'unreadable', detail: target };
      try {
        const [existing] = await ourComments(await connect(target), key);
        return existing === undefined ? { kind: 'absent' } : { kind: 'present', body: existing.body };
      } catch (error) {
        return { kind: 'unreadable', detail: explainFailure(error, context).detail };
      }
    },

    async readChangedFiles() {
      if (typeof target === 'string') return { kind: 'none' };
      try {
        return { kind: 'read', files: await (await connectReview(target)).files() };
      } catch (error) {
        return { kind: 'unread', because: explainFailure(error, context, 'suggestions') };
      }
    },
  };
}
