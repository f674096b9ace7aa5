import * as z from 'zod';
import type { SuggestionDraft } from '../../model/pull-request/suggestion-draft.ts';
import type { ChangedFilesApi, ReviewApi, ReviewComment, ReviewThread } from './api.ts';
import { type Client, isRefusal, openClient, PATIENCE, type Patience, readViewer } from './open-client.ts';
import type { PullRequestTarget } from './target.ts';

/** The changed files and the review comments of a pull request over GitHub's API. */
export function connectReview(target: PullRequestTarget, patience: Patience = PATIENCE): ReviewApi & ChangedFilesApi {
  const octokit = openClient(target, patience);
  const place = { owner: target.repository.owner, repo: target.repository.name };
  const pull = { ...place, pull_number: target.pullRequest };
  return {
    files: async () => {
      const files = await octokit.paginate(octokit.rest.pulls.listFiles, { ...pull, per_page: 100 });
      return z.array(WireFile).parse(files);
    },
    list: async () => {
      const comments = await octokit.paginate(octokit.rest.pulls.listReviewComments, { ...pull, per_page: 100 });
      return z.array(WireReviewComment).parse(comments).map(toReviewComment);
    },
    threads: () => readThreads(octokit, { ...place, number: target.pullRequest }),
    viewer: () => readViewer(octokit),
    create: async (drafts) => {
      await octokit.rest.pulls.createReview({
        ...pull,
        ...(target.head !== undefined && { commit_id: target.head }),
        event: 'COMMENT',
        body: '',
        comments: drafts.map(toWire),
        // Not retried: where only the answer was lost, trying again would make every one twice.
        request: { retries: 0 },
      });
    },
    update: async (id, body) => {
      await octokit.rest.pulls.updateReviewComment({ ...place, comment_id: id, body });
    },
    remove: async (id) => {
      await octokit.rest.pulls.deleteReviewComment({ ...place, comment_id: id });
    },
    resolve: async ({ id }) => {
      try {
        await octokit.graphql(RESOLVE, { id });
        return true;
      } catch (error) {
        if (isRefusal(error)) return false;
        throw error;
      }
    },
  };
}

const WireFile = z.object({ filename: z.string(), patch: z.string().optional() });

const WireReviewComment = z.object({
  id: z.int(),
  body: z.string(),
  user: z.object({ login: z.string() }).nullish(),
  in_reply_to_id: z.int().nullish(),
  // Null where the diff does not show it any more, whatever GitHub's description says.
  line: z.int().nullish(),
});

function toReviewComment(wire: z.infer<typeof WireReviewComment>): ReviewComment {
  return {
    id: wire.id,
    author: wire.user?.login,
    body: wire.body,
    answers: wire.in_reply_to_id ?? undefined,
    isOutdated: wire.line == null,
  };
}

/** GitHub refuses a first line that is the last one, too. */
function toWire({ file, line, startLine, body }: SuggestionDraft) {
  return {
    path: file,
    body,
    line,
    side: 'RIGHT',
    ...(startLine !== undefined && { start_line: startLine, start_side: 'RIGHT' }),
  };
}

/** Only GraphQL knows conversations. Where it does not answer, nothing is known of them. */
async function readThreads(
  octokit: Client,
  variables: { readonly owner: string; readonly repo: string; readonly number: number },
): Promise<readonly ReviewThread[]> {
  const threads: ReviewThread[] = [];
  try {
    for (let after: string | null = null; ; ) {
      const page: ThreadPage = WireThreads.parse(await octokit.graphql(THREADS, { ...variables, after }));
      threads.push(...page.nodes);
      if (!page.pageInfo.hasNextPage) return threads;
      after = page.pageInfo.endCursor;
    }
  } catch (error) {
    if (isRefusal(error)) return [];
    throw error;
  }
}

const THREADS = `query ($owner: String!, $repo: String!, $number: Int!, $after: String) {
  repository(owner: $owner, name: $repo) {
    pullRequest(number: $number) {
      reviewThreads(first: 100, after: $after) {
        nodes { id isResolved comments(first: 1) { nodes { fullDatabaseId } } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
}`;

const RESOLVE = `mutation ($id: ID!) {
  resolveReviewThread(input: { threadId: $id }) { thread { isResolved } }
}`;

const WireThreads = z
  .object({
    repository: z.object({
      pullRequest: z.object({
        reviewThreads: z.object({
          nodes: z.array(
            z.object({
              id: z.string(),
              isResolved: z.boolean(),
              comments: z.object({ nodes: z.array(z.object({ fullDatabaseId: z.coerce.number() })) }),
            }),
          ),
          pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
        }),
      }),
    }),
  })
  .transform(({ repository }) => {
    const { nodes, pageInfo } = repository.pullRequest.reviewThreads;
    return {
      nodes: nodes.map(({ id, isResolved, comments }) => ({
        id,
        isResolved,
        comment: comments.nodes[0]?.fullDatabaseId ?? 0,
      })),
      pageInfo,
    };
  });

type ThreadPage = z.infer<typeof WireThreads>;
