import { setOutput } from '@actions/core';
import type { CommentApi, ReviewApi } from '../../gather/pull-request/api.ts';
import { type Connect, connectOverHttp, reviewOverHttp } from '../../gather/pull-request/connect-github.ts';
import type { Environment, GitHubContext } from '../../gather/pull-request/context.ts';
import { explainFailure } from '../../gather/pull-request/failure.ts';
import { type PullRequestTarget, pullRequestTarget } from '../../gather/pull-request/target.ts';
import type {
  CommentDraft,
  NotificationDraft,
  Publication,
  Receipt,
  SuggestionsDraft,
} from '../../report/publication.ts';
import { LeadsOutside, publishFile } from '../files/publish-file.ts';
import type { Publisher } from '../ports.ts';
import { publishComment } from './publish-comment.ts';
import { publishSuggestions } from './publish-suggestions.ts';
import { publishSummary } from './publish-summary.ts';
import { annotate, print } from './workflow-commands.ts';

export interface GitHubPublisherOptions {
  readonly context: GitHubContext;
  /** Undefined or empty where there is none: then nothing is written to the pull request. */
  readonly token: string | undefined;
  readonly env: Environment;
  /** How the comments are reached; by default over HTTP, loaded when there is a comment to send. */
  readonly connect?: Connect;
  /** The same for review comments. */
  readonly connectReview?: (target: PullRequestTarget) => Promise<ReviewApi>;
}

/**
 * Publishes to the job and to the pull request. What could not be published is
 * annotated, each reason once: two comments that lack the same permission are
 * one notice. No check run is created: with the job's token it would land in an
 * arbitrary check suite.
 */
export function githubPublisher(options: GitHubPublisherOptions): Publisher {
  const told = new Set<string>();
  return {
    publish: async (publications) => {
      const receipts: Receipt[] = [];
      const upToDate = new Set<string>();
      for (const publication of publications) {
        const { level, ...rest } =
          publication.kind === 'notification'
            ? await notify(publication.notification, upToDate, options)
            : await publishOne(publication, options);
        if (publication.kind === 'comment' && isUpToDate(rest.outcome)) upToDate.add(publication.comment.key);
        if (level !== undefined && rest.detail !== undefined && !told.has(rest.detail)) {
          annotate({ level, title: 'prebuild-guard', message: rest.detail, location: undefined });
          told.add(rest.detail);
        }
        receipts.push({ kind: publication.kind, ...rest });
      }
      return receipts;
    },
  };
}

/** A receipt to be, and how grave it is that there is nothing published. */
type Result = Omit<Receipt, 'kind'> & { readonly level?: 'notice' | 'warning' };

type Independent = Exclude<Publication, { kind: 'notification' }>;

async function publishOne(publication: Independent, options: GitHubPublisherOptions): Promise<Result> {
  switch (publication.kind) {
    case 'text':
      print(publication.text);
      return PUBLISHED;
    case 'annotation':
      annotate(publication.annotation);
      return PUBLISHED;
    case 'output':
      return output(publication.name, publication.value);
    case 'summary':
      return summary(options.env['GITHUB_STEP_SUMMARY'], publication.markdown);
    case 'file':
    case 'saved-history':
      return file(options.env['GITHUB_WORKSPACE'] || process.cwd(), publication.path, publication.content);
    case 'comment':
      return comment(publication.comment, options);
    case 'suggestions':
      return suggestions(publication.suggestions, options);
  }
}

function output(name: string, value: string): Result {
  try {
    setOutput(name, value);
    return PUBLISHED;
  } catch {
    return notPublished('warning', `The output \`${name}\` was not set: the file of \`GITHUB_OUTPUT\` is missing.`);
  }
}

async function summary(path: string | undefined, markdown: string): Promise<Result> {
  if (!path) return skipped('The runner has no job summary.');
  try {
    if (await publishSummary(path, markdown)) return PUBLISHED;
    const detail = "The job summary was cut at GitHub's limit of 1 MiB.";
    return { outcome: 'published', detail, level: 'warning' };
  } catch (error) {
    return notPublished('warning', `The job summary was not written (${errorCode(error)}).`);
  }
}

async function file(workspace: string, path: string, content: string): Promise<Result> {
  try {
    await publishFile(workspace, path, content);
    return PUBLISHED;
  } catch (error) {
    const reason = error instanceof LeadsOutside ? 'a symbolic link leads out of the workspace' : errorCode(error);
    return notPublished('warning', `\`${path}\` was not written (${reason}).`);
  }
}

async function comment(draft: CommentDraft, options: GitHubPublisherOptions): Promise<Result> {
  return onPullRequest(options, async (api) => {
    const { outcome, url } = await publishComment(api, draft);
    return { outcome, detail: undefined, ...(url !== undefined && { url }) };
  });
}

/** Notifies nobody if the comment does not record it, because the next run would notify them again. */
async function notify(
  { key, body }: NotificationDraft,
  upToDate: ReadonlySet<string>,
  options: GitHubPublisherOptions,
): Promise<Result> {
  if (!upToDate.has(key)) return skipped('Nobody was notified, because the comment could not record it.');
  const result = await onPullRequest(options, async (api) => {
    const { url } = await api.create(body);
    return { ...PUBLISHED, url };
  });
  return result.outcome === 'not-published'
    ? { ...result, detail: `${result.detail} ${UNTOLD}`, level: 'warning' }
    : result;
}

const UNTOLD = 'This comment would have notified people of a failing preset. It is not tried again.';

function isUpToDate(outcome: Receipt['outcome']): boolean {
  return outcome === 'published' || outcome === 'unchanged';
}

async function onPullRequest(
  { context, token, connect = connectOverHttp }: GitHubPublisherOptions,
  task: (api: CommentApi) => Promise<Result>,
): Promise<Result> {
  const target = pullRequestTarget(context, token);
  if (typeof target === 'string') return skipped(target);
  try {
    return await task(await connect(target));
  } catch (error) {
    const { level, detail } = explainFailure(error, context, 'comment');
    return notPublished(level, detail);
  }
}

async function suggestions(draft: SuggestionsDraft, options: GitHubPublisherOptions): Promise<Result> {
  const { context, token, connectReview = reviewOverHttp } = options;
  if (draft.kind === 'withheld') return notPublished(draft.because.level, draft.because.detail);
  const target = pullRequestTarget(context, token);
  if (typeof target === 'string') return skipped(target);
  try {
    const { outcome, refused } = await publishSuggestions(await connectReview(target), draft);
    if (refused === 0) return { outcome, detail: undefined };
    const detail = `GitHub refused ${refused} of ${draft.drafts.length} suggestions (422), for instance because the pull request changed meanwhile; the fix is in the comment.`;
    return { outcome, detail, level: 'warning' };
  } catch (error) {
    const { level, detail } = explainFailure(error, context, 'suggestions');
    return notPublished(level, detail);
  }
}

const PUBLISHED: Result = { outcome: 'published', detail: undefined };

function skipped(detail: string): Result {
  return { outcome: 'skipped', detail };
}

function notPublished(level: 'notice' | 'warning', detail: string): Result {
  return { outcome: 'not-published', detail, level };
}

/** Such as `EACCES`; never the message, which repeats the path. */
function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unexpected error';
}
