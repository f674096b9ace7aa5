import { getOctokit } from '@actions/github';
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import * as z from 'zod';
import { DeadlinePassed } from './failure.ts';
import type { PullRequestTarget } from './target.ts';

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

export const PATIENCE: Patience = { deadlineMs: 120_000, requestTimeoutMs: 20_000, secondMs: 1_000, spaced: true };

export type Client = ReturnType<typeof openClient>;

/** GitHub's API with retries, within one deadline. */
export function openClient({ apiUrl, token }: Pick<PullRequestTarget, 'apiUrl' | 'token'>, patience: Patience) {
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

/** Login of the token's owner; undefined where GitHub does not tell. */
export async function readViewer(octokit: Client): Promise<string | undefined> {
  try {
    return Viewer.parse(await octokit.graphql('query { viewer { login } }')).viewer.login;
  } catch (error) {
    if (isRefusal(error)) return undefined;
    throw error;
  }
}

const Viewer = z.object({ viewer: z.object({ login: z.string() }) });

/** The token may not, or the server does not offer it. */
export function isRefusal(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.name === 'GraphqlResponseError') return true;
  return 'status' in error && (error.status === 403 || error.status === 404);
}
