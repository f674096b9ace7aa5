import type { GitHubContext, RepositoryName } from './context.ts';

/** A pull request that can be asked about and written to. */
export interface PullRequestTarget {
  readonly apiUrl: GitHubContext['apiUrl'];
  readonly repository: RepositoryName;
  readonly pullRequest: number;
  /** The commit that the run looked at; undefined where the event does not name it. */
  readonly head: string | undefined;
  readonly token: string;
}

/** The run's pull request, or why there is none to write to. */
export function pullRequestTarget(context: GitHubContext, token: string | undefined): PullRequestTarget | string {
  const { repository, pullRequest, apiUrl, headSha } = context;
  if (repository === undefined || pullRequest === undefined) return 'This event belongs to no pull request.';
  if (!token) return 'Writing to the pull request needs `github-token`, and it is empty.';
  return { apiUrl, repository, pullRequest, head: headSha, token };
}
