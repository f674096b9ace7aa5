import * as z from 'zod';
import { UserError } from '../../model/user-error.ts';

/** Where the run happens, as far as it changes what is done. */
export interface GitHubContext {
  /** `pull_request`, `merge_group` and so on; empty outside of a workflow. */
  readonly eventName: string;
  readonly repository: RepositoryName | undefined;
  /** Number of the pull request to comment on. */
  readonly pullRequest: number | undefined;
  readonly head: HeadOrigin;
  /** The pull request's newest commit, when the event was sent; undefined where the event does not name it. */
  readonly headSha: string | undefined;
  /** Dependabot's runs get a read-only token unless the workflow asks for more, and no secrets. */
  readonly isDependabot: boolean;
  readonly apiUrl: string;
  readonly serverUrl: string;
  /** The page of the run. */
  readonly runUrl: string | undefined;
}

export interface RepositoryName {
  readonly owner: string;
  readonly name: string;
}

/**
 * Whose code a pull request brings: from this repository, from another one
 * (also where that one was deleted since), or the event does not say; `none`
 * where no pull request is involved.
 */
export type HeadOrigin = 'own' | 'foreign' | 'unknown' | 'none';

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * @param event the parsed event file, `{}` where there is none
 * @param prNumber the input of that name; it wins over the event, so that a
 *   `workflow_run` or `workflow_dispatch` can comment too
 */
export function parseContext(env: Environment, event: unknown, prNumber?: number): GitHubContext {
  const payload = parseEvent(event);
  const repository = parseRepository(env['GITHUB_REPOSITORY'] || payload.repository?.full_name);
  const serverUrl = parseUrl('GITHUB_SERVER_URL', env['GITHUB_SERVER_URL'] || 'https://github.com');
  const pullRequest = prNumber ?? pullRequestOf(payload);
  return {
    eventName: env['GITHUB_EVENT_NAME'] ?? '',
    repository,
    pullRequest,
    head: headOrigin(payload),
    headSha: payload.pull_request?.number === pullRequest ? payload.pull_request?.head.sha : undefined,
    isDependabot: env['GITHUB_ACTOR'] === 'dependabot[bot]',
    apiUrl: parseUrl('GITHUB_API_URL', env['GITHUB_API_URL'] || 'https://api.github.com'),
    serverUrl,
    runUrl: runUrl(serverUrl, repository, env),
  };
}

/**
 * The workflow has the base's secrets while the checkout may be somebody
 * else's code. Where the event does not say whose it is, it counts as foreign.
 */
export function isForeignCodeWithSecrets(context: Pick<GitHubContext, 'eventName' | 'head'>): boolean {
  return EVENTS_WITH_BASE_SECRETS.has(context.eventName) && (context.head === 'foreign' || context.head === 'unknown');
}

const EVENTS_WITH_BASE_SECRETS: ReadonlySet<string> = new Set(['pull_request_target', 'workflow_run', 'issue_comment']);

const Repository = z.object({ full_name: z.string() });

const Event = z.object({
  repository: Repository.optional(),
  pull_request: z
    .object({
      number: z.int().positive(),
      head: z.object({ repo: Repository.nullable(), sha: z.string().optional() }),
      base: z.object({ repo: Repository }),
    })
    .optional(),
  issue: z.object({ number: z.int().positive(), pull_request: z.unknown().optional() }).optional(),
  workflow_run: z.object({ head_repository: Repository.nullish() }).optional(),
});

type Event = z.infer<typeof Event>;

function parseEvent(event: unknown): Event {
  const parsed = Event.safeParse(event);
  if (parsed.success) return parsed.data;
  const path = parsed.error.issues[0]?.path.map(String).join('.');
  throw new UserError(
    `The event file of \`GITHUB_EVENT_PATH\` is not an event of GitHub${path ? `: \`${path}\` is not as expected` : ''}. ` +
      'Do not change the variable that the runner sets.',
  );
}

/** GitHub treats a pull request as an issue too; only then has the issue a `pull_request`. */
function pullRequestOf({ pull_request, issue }: Event): number | undefined {
  if (pull_request !== undefined) return pull_request.number;
  return issue?.pull_request == null ? undefined : issue.number;
}

function headOrigin({ repository, pull_request, issue, workflow_run }: Event): HeadOrigin {
  if (pull_request !== undefined) return originOf(pull_request.head.repo, pull_request.base.repo);
  if (workflow_run !== undefined) return originOf(workflow_run.head_repository, repository);
  return issue?.pull_request == null ? 'none' : 'unknown';
}

function originOf(
  head: z.infer<typeof Repository> | null | undefined,
  base: z.infer<typeof Repository> | undefined,
): HeadOrigin {
  if (head == null) return 'foreign';
  if (base === undefined) return 'unknown';
  return head.full_name.toLowerCase() === base.full_name.toLowerCase() ? 'own' : 'foreign';
}

function parseRepository(fullName: string | undefined): RepositoryName | undefined {
  if (fullName === undefined) return undefined;
  const [owner, name, ...rest] = fullName.split('/');
  if (!owner || !name || rest.length > 0) {
    throw new UserError(
      '`GITHUB_REPOSITORY` is not of the form `owner/name`. Do not change the variable that the runner sets.',
    );
  }
  return { owner, name };
}

function parseUrl(variable: string, value: string): string {
  if (!/^https?:$/.test(URL.parse(value)?.protocol ?? '')) {
    throw new UserError(`\`${variable}\` is not an http(s) address. Do not change the variable that the runner sets.`);
  }
  return value.replace(/\/+$/, '');
}

function runUrl(serverUrl: string, repository: RepositoryName | undefined, env: Environment): string | undefined {
  const run = env['GITHUB_RUN_ID'];
  if (repository === undefined || !run) return undefined;
  const attempt = env['GITHUB_RUN_ATTEMPT'];
  const suffix = attempt && attempt !== '1' ? `/attempts/${attempt}` : '';
  return `${serverUrl}/${repository.owner}/${repository.name}/actions/runs/${run}${suffix}`;
}
