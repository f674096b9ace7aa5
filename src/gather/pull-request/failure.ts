import * as z from 'zod';
import type { Hindrance } from '../../model/pull-request/changed-lines.ts';
import { visible } from '../../model/text.ts';
import type { GitHubContext } from './context.ts';
import { UnknownAuthor } from './own-comments.ts';

/** The time for all requests together is over. */
export class DeadlinePassed extends Error {
  override readonly name = 'DeadlinePassed';
}

/** The kind of text that was not written to the pull request. */
export type Written = keyof typeof NOTHING;

const NOTHING = { comment: 'there is no comment', suggestions: 'nothing is suggested' };

/** Pure: puts the answer to a request into words. */
export function explainFailure(error: unknown, context: Circumstances, written: Written = 'comment'): Hindrance {
  const nothing = NOTHING[written];
  if (error instanceof DeadlinePassed) return warning(`GitHub did not answer in time, so ${nothing}.`);
  if (error instanceof UnknownAuthor) {
    return warning(
      'The pull request has a comment with our marker, but GitHub does not say whether `github-token` wrote it.',
    );
  }
  if (error instanceof z.ZodError) return warning(`GitHub gave an unexpected answer, so ${nothing}.`);
  const failed = FailedRequest.safeParse(error);
  // GraphQL answers 200 with this inside, and the plugin throws it without a status.
  if (!failed.success && error instanceof Error && /rate limit/i.test(error.message)) return rateLimited(nothing);
  if (!failed.success) return warning(`There was an unexpected error, so ${nothing}.`);
  return explainAnswer(failed.data, context, nothing);
}

type Circumstances = Pick<GitHubContext, 'head' | 'isDependabot'>;

function explainAnswer({ status, response }: FailedRequest, context: Circumstances, nothing: string): Hindrance {
  if (response === undefined) return warning(`GitHub could not be reached, so ${nothing}.`);
  const message = response.data.message;
  if (isRateLimit(status, response)) return rateLimited(nothing);
  if (/\blocked\b/i.test(message)) return warning(`The conversation is locked, so ${nothing}.`);
  if (/\barchived\b/i.test(message)) return warning(`The repository is archived, so ${nothing}.`);
  switch (status) {
    case 401:
      return warning(`GitHub does not accept \`github-token\` (401), so ${nothing}. Use a valid token.`);
    case 403:
      return notice(`${missingPermission(response, context)}${quoted(message)}`);
    case 404:
      return notice(
        `The pull request was not found (404). ${missingPermission(response, context)} If the token has it, check \`pr-number\`.`,
      );
    default:
      return warning(`GitHub answered ${status}, so ${nothing}.${quoted(message)}`);
  }
}

/** The same for a comment and for suggestions, so that one notice covers both. */
function missingPermission(response: Answer, { head, isDependabot }: Circumstances): string {
  const permission = `\`${acceptedPermission(response.headers['x-accepted-github-permissions'])}\``;
  const lead = `Nothing is written to the pull request because \`github-token\` lacks the permission ${permission}`;
  if (head === 'foreign') return `${lead}, which GitHub does not give to a pull request from a fork.`;
  if (isDependabot) return `${lead}. Dependabot's runs have it only if \`permissions\` of the job asks for it.`;
  return `${lead}; add it to \`permissions\` of the job.`;
}

/**
 * What GitHub would have accepted, as a workflow writes it. The header holds
 * alternatives, `issues=write; pull_requests=write`; ours is about a pull
 * request wherever that is one of them.
 */
function acceptedPermission(header: string | undefined): string {
  const alternatives = (header ?? '').split(';').map((alternative) => alternative.trim());
  const accepted = alternatives.find((alternative) => /^[a-z_]+=[a-z]+$/.test(alternative));
  if (accepted === undefined || alternatives.some((alternative) => alternative.startsWith('pull_requests='))) {
    return 'pull-requests: write';
  }
  return accepted.replace('=', ': ').replaceAll('_', '-');
}

function isRateLimit(status: number, { headers, data }: Answer): boolean {
  if (status === 429) return true;
  return status === 403 && (headers['x-ratelimit-remaining'] === '0' || /\brate limit\b/i.test(data.message));
}

/** GitHub's own words, where ours are not the usual reading of the status. */
function quoted(message: string): string {
  if (message === '' || message.startsWith('Resource not accessible by')) return '';
  return ` GitHub says \`${visible(message.slice(0, 200)).replaceAll('`', "'")}\`.`;
}

function rateLimited(nothing: string): Hindrance {
  return warning(`GitHub's rate limit is used up, so ${nothing}.`);
}

const Answer = z.object({
  headers: z.record(z.string(), z.coerce.string()).catch({}),
  data: z.object({ message: z.string().catch('') }).catch({ message: '' }),
});

type Answer = z.infer<typeof Answer>;

/** Octokit's `RequestError`, and without an answer what became of the connection. */
const FailedRequest = z.object({ status: z.number(), response: Answer.optional().catch(undefined) });

type FailedRequest = z.infer<typeof FailedRequest>;

function notice(detail: string): Hindrance {
  return { level: 'notice', detail };
}

function warning(detail: string): Hindrance {
  return { level: 'warning', detail };
}
