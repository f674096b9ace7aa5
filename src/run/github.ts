import { type GitHubContext, isForeignCodeWithSecrets } from '../gather/pull-request/context.ts';
import { readContext } from '../gather/pull-request/event.ts';
import { createPullRequestReader } from '../gather/pull-request/pull-request-reader.ts';
import { UserError } from '../model/user-error.ts';
import { githubPublisher } from '../publish/github/publisher.ts';
import { inGroup, print } from '../publish/github/workflow-commands.ts';
import type { Place } from './ports.ts';
import type { Settings } from './settings/settings.ts';

/** A run in a job on GitHub, and the settings with what the job says of itself. */
export function github(given: Settings): { readonly settings: Settings; readonly place: Place } {
  const context = readContext(process.env, given.pullRequestNumber);
  if (given.templates.length > 0 && isForeignCodeWithSecrets(context)) throw new UserError(FOREIGN_CODE);
  const settings = { ...given, isPullRequest: context.pullRequest !== undefined };
  return { settings, place: placeOf(settings, context) };
}

/** A rehearsal runs what the template's files and providers say. */
const FOREIGN_CODE =
  'This event would give the secrets of this repository to code from a fork, because a rehearsal runs the code of the pull request; use the event `pull_request`.';

function placeOf({ annotations, githubToken: token }: Settings, context: GitHubContext): Place {
  const access = { context, token };
  return {
    roots: [process.env['GITHUB_WORKSPACE'] ?? '', process.cwd()],
    pullRequest: createPullRequestReader(access),
    tell: print,
    during: inGroup,
    toldAll: () => undefined,
    outputs: [
      'followed',
      'text',
      ...(annotations ? (['annotations'] as const) : []),
      'summary',
      'report-file',
      'step-outputs',
      'comment',
      'notification',
      'suggestions',
    ],
    text: { colour: true, width: 120, namesIn: ['the job summary'] },
    publisher: githubPublisher({ ...access, env: process.env }),
  };
}
