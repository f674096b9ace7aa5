import { createConfigurationReader } from './gather/hcl/configuration-reader.ts';
import { findPlans, findTemplates } from './gather/plan/find-inputs.ts';
import { createPlanReader } from './gather/plan/read-plan.ts';
import type { Rehearser } from './gather/ports.ts';
import { isForeignCodeWithSecrets } from './gather/pull-request/context.ts';
import { readContext } from './gather/pull-request/event.ts';
import { createChangedFilesReader } from './gather/pull-request/read-changed-files.ts';
import { githubCommentReader } from './gather/pull-request/read-comment.ts';
import type { ExitCode } from './model/judgement/verdict.ts';
import { visible } from './model/text.ts';
import { UserError } from './model/user-error.ts';
import { githubPublisher } from './publish/github/publisher.ts';
import { annotate, hide, inGroup, print } from './publish/github/workflow-commands.ts';
import { type OutputName, planPublications } from './report/index.ts';
import { untoldAnnotation } from './report/markdown/notification.ts';
import { noticesOf, renderCanaryEnd, renderCanaryLook } from './report/text/canary-text.ts';
import { askCoder } from './run/ask-coder.ts';
import { changedFilesFor } from './run/changed-files.ts';
import { check } from './run/check.ts';
import { decideNotify } from './run/notify.ts';
import { earlierTemplatesOf, Interruption, rehearserOf } from './run/open-rehearser.ts';
import { parseSettings } from './run/settings/settings.ts';
import { VERSION } from './run/version.ts';
import { INPUTS } from './run/words/input-names.ts';
import { readInputs } from './run/words/inputs.ts';

async function main(): Promise<ExitCode> {
  const inputs = readInputs(INPUTS);
  hide(inputs['github-token']);
  hide(inputs['coder-session-token']);
  const settings = parseSettings(inputs);
  const judgesTemplate = settings.plans.length + settings.templates.length > 0;
  if (!judgesTemplate && inputs['coder-template'] === undefined) {
    throw new UserError(
      'Inputs `template` and `plan` are empty; give the directory of a template as `template`, the path of a claim plan as `plan`, or a `coder-template`.',
    );
  }
  const context = readContext(process.env, inputs['pr-number']);
  if (settings.templates.length > 0 && isForeignCodeWithSecrets(context)) throw new UserError(FOREIGN_CODE);

  const askForTemplate = () =>
    askCoder(
      inputs,
      {
        isPullRequest: context.pullRequest !== undefined,
        judgesTemplate,
        onLook: (look) => print(renderCanaryLook(look)),
      },
      () => import(/* webpackMode: "eager" */ './gather/coder/gather-coder.ts'),
    );
  const followed = `Following ${inputs['coder-version'] ?? 'the active version'}`;
  const coder = await (inputs.wait === undefined ? askForTemplate() : inGroup(followed, askForTemplate));
  if (coder.canary !== undefined) print(renderCanaryEnd(coder.canary, coder.canary.promotePrevious));
  const access = { context, token: inputs['github-token'] };
  const notify = await decideNotify(
    { people: settings.notify, commentKey: settings.commentKey, histories: coder.histories, policy: coder.policy },
    githubCommentReader(access),
  );
  const { verdict, report } = await check(
    {
      ...settings,
      plans: findPlans(settings.plans),
      templates: findTemplates(settings.templates),
      now: Date.now(),
    },
    {
      plans: createPlanReader(),
      rehearser: inLogGroups(rehearserOf(inputs, { tell: print })),
      configurations: createConfigurationReader([process.env['GITHUB_WORKSPACE'] ?? '', process.cwd()]),
      earlier: earlierTemplatesOf(inputs, { tell: print }),
      live: coder.live,
    },
    coder.snapshots,
    noticesOf(coder.canary),
  );

  const changed = await changedFilesFor(report, settings, createChangedFilesReader(access));
  const outputs: readonly OutputName[] = [
    'text',
    ...(settings.annotations ? (['annotations'] as const) : []),
    'summary',
    'report-file',
    'step-outputs',
    'comment',
    'notification',
    'suggestions',
  ];
  await githubPublisher({ ...access, env: process.env }).publish([
    ...(notify.kind === 'unknown'
      ? [{ kind: 'annotation', annotation: untoldAnnotation(notify.detail) } as const]
      : []),
    ...planPublications(report, outputs, {
      text: { colour: true, width: 120, namesIn: ['the job summary'] },
      comment: { mode: settings.comment, key: settings.commentKey },
      ...(notify.kind === 'planned' && { notification: notify.notification }),
      changed,
      reportPath: settings.report,
    }),
  ]);
  return verdict.exitCode;
}

/** The progress of each template, folded away. */
function inLogGroups({ rehearse }: Rehearser): Rehearser {
  return {
    rehearse: (directory, ...more) => inGroup(`Rehearsing ${visible(directory)}`, () => rehearse(directory, ...more)),
  };
}

/** A rehearsal runs the code in the template's files and providers. */
const FOREIGN_CODE =
  'This event would give the secrets of this repository to code from a fork, because a rehearsal runs the code of the pull request; use the event `pull_request`.';

try {
  process.exitCode = await main();
} catch (error) {
  if (error instanceof UserError) {
    annotate({ level: 'error', title: 'prebuild-guard', message: error.message, location: undefined });
    process.exitCode = 2;
  } else if (error instanceof Interruption) {
    process.kill(process.pid, error.signal);
  } else {
    const trace = error instanceof Error ? error.stack : String(error);
    const message = `This is a bug in prebuild-guard ${VERSION}. Report it with these lines. They contain nothing from a plan:\n${trace}`;
    annotate({ level: 'error', title: 'prebuild-guard', message, location: undefined });
    process.exitCode = 3;
  }
}
