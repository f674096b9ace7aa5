import { writeFileSync } from 'node:fs';
import { check } from './app/check.ts';
import { NO_REHEARSER } from './app/gather.ts';
import { parseFollowSettings, parseHistorySettings } from './app/history-settings.ts';
import { snapshotsOfHistory } from './app/judge-history.ts';
import { parseSettings, type RawSettings } from './app/settings.ts';
import { REAL_EFFECTS } from './coder/effects.ts';
import { followVersion, gatherCoder } from './coder/gather.ts';
import { renderHistoryFile } from './coder/history-file.ts';
import { UserError } from './domain/user-error.ts';
import type { ExitCode } from './domain/verdict.ts';
import { createPlanReader } from './plan/read-plan.ts';
import { renderCanaryEnd, renderCanaryLook } from './report/canary-text.ts';
import { renderHistoryJson } from './report/history-json.ts';
import { renderHistoryTable } from './report/history-table.ts';
import { renderText } from './report/text.ts';
import { wantsColour } from './terminal/colour.ts';
import type { Progress } from './terminal/progress.ts';

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
    throw new UserError(
      'There is no Coder to ask: set `CODER_URL` and `CODER_SESSION_TOKEN`, or give `--history-file`.',
    );
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
    print(`${renderHistoryTable(source, policy, width)}\n${renderText(report, { colour, width })}`);
  }
  return verdict.exitCode;
}

/** `--wait`: follows a version until it is ready, fails, or the time is up. */
async function runWait(raw: RawSettings, { print, progress }: Streams): Promise<ExitCode> {
  const follow = parseFollowSettings({ ...raw, 'coder-version': raw['version'] });
  if (follow === undefined) throw new UserError('Option `--version` is for `--wait`; say how long.');
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
    throw new UserError(`\`${path}\` cannot be written; give \`--save\` a file in a directory that exists.`);
  }
}
