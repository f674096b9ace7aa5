import { writeFileSync } from 'node:fs';
import { check } from './app/check.ts';
import { NO_REHEARSER } from './app/gather.ts';
import { parseDuration, parseHistorySettings } from './app/history-settings.ts';
import { snapshotsOfHistory } from './app/judge-history.ts';
import { parseSettings, type RawSettings } from './app/settings.ts';
import { REAL_EFFECTS } from './coder/effects.ts';
import { connectionOf, gatherCoder } from './coder/gather.ts';
import { renderHistoryFile } from './coder/history-file.ts';
import { runCanary } from './coder/run-canary.ts';
import { UserError } from './domain/user-error.ts';
import type { ExitCode } from './domain/verdict.ts';
import { createPlanReader } from './plan/read-plan.ts';
import { renderCanaryEnd, renderCanaryLook } from './report/canary-text.ts';
import { renderHistoryJson } from './report/history-json.ts';
import { renderHistoryTable } from './report/history-table.ts';
import { renderText } from './report/text.ts';
import { wantsColour } from './terminal/colour.ts';

interface Streams {
  print(text: string): void;
  /** Progress, which is no part of the output. */
  tell(text: string): void;
}

/** `prebuild-guard history`: the table, and what the history rules say of it. */
export async function runHistory(raw: RawSettings, { print, tell }: Streams): Promise<ExitCode> {
  const format = historyFormat(raw['format']);
  const settings = parseSettings(raw);
  const { request, policy } = parseHistorySettings(raw, false);
  if (request.kind === 'not-configured') {
    throw new UserError(
      'There is no Coder to ask: set `CODER_URL` and `CODER_SESSION_TOKEN`, or give `--history-file`.',
    );
  }
  if (raw['wait'] !== undefined) return runWait(raw, { print, tell });

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
async function runWait(raw: RawSettings, { print, tell }: Streams): Promise<ExitCode> {
  const { request, policy } = parseHistorySettings(raw, false);
  if (request.kind !== 'coder' || request.template.kind !== 'one') {
    throw new UserError(
      'Option `--wait` follows one template in Coder; give its name, and no `--all` or `--history-file`.',
    );
  }
  const { template, organization } = request.template;
  const result = await runCanary(
    connectionOf(request.connection),
    { template, organization, version: raw['version'], timeoutMs: parseDuration('wait', raw['wait'] ?? ''), policy },
    REAL_EFFECTS,
    (look) => tell(`${renderCanaryLook(look)}\n`),
  );
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
