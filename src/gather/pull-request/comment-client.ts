import * as z from 'zod';
import type { Comment, CommentApi } from './api.ts';
import { openClient, PATIENCE, type Patience, readViewer } from './open-client.ts';
import type { PullRequestTarget } from './target.ts';

/** The comments of a pull request over GitHub's API. */
export function connect(target: PullRequestTarget, patience: Patience = PATIENCE): CommentApi {
  const octokit = openClient(target, patience);
  const place = { owner: target.repository.owner, repo: target.repository.name };
  const issue = { ...place, issue_number: target.pullRequest };
  return {
    list: async () => {
      const comments = await octokit.paginate(octokit.rest.issues.listComments, { ...issue, per_page: 100 });
      return z.array(WireComment).parse(comments).map(toComment);
    },
    viewer: () => readViewer(octokit),
    create: async (body) => {
      // Not retried: where only the answer was lost, trying again would make a second comment.
      const request = { retries: 0 };
      const { data } = await octokit.rest.issues.createComment({ ...issue, body, request });
      return toComment(WireComment.parse(data));
    },
    update: async (id, body) => {
      const { data } = await octokit.rest.issues.updateComment({ ...place, comment_id: id, body });
      return toComment(WireComment.parse(data));
    },
  };
}

const WireComment = z.object({
  id: z.int(),
  body: z.string().nullish(),
  html_url: z.string(),
  user: z.object({ login: z.string() }).nullish(),
});

function toComment(wire: z.infer<typeof WireComment>): Comment {
  return { id: wire.id, author: wire.user?.login, body: wire.body ?? '', url: wire.html_url };
}
