import { writeFileSync } from 'node:fs';
import { REAL_EFFECTS } from '../gather/coder/client/effects.ts';
import { followVersion, gatherCoder } from '../gather/coder/gather-coder.ts';
import { renderHistoryFile } from '../gather/coder/history/history-file.ts';
import { NO_REHEARSER } from '../gather/gather.ts';
import { createPlanReader } from '../gather/plan/read-plan.ts';
import { snapshotsOfHistory } from '../gather/subject/snapshot-of-history.ts';
import type { ExitCode } from '../model/judgement/verdict.ts';
import { say } from '../model/text.ts';
import { UserError } from '../model/user-error.ts';
import { wantsColour } from '../publish/terminal/colour.ts';
import type { Progress } from '../publish/terminal/progress.ts';
import { renderHistoryJson } from '../report/json/history-json.ts';
import { renderCanaryEnd, renderCanaryLook } from '../report/text/canary-text.ts';
import { renderHistoryTable } from '../report/text/history-table.ts';
import { renderText } from '../report/text/text.ts';
import { check } from './check.ts';
import { parseFollowSettings, parseHistorySettings } from './settings/history-settings.ts';
import { parseSettings, type RawSettings } from './settings/settings.ts';

interface Streams {
  print(text: string): void;
  /** What goes on meanwhile, which is no part of the output. */
  readonly progress: Progress;
}

/** `prebuild-guard history`: the table, and what the history rules say of it. */
export async function runHistory(raw: RawSettings, { print, progress }: Streams): Promise<ExitCode> {
  const format = historyFormat(raw['format']);
  const settings = parseSettings(raw);
  const { request, policy } = parseHistorySettings(raw, false);
  if (request.kind === 'not-configured') {
    throw new UserError('No Coder server is set: set `CODER_URL` and `CODER_SESSION_TOKEN`, or give `--history-file`.');
  }
  if (raw['wait'] !== undefined || raw['version'] !== undefined) return runWait(raw, { print, progress });

  const { histories: source } = await gatherCoder(request, { kind: 'not-configured' });
  if (raw['save'] !== undefined) save(raw['save'], renderHistoryFile(source, REAL_EFFECTS.now()));

  const asked = request.template.kind === 'one' ? request.template.template : 'all templates';
  const { verdict, report } = await check(
    settings,
    { plans: createPlanReader(), rehearser: NO_REHEARSER },
    snapshotsOfHistory(source, policy, asked),
  );
  if (format === 'json') {
    print(renderHistoryJson(source, policy));
  } else {
    const colour = wantsColour({ isTerminal: process.stdout.isTTY === true, env: process.env });
    const width = Math.min(process.stdout.columns ?? 120, 160);
    const names = raw['verbose'] === 'true' ? {} : { namesIn: say`${'--verbose'}` };
    print(`${renderHistoryTable(source, policy, width)}\n${renderText(report, { colour, width, ...names })}`);
  }
  return verdict.exitCode;
}

/** `--wait`: follows a version until it is ready, fails, or the time is up. */
async function runWait(raw: RawSettings, { print, progress }: Streams): Promise<ExitCode> {
  const follow = parseFollowSettings({ ...raw, 'coder-version': raw['version'] });
  if (follow === undefined) throw new UserError('Option `--version` needs `--wait`; give the time to wait.');
  const result = await followVersion(follow.connection, follow, (look) => progress.show(renderCanaryLook(look)));
  progress.end();
  print(renderCanaryEnd(result, result.promotePrevious));
  switch (result.decision.kind) {
    case 'ready':
      return 0;
    case 'failed':
      return 1;
    default:
      return 2;
  }
}

function historyFormat(value: string | undefined): 'text' | 'json' {
  if (value === undefined || value === 'text' || value === 'json') return value ?? 'text';
  throw new UserError(`Option \`--format\` is \`${value}\`; use text or json.`);
}

function save(path: string, content: string): void {
  try {
    writeFileSync(path, content);
  } catch {
    throw new UserError(`\`${path}\` cannot be written; give a file in an existing directory as \`--save\`.`);
  }
}
