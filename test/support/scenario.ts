import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parseHistoryFile } from '../../src/gather/coder/history/history-file.ts';
import { NO_REHEARSER } from '../../src/gather/gather.ts';
import { readConfiguration } from '../../src/gather/hcl/read-configuration.ts';
import { createPlanReader } from '../../src/gather/plan/read-plan.ts';
import type { CoderReader, ConfigurationReader, PlanReader, PullRequestReader } from '../../src/gather/ports.ts';
import { NOT_CONFIGURED } from '../../src/model/judgement/outcome.ts';
import { say } from '../../src/model/text.ts';
import { OUTPUTS, type OutputOptions } from '../../src/report/index.ts';
import type { Publication } from '../../src/report/publication.ts';
import { check } from '../../src/run/check.ts';
import { parseSettings } from '../../src/run/settings/settings.ts';
import { layersOf, taskOf } from '../../src/run/words/command-line.ts';
import { parseFlags } from '../../src/run/words/flags.ts';
import { type RecordedRehearsal, recordedRehearser } from './recorded-rehearsal.ts';

/** A run on real input, and why it must come out as it does. */
export interface Scenario {
  readonly name: string;
  readonly because: string;
  /** Folder of `fixtures/templates` that the arguments are relative to. */
  readonly template?: string;
  /** Of `prebuild-guard check`; of `rehearse` where a rehearsal was recorded. */
  readonly arguments?: readonly string[];
  readonly rehearsal?: RecordedRehearsal;
  /** The run is for a pull request that adds the template: each line of it can take a suggestion. */
  readonly isNew?: boolean;
  /** The template whose history is in the scenario's `history.json`. */
  readonly history?: string;
}

/** A Wednesday afternoon in Europe, when schedules are active. */
const NOW = Date.UTC(2028, 0, 5, 13);

const SCENARIOS = 'fixtures/scenarios';
const TEMPLATES = 'fixtures/templates';

export function readScenarios(): readonly Scenario[] {
  return readdirSync(SCENARIOS)
    .filter((name) => existsSync(`${SCENARIOS}/${name}/scenario.json`))
    .toSorted()
    .map((name) => ({ name, ...JSON.parse(readFileSync(`${SCENARIOS}/${name}/scenario.json`, 'utf8')) }) as Scenario);
}

/** Every output of the scenario, by the name of its golden file. */
export async function runScenario(scenario: Scenario): Promise<Readonly<Record<string, string>>> {
  const { rehearsal, template = '.' } = scenario;
  const invocation = parseFlags(wordsOf(scenario));
  if (invocation.kind !== 'run') throw new Error(`${scenario.name}: these are no arguments of check`);
  const settings = parseSettings(layersOf(invocation, {}), taskOf(invocation));
  const { report, pullRequest } = await check(
    { ...settings, now: NOW },
    {
      plans: inTemplate(template),
      rehearser: rehearsal === undefined ? NO_REHEARSER : recordedRehearser(rehearsal, TEMPLATES),
      configurations: ofTemplate(template),
      coder: AS_SAVED,
      ...(scenario.isNew === true && { pullRequest: adding(`${TEMPLATES}/${template}`) }),
    },
  );
  const options: OutputOptions = {
    text: { colour: false, width: 100, namesIn: say`${'--verbose'}` },
    comment: { mode: 'always', key: 'default' },
    changed: pullRequest.changed,
    reportPath: undefined,
  };
  return {
    'report.json': text(OUTPUTS.json(report)),
    'report.txt': text(OUTPUTS.text(report, options)),
    'summary.md': text(OUTPUTS.summary(report)),
    'comment.md': text(OUTPUTS.comment(report, options)),
    ...(scenario.isNew === true && { 'suggestions.json': suggested(OUTPUTS.suggestions(report, options)) }),
    'annotations.json': jsonOf(OUTPUTS.annotations(report)),
  };
}

/** The report names plans as the user gave them, so the folder is added behind its back. */
function inTemplate(template: string): PlanReader {
  const reader = createPlanReader();
  return { readPlan: (input, values) => reader.readPlan(`${TEMPLATES}/${template}/${input}`, values) };
}

/** Plans lie at the top of the template's folder, which stands for a repository. */
function ofTemplate(template: string): ConfigurationReader {
  const directory = `${TEMPLATES}/${template}`;
  return {
    templateOf: () => directory,
    readConfiguration: async () => (await readConfiguration(directory, () => directory)).configuration,
  };
}

/** The command line that the scenario stands for. */
function wordsOf({ name, rehearsal, template = '.', arguments: own, history }: Scenario): readonly string[] {
  const saved = history === undefined ? [] : ['--history-file', `${SCENARIOS}/${name}/history.json`];
  if (history !== undefined && own === undefined) return ['history', history, ...saved];
  const named = history === undefined ? [] : ['--coder-template', history];
  const command = rehearsal === undefined ? ['check'] : ['rehearse', template];
  return [...command, ...(own ?? []), ...named, ...saved];
}

/** A saved history at the moment when it was saved. */
const AS_SAVED: CoderReader = {
  async readTemplate(history) {
    if (history.kind !== 'file') throw new Error('Scenarios ask no server.');
    const content = readFileSync(history.path, 'utf8');
    const { readAt } = JSON.parse(content) as { readAt: string };
    const histories = parseHistoryFile(history.path, content, Date.parse(readAt));
    return { histories, baseline: NOT_CONFIGURED, quota: NOT_CONFIGURED };
  },
  followVersion: () => Promise.reject(new Error('Scenarios follow no version.')),
};

/** A pull request whose diff shows every line of the template. */
function adding(directory: string): PullRequestReader {
  const files = readdirSync(directory).filter((name) => name.endsWith('.tf'));
  const patchOf = (name: string) => {
    const lines = readFileSync(`${directory}/${name}`, 'utf8').split('\n');
    return [`@@ -0,0 +1,${lines.length} @@`, ...lines.map((line) => `+${line}`)].join('\n');
  };
  return {
    readComment: async () => ({ kind: 'absent' }),
    readChangedFiles: async () => ({
      kind: 'read',
      files: files.map((filename) => ({ filename, patch: patchOf(filename) })),
    }),
  };
}

/** Which rules are decided changes with every rule that is added. */
function suggested(publications: readonly Publication[]): string {
  return jsonOf(
    publications.flatMap((publication) =>
      publication.kind === 'suggestions' && publication.suggestions.kind === 'drafts'
        ? publication.suggestions.drafts
        : [],
    ),
  );
}

function jsonOf(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

function text(publications: readonly Publication[]): string {
  return publications
    .map((publication) => {
      if (publication.kind === 'text') return publication.text;
      if (publication.kind === 'summary') return publication.markdown;
      return publication.kind === 'comment' ? publication.comment.body : '';
    })
    .join('\n');
}
