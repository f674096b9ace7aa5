import type { ChangedFile } from '../../model/pull-request/changed-lines.ts';
import type { ChangedFilesReader } from '../ports.ts';
import type { ChangedFilesApi } from './api.ts';
import { reviewOverHttp } from './connect-github.ts';
import type { GitHubContext } from './context.ts';
import { explainFailure } from './failure.ts';
import { type PullRequestTarget, pullRequestTarget } from './target.ts';

export interface ChangedFilesOptions {
  readonly context: GitHubContext;
  readonly token: string | undefined;
  /** By default over HTTP, loaded when there is a file to look for. */
  readonly connect?: (target: PullRequestTarget) => Promise<ChangedFilesApi>;
}

/** The changed files of the run's pull request. */
export function createChangedFilesReader(options: ChangedFilesOptions): ChangedFilesReader {
  const { context, token, connect = reviewOverHttp } = options;
  return {
    readChangedFiles: async (wanted) => {
      const target = pullRequestTarget(context, token);
      if (typeof target === 'string') return { kind: 'none' };
      if (wanted.length === 0) return { kind: 'read', files: [] };
      try {
        const api = await connect(target);
        return { kind: 'read', files: await api.files((seen) => hasAll(seen, wanted)) };
      } catch (error) {
        return { kind: 'unread', because: explainFailure(error, context, 'suggestions') };
      }
    },
  };
}

function hasAll(seen: readonly ChangedFile[], wanted: readonly string[]): boolean {
  const names = new Set(seen.map(({ filename }) => filename));
  return wanted.every((file) => names.has(file));
}
