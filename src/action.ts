import { check } from './app/check.ts';
import { NO_REHEARSER } from './app/gather.ts';
import { parseHistorySettings } from './app/history-settings.ts';
import { snapshotsOfHistory } from './app/judge-history.ts';
import { parseSettings, type RawSettings } from './app/settings.ts';
import { VERSION } from './app/version.ts';
import type { Snapshot } from './domain/snapshot.ts';
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

  const histories = await gatherHistories(inputs, context.pullRequest !== undefined);
  const { verdict, report } = await check(
    { ...settings, plans: findPlans(settings.plans) },
    { plans: createPlanReader(), rehearser: NO_REHEARSER },
    histories,
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

/**
 * Coder is asked only where a template of it is named. On a pull request a
 * merge may be the cure of what its active version suffers from.
 */
async function gatherHistories(inputs: RawSettings, isPullRequest: boolean): Promise<readonly Snapshot[]> {
  const template = inputs['coder-template'];
  if (template === undefined) return [];
  const { request, policy } = parseHistorySettings(inputs, isPullRequest);
  const { gatherHistory } = await import(/* webpackMode: "eager" */ './coder/gather-history.ts');
  return snapshotsOfHistory(await gatherHistory(request), policy, template);
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
