import {
  type CanaryDecision,
  type CanaryProgress,
  type CanaryResult,
  startCanary,
  stepCanary,
} from '../../model/history/canary.ts';
import type { TemplateHistory } from '../../model/history/history.ts';
import type { CoderConnection, FollowRequest } from '../requests.ts';
import { CoderClient } from './client/client.ts';
import { type HttpEffects, sleep } from './client/effects.ts';
import { gapOf } from './client/gap-error.ts';
import { findTemplate } from './find-template.ts';
import { readTemplateHistory } from './history/read-history.ts';
import { listVersions } from './template-version.ts';

export interface CanaryRequest extends Omit<FollowRequest, 'connection'> {
  readonly pollIntervalMs?: number;
}

export const DEFAULT_POLL_INTERVAL_MS = 10_000;
/** A look that takes longer than this is given up for the next one. */
const LOOK_DEADLINE_MS = 60_000;

/** Looks again and again until the decision is made or the time is up; every look is told. */
export async function runCanary(
  connection: CoderConnection,
  request: CanaryRequest,
  effects: HttpEffects,
  onProgress: (progress: CanaryProgress) => void = () => undefined,
): Promise<CanaryResult> {
  const startedAt = effects.now();
  const endsAt = startedAt + request.timeoutMs;
  let memory = startCanary(request.version);
  let history: TemplateHistory | undefined;
  let before: string | undefined;
  for (;;) {
    const leftMs = Math.max(endsAt - effects.now(), 1000);
    const client = new CoderClient({ ...connection, deadlineMs: Math.min(LOOK_DEADLINE_MS, leftMs) }, effects);
    const source = await readTemplateHistory(client, request);
    const [seen] = source.kind === 'read' ? source.items : [];
    history = seen ?? history;
    const isTimeUp = effects.now() >= endsAt;
    const step = stepCanary(memory, source, request.policy, isTimeUp);
    memory = step.memory;
    if (seen !== undefined && !memory.wasActive) before = seen.version.name;
    const elapsedMs = effects.now() - startedAt;
    const progress = {
      decision: step.decision,
      version: memory.version,
      elapsedMs,
      leftMs: request.timeoutMs - elapsedMs,
    };
    onProgress(progress);
    if (step.decision.kind !== 'wait') {
      const promotePrevious = await commandAfter(step.decision, { connection, request, effects, history, before });
      return { ...progress, history, promotePrevious };
    }
    await sleep(
      Math.min(request.pollIntervalMs ?? DEFAULT_POLL_INTERVAL_MS, Math.max(endsAt - effects.now(), 0)),
      effects,
    );
  }
}

interface EndOfCanary {
  readonly connection: CoderConnection;
  readonly request: CanaryRequest;
  readonly effects: HttpEffects;
  readonly history: TemplateHistory | undefined;
  /** The version that was active before the followed one, where that was seen. */
  readonly before: string | undefined;
}

async function commandAfter(decision: CanaryDecision, end: EndOfCanary): Promise<string | undefined> {
  if (decision.kind !== 'failed' && decision.kind !== 'timed-out') return undefined;
  const { history } = end;
  if (history === undefined || history.version.name === end.before) return undefined;
  const version = end.before ?? (await versionBefore(end, history));
  if (version === undefined) return undefined;
  const flags = [
    ['--template', history.template],
    ['--template-version', version],
    ['--org', history.organization],
  ];
  return ['coder templates versions promote', ...flags.map(([flag, value = '']) => `${flag}=${quoted(value)}`)].join(
    ' ',
  );
}

/** The newest one that was imported well before the one that failed; Coder keeps no list of promotions. */
async function versionBefore(end: EndOfCanary, history: TemplateHistory): Promise<string | undefined> {
  try {
    const client = new CoderClient({ ...end.connection, deadlineMs: LOOK_DEADLINE_MS }, end.effects);
    const template = await findTemplate(client, end.request);
    const versions = await listVersions(client, template.id);
    const failed = versions.find(({ id }) => id === history.version.id);
    const [newest] = versions
      .filter(({ archived, job }) => archived !== true && (job === undefined || job.status === 'succeeded'))
      .filter(({ created_at: createdAt }) => failed !== undefined && createdAt < failed.created_at)
      .toSorted((left, right) => right.created_at - left.created_at);
    return newest?.name;
  } catch (error) {
    gapOf(error);
    return undefined;
  }
}

/** For a POSIX shell. */
function quoted(value: string): string {
  return /^[\w.@%+=:,/-]+$/.test(value) ? value : `'${value.replaceAll("'", "'\\''")}'`;
}
