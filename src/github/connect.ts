import type { CommentTarget } from './client.ts';
import type { CommentApi } from './publish-comment.ts';

/** How the comments of a pull request are reached. */
export type Connect = (target: CommentTarget) => Promise<CommentApi>;

/** `eager` keeps the client in the one bundle, and still runs none of it before this. */
export const connectOverHttp: Connect = async (target) => {
  const { connect } = await import(/* webpackMode: "eager" */ './client.ts');
  return connect(target);
};
