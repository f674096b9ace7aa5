#!/usr/bin/env node
import { createConfigurationReader } from './gather/hcl/configuration-reader.ts';
import { findPlans, findTemplates } from './gather/plan/find-inputs.ts';
import { createPlanReader } from './gather/plan/read-plan.ts';
import type { ExitCode } from './model/judgement/verdict.ts';
import { UserError } from './model/user-error.ts';
import { wantsColour } from './publish/terminal/colour.ts';
import { createProgress, type Progress } from './publish/terminal/progress.ts';
import { terminalPublisher } from './publish/terminal/publisher.ts';
import { type OutputName, planPublications } from './report/index.ts';
import { RULES } from './rules/index.ts';
import { askCoder } from './run/ask-coder.ts';
import { check, type Judgement } from './run/check.ts';
import { fix, type Rehearsed } from './run/fix.ts';
import { earlierTemplatesOf, Interruption, rehearserOf } from './run/open-rehearser.ts';
import { parseSettings, type RawSettings } from './run/settings/settings.ts';
import { VERSION } from './run/version.ts';
import { explainRule } from './run/words/explain-rule.ts';
import { type Invocation, outputFormat, parseFlags } from './run/words/flags.ts';
import { helpText } from './run/words/help.ts';
import { listRules } from './run/words/rule-list.ts';

type Run = Extract<Invocation, { kind: 'run' }>;

async function main(words: readonly string[]): Promise<ExitCode> {
  const invocation = parseFlags(words);
  switch (invocation.kind) {
    case 'help':
      print(helpText(invocation.command));
      return 0;
    case 'version':
      print(`${VERSION}\n`);
      return 0;
    case 'run':
      return run(invocation);
  }
}

async function run(invocation: Run): Promise<ExitCode> {
  switch (invocation.command.name) {
    case 'explain':
      return runExplain(invocation);
    case 'history': {
      const { runHistory } = await import(/* webpackMode: "eager" */ './run/history.ts');
      const [template] = invocation.operands;
      return runHistory(
        { ...withCoder(invocation.options), 'coder-template': template },
        { print, progress: progressOfTerminal() },
      );
    }
    default:
      return runCheck(invocation, invocation.command.name === 'rehearse' ? 'template' : 'plan');
  }
}

/** What the `coder` command line itself is told by the environment. The token is taken from nowhere else. */
function withCoder(options: Run['options']): RawSettings {
  return {
    ...options,
    'coder-url': options['coder-url'] ?? process.env['CODER_URL'],
    'coder-session-token': process.env['CODER_SESSION_TOKEN'],
  };
}

function progressOfTerminal(): Progress {
  const { isTTY, columns = 80 } = process.stderr;
  return createProgress({ isTerminal: isTTY === true, width: columns, write: tell });
}

function runExplain({ operands: [id] }: Run): ExitCode {
  print(id === undefined ? listRules(RULES) : explainRule(RULES, id));
  return 0;
}

async function runCheck({ operands, options }: Run, of: 'plan' | 'template'): Promise<ExitCode> {
  if (operands.length === 0) throw new UserError(NOTHING_GIVEN[of]);
  const format = outputFormat(options['format']);
  const settings = parseSettings(options);
  const coder = await askCoder(
    withCoder(options),
    { isPullRequest: false, judgesTemplate: true },
    () => import(/* webpackMode: "eager" */ './gather/coder/gather-coder.ts'),
  );
  const progress = progressOfTerminal();
  const inputs = {
    ...settings,
    ...(of === 'plan' ? { plans: findPlans(operands) } : { templates: findTemplates(operands) }),
  };
  const judge = async () => {
    const configurations = createConfigurationReader(ROOT_CANDIDATES);
    const sources = {
      plans: createPlanReader(),
      rehearser: rehearserOf(withCoder(options), { tell: progress.show }),
      configurations,
      earlier: earlierTemplatesOf(options, { tell: progress.show }),
      live: coder.live,
    };
    return { ...(await check({ ...inputs, now: Date.now() }, sources, coder.snapshots)), configurations };
  };
  const { verdict, report } = await (options['fix'] === 'true' ? mend(inputs.templates, judge) : judge());
  progress.end();
  const outputs: readonly OutputName[] = [format, 'report-file'];
  const receipts = await terminalPublisher(print).publish(
    planPublications(report, outputs, {
      text: {
        colour: wantsColour({ isTerminal: process.stdout.isTTY === true, env: process.env }),
        width: Math.min(process.stdout.columns ?? 100, 120),
      },
      comment: { mode: 'never', key: settings.commentKey },
      reportPath: settings.report,
    }),
  );
  if (format !== 'text') for (const { message } of report.errors) complain(message);
  for (const { detail } of receipts) if (detail !== undefined) complain(detail);
  return verdict.exitCode;
}

async function mend(templates: readonly string[], judge: () => Promise<Rehearsed>): Promise<Judgement> {
  const { createTemplateWriter } = await import(/* webpackMode: "eager" */ './publish/files/template-writer.ts');
  return fix(templates, judge, createTemplateWriter(ROOT_CANDIDATES));
}

/** Where locations begin if the template is in no checkout. */
const ROOT_CANDIDATES: readonly string[] = [process.cwd()];

const NOTHING_GIVEN = {
  plan: '`prebuild-guard check` needs a plan; name its file, or `-` for standard input.',
  template: '`prebuild-guard rehearse` needs a template; name its directory.',
};

function tell(text: string): void {
  process.stderr.write(text);
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
  if (error instanceof UserError) {
    complain(error.message);
    process.exitCode = 2;
  } else if (error instanceof Interruption) {
    // Nobody listens any more, so this ends the process as the signal would have.
    process.kill(process.pid, error.signal);
  } else {
    const trace = error instanceof Error ? error.stack : String(error);
    complain(
      `this is a bug in prebuild-guard ${VERSION}. Report it with these lines, which hold nothing of a plan:\n${trace}`,
    );
    process.exitCode = 3;
  }
}
