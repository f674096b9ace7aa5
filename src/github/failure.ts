import * as z from 'zod';
import { visible } from '../domain/text.ts';
import type { GitHubContext } from './context.ts';
import { UnknownAuthor } from './publish-comment.ts';

/** The time for all requests together is over. */
export class DeadlinePassed extends Error {
  override readonly name = 'DeadlinePassed';
}

/** Why there is no comment, for the person who reads the log. */
export interface Failure {
  /** A token that may not write is how forks work; anything else is out of the ordinary. */
  readonly level: 'notice' | 'warning';
  readonly detail: string;
}

/** Pure: words what a request was answered with. */
export function explainFailure(error: unknown, context: Pick<GitHubContext, 'head' | 'isDependabot'>): Failure {
  if (error instanceof DeadlinePassed) return warning('GitHub did not take the comment in time.');
  if (error instanceof UnknownAuthor) {
    return warning(
      'The pull request has a comment with our marker, and GitHub does not tell whether `github-token` wrote it.',
    );
  }
  if (error instanceof z.ZodError) return warning('GitHub gave an answer about the comment that is not as documented.');
  const failed = FailedRequest.safeParse(error);
  // GraphQL answers 200 with this inside, and the plugin throws it without a status.
  if (!failed.success && error instanceof Error && /rate limit/i.test(error.message)) return warning(RATE_LIMITED);
  if (!failed.success) return warning('The comment was not written because of an unexpected error.');
  return explainAnswer(failed.data, context);
}

type Circumstances = Pick<GitHubContext, 'head' | 'isDependabot'>;

function explainAnswer({ status, response }: FailedRequest, context: Circumstances): Failure {
  if (response === undefined) return warning('GitHub could not be reached, so there is no comment.');
  const message = response.data.message;
  if (isRateLimit(status, response)) return warning(RATE_LIMITED);
  if (/\blocked\b/i.test(message)) return warning('The conversation is locked, so there is no comment.');
  if (/\barchived\b/i.test(message)) return warning('The repository is archived, so there is no comment.');
  switch (status) {
    case 401:
      return warning('GitHub does not accept `github-token` (401), so there is no comment. Use a token that is valid.');
    case 403:
      return notice(`${missingPermission(response, context)}${quoted(message)}`);
    case 404:
      return notice(
        `The pull request was not found (404). ${missingPermission(response, context)} If the token has it, see \`pr-number\`.`,
      );
    default:
      return warning(`GitHub answered ${status}, so there is no comment.${quoted(message)}`);
  }
}

function missingPermission(response: Answer, { head, isDependabot }: Circumstances): string {
  const permission = `\`${acceptedPermission(response.headers['x-accepted-github-permissions'])}\``;
  const lead = `There is no comment because \`github-token\` lacks the permission ${permission}`;
  if (head === 'foreign') return `${lead}, which GitHub does not give to a pull request from a fork.`;
  if (isDependabot) return `${lead}, which Dependabot's runs have only where \`permissions\` of the job asks for it.`;
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

const RATE_LIMITED = "GitHub's rate limit is used up, so there is no comment.";

const Answer = z.object({
  headers: z.record(z.string(), z.coerce.string()).catch({}),
  data: z.object({ message: z.string().catch('') }).catch({ message: '' }),
});

type Answer = z.infer<typeof Answer>;

/** Octokit's `RequestError`, and without an answer what became of the connection. */
const FailedRequest = z.object({ status: z.number(), response: Answer.optional().catch(undefined) });

type FailedRequest = z.infer<typeof FailedRequest>;

function notice(detail: string): Failure {
  return { level: 'notice', detail };
}

function warning(detail: string): Failure {
  return { level: 'warning', detail };
}
