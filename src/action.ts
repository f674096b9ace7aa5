import type { ExitCode } from './model/judgement/verdict.ts';
import { annotate, hide } from './publish/github/workflow-commands.ts';
import { failureOf } from './run/failure.ts';
import { github } from './run/github.ts';
import { run } from './run/run.ts';
import { parseSettings } from './run/settings/settings.ts';
import { readInputs } from './run/words/inputs.ts';

async function main(): Promise<ExitCode> {
  const inputs = readInputs();
  hide(inputs.values['github-token']);
  hide(inputs.values['coder-session-token']);
  const { settings, place } = github(parseSettings([inputs], { kind: 'action' }));
  return run(settings, place);
}

try {
  process.exitCode = await main();
} catch (error) {
  const failure = failureOf(error);
  if (failure.kind === 'interrupted') {
    process.kill(process.pid, failure.signal);
  } else {
    annotate({ level: 'error', title: 'prebuild-guard', message: failure.message, location: undefined });
    process.exitCode = failure.exitCode;
  }
}
