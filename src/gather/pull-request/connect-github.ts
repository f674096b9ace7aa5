import type { ChangedFilesApi, CommentApi, ReviewApi } from './api.ts';
import type { PullRequestTarget } from './target.ts';

/** How the comments of a pull request are reached. */
export type Connect = (target: PullRequestTarget) => Promise<CommentApi>;

/** `eager` keeps the client in the one bundle, and still runs none of it before this. */
export const connectOverHttp: Connect = async (target) => {
  const { connect } = await import(/* webpackMode: "eager" */ './comment-client.ts');
  return connect(target);
};

/** The same for its changed lines and what is said on them. */
export async function reviewOverHttp(target: PullRequestTarget): Promise<ReviewApi & ChangedFilesApi> {
  const { connectReview } = await import(/* webpackMode: "eager" */ './review-client.ts');
  return connectReview(target);
}
