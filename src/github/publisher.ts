import { setOutput } from '@actions/core';
import type { Publisher } from '../app/ports.ts';
import type { CommentDraft, Publication, Receipt } from '../report/publication.ts';
import type { CommentTarget } from './client.ts';
import { annotate, print } from './commands.ts';
import type { Environment, GitHubContext } from './context.ts';
import { explainFailure } from './failure.ts';
import { type CommentApi, publishComment } from './publish-comment.ts';
import { LeadsOutside, publishFile } from './publish-file.ts';
import { publishSummary } from './publish-summary.ts';

export interface GitHubPublisherOptions {
  readonly context: GitHubContext;
  /** Undefined or empty where there is none: then there is no comment either. */
  readonly token: string | undefined;
  readonly env: Environment;
  /** How the comments are reached; by default over HTTP, loaded when there is a comment to send. */
  readonly connect?: (target: CommentTarget) => Promise<CommentApi>;
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
      for (const publication of publications) {
        const { level, ...rest } = await publishOne(publication, options);
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

async function publishOne(publication: Publication, options: GitHubPublisherOptions): Promise<Result> {
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
      return file(options.env['GITHUB_WORKSPACE'] || process.cwd(), publication.path, publication.content);
    case 'comment':
      return comment(publication.comment, options);
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
    const detail = "The job summary is cut at GitHub's limit of 1 MiB.";
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
  const { context, token, connect = connectOverHttp } = options;
  const { repository, pullRequest, apiUrl } = context;
  if (repository === undefined || pullRequest === undefined) return skipped('The event has no pull request.');
  if (!token) return skipped('There is no `github-token` to comment with.');
  try {
    const api = await connect({ apiUrl, repository, pullRequest, token });
    const { outcome, url } = await publishComment(api, draft);
    return { outcome, detail: undefined, ...(url !== undefined && { url }) };
  } catch (error) {
    const { level, detail } = explainFailure(error, context);
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

/** `eager` keeps the client in the one bundle, and still runs none of it before this. */
async function connectOverHttp(target: CommentTarget): Promise<CommentApi> {
  const { connect } = await import(/* webpackMode: "eager" */ './client.ts');
  return connect(target);
}
