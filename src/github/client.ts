import { getOctokit } from '@actions/github';
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import * as z from 'zod';
import type { Comment } from './comment.ts';
import type { GitHubContext, RepositoryName } from './context.ts';
import { DeadlinePassed } from './failure.ts';
import type { CommentApi } from './publish-comment.ts';

export interface CommentTarget {
  readonly apiUrl: GitHubContext['apiUrl'];
  readonly repository: RepositoryName;
  readonly pullRequest: number;
  readonly token: string;
}

export interface Patience {
  /** For everything together, waits included. A longer `Retry-After` is not waited for. */
  readonly deadlineMs: number;
  /** For one request. */
  readonly requestTimeoutMs: number;
  /** What the retries count their waits in. */
  readonly secondMs: number;
  /** Whether one new comment waits some seconds for the one before. */
  readonly spaced: boolean;
}

const PATIENCE: Patience = { deadlineMs: 120_000, requestTimeoutMs: 20_000, secondMs: 1_000, spaced: true };

/** The comments of a pull request over GitHub's API. */
export function connect(target: CommentTarget, patience: Patience = PATIENCE): CommentApi {
  const octokit = openClient(target, patience);
  const place = { owner: target.repository.owner, repo: target.repository.name };
  const issue = { ...place, issue_number: target.pullRequest };
  return {
    list: async () => {
      const comments = await octokit.paginate(octokit.rest.issues.listComments, { ...issue, per_page: 100 });
      return z.array(WireComment).parse(comments).map(toComment);
    },
    viewer: async () => {
      try {
        return Viewer.parse(await octokit.graphql('query { viewer { login } }')).viewer.login;
      } catch (error) {
        if (isRefusal(error)) return undefined;
        throw error;
      }
    },
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

const Viewer = z.object({ viewer: z.object({ login: z.string() }) });

function toComment(wire: z.infer<typeof WireComment>): Comment {
  return { id: wire.id, author: wire.user?.login, body: wire.body ?? '', url: wire.html_url };
}

function openClient({ apiUrl, token }: CommentTarget, patience: Patience) {
  const end = performance.now() + patience.deadlineMs;
  // Rate limits are the throttling plugin's: retrying them without their `Retry-After` would prolong them.
  const doNotRetry = [400, 401, 403, 404, 410, 422, 429, 451];
  const isWorthWaiting = (retryAfter: number, _request: unknown, _client: unknown, retries: number) =>
    retries < 2 && performance.now() + retryAfter * patience.secondMs < end;
  return getOctokit(
    token,
    {
      baseUrl: apiUrl,
      userAgent: 'prebuild-guard',
      log: SILENT,
      retry: { doNotRetry, retryAfterBaseValue: patience.secondMs },
      throttle: {
        // The plugin counts the query for our name as a write, and would put a second between it and the one write
        // that follows.
        write: UNSPACED,
        ...(!patience.spaced && { notifications: UNSPACED }),
        retryAfterBaseValue: patience.secondMs,
        onRateLimit: isWorthWaiting,
        onSecondaryRateLimit: isWorthWaiting,
      },
    },
    bounded(end, patience.requestTimeoutMs),
    retry,
    throttling,
  );
}

/** First of the plugins, so innermost: it sees every attempt. */
function bounded(end: number, requestTimeoutMs: number) {
  return (octokit: Hooked): object => {
    octokit.hook.wrap('request', (request, options) => {
      const left = end - performance.now();
      if (left <= 0) throw new DeadlinePassed();
      // The hooks further in are bound to this very object: options that are handed on do not reach them.
      options.request.signal = AbortSignal.timeout(Math.ceil(Math.min(left, requestTimeoutMs)));
      return request(options);
    });
    return {};
  };
}

type Hooked = Parameters<typeof throttling>[0];

/** The receipts say what went wrong; the plugins' own lines would name addresses beside it. */
const SILENT = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** Stands in for one of the plugin's queues, and lets everything through at once. */
const UNSPACED = {
  key: () => ({ schedule: async (_options: object, job: () => Promise<unknown>) => job() }),
} as unknown as Queue;

type Queue = NonNullable<NonNullable<Parameters<typeof throttling>[1]['throttle']>['write']>;

/** The token may not ask, or the server does not offer it. */
function isRefusal(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.name === 'GraphqlResponseError') return true;
  return 'status' in error && (error.status === 403 || error.status === 404);
}
