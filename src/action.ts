import { askCoder } from './app/ask-coder.ts';
import { check } from './app/check.ts';
import { NO_REHEARSER } from './app/gather.ts';
import { parseSettings } from './app/settings.ts';
import { VERSION } from './app/version.ts';
import { UserError } from './domain/user-error.ts';
import type { ExitCode } from './domain/verdict.ts';
import { annotate, hide } from './github/commands.ts';
import { readContext } from './github/event.ts';
import { INPUTS } from './github/input-names.ts';
import { readInputs } from './github/inputs.ts';
import { githubPublisher } from './github/publisher.ts';
import { findPlans } from './plan/find-plans.ts';
import { createPlanReader } from './plan/read-plan.ts';
import { type OutputName, planPublications } from './report/index.ts';

async function main(): Promise<ExitCode> {
  const inputs = readInputs(INPUTS);
  hide(inputs['github-token']);
  hide(inputs['coder-session-token']);
  const settings = parseSettings(inputs);
  if (settings.plans.length === 0 && inputs['coder-template'] === undefined) {
    throw new UserError('Input `plan` is empty; give the path of a claim plan, or a `coder-template`.');
  }
  const context = readContext(process.env, inputs['pr-number']);

  const coder = await askCoder(
    inputs,
    { isPullRequest: context.pullRequest !== undefined, judgesTemplate: settings.plans.length > 0 },
    () => import(/* webpackMode: "eager" */ './coder/gather.ts'),
  );
  const { verdict, report } = await check(
    { ...settings, plans: findPlans(settings.plans), now: Date.now() },
    { plans: createPlanReader(), rehearser: NO_REHEARSER, live: coder.live },
    coder.snapshots,
  );

  const outputs: readonly OutputName[] = [
    'text',
    ...(settings.annotations ? (['annotations'] as const) : []),
    'summary',
    'report-file',
    'step-outputs',
    'comment',
  ];
  await githubPublisher({ context, token: inputs['github-token'], env: process.env }).publish(
    planPublications(report, outputs, {
      text: { colour: true, width: 120 },
      comment: { mode: settings.comment, key: settings.commentKey },
      reportPath: settings.report,
    }),
  );
  return verdict.exitCode;
}

try {
  process.exitCode = await main();
} catch (error) {
  if (error instanceof UserError) {
    annotate({ level: 'error', title: 'prebuild-guard', message: error.message, location: undefined });
    process.exitCode = 2;
  } else {
    const trace = error instanceof Error ? error.stack : String(error);
    const message = `This is a bug in prebuild-guard ${VERSION}. Report it with these lines, which hold nothing of a plan:\n${trace}`;
    annotate({ level: 'error', title: 'prebuild-guard', message, location: undefined });
    process.exitCode = 3;
  }
}
