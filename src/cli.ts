#!/usr/bin/env node
import type { ExitCode } from './model/judgement/verdict.ts';
import { RULES } from './rules/index.ts';
import { failureOf } from './run/failure.ts';
import { run } from './run/run.ts';
import { parseSettings } from './run/settings/settings.ts';
import { terminal } from './run/terminal.ts';
import { VERSION } from './run/version.ts';
import { layersOf, taskOf } from './run/words/command-line.ts';
import { explainRule } from './run/words/explain-rule.ts';
import { parseFlags } from './run/words/flags.ts';
import { helpText } from './run/words/help.ts';
import { listRules } from './run/words/rule-list.ts';

async function main(words: readonly string[]): Promise<ExitCode> {
  const invocation = parseFlags(words);
  switch (invocation.kind) {
    case 'help':
      print(helpText(invocation.command));
      return 0;
    case 'version':
      print(`${VERSION}\n`);
      return 0;
    case 'explain':
      print(invocation.rule === undefined ? listRules(RULES) : explainRule(RULES, invocation.rule));
      return 0;
    case 'run': {
      const task = taskOf(invocation);
      const settings = parseSettings(layersOf(invocation, process.env), task);
      return run(settings, terminal(task, settings, { print, complain }));
    }
  }
}

function print(text: string): void {
  process.stdout.write(text);
}

function complain(message: string): void {
  process.stderr.write(`prebuild-guard: ${message}\n`);
}

/** A reader that has seen enough, such as `head`, closes the pipe: no reason to fail, nor to leave what was applied. */
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const failure = failureOf(error);
  if (failure.kind === 'interrupted') {
    process.kill(process.pid, failure.signal);
  } else {
    complain(failure.message);
    process.exitCode = failure.exitCode;
  }
}
