import { readFileSync } from 'node:fs';
import type { CanaryProgress } from '../../model/history/canary.ts';
import type { TemplateHistory } from '../../model/history/history.ts';
import { NOT_CONFIGURED, type NotChecked, read, type Source } from '../../model/judgement/outcome.ts';
import { say } from '../../model/text.ts';
import { UserError } from '../../model/user-error.ts';
import type { CoderReader, CoderReading, StateReader } from '../ports.ts';
import type { CoderAccess, HistoryRequest, LiveRequest, TemplateName, TemplateScope } from '../requests.ts';
import type { CoderClient } from './client/client.ts';
import { connectToCoder, effectsFor } from './client/connect.ts';
import { historyOfTemplate, parseHistoryFile } from './history/history-file.ts';
import { readAllHistories, readTemplateHistory } from './history/read-history.ts';
import { liveStates } from './live-states.ts';
import { readBaseline } from './read-baseline.ts';
import { readQuota } from './read-quota.ts';
import { runCanary } from './run-canary.ts';

/** Asks Coder, or what was saved of it. `onLook` is told of every look at a version that is followed. */
export function createCoderReader(onLook: (look: CanaryProgress) => void): CoderReader {
  return {
    readTemplate,
    followVersion: ({ connection, ...request }) => runCanary(connection, request, effectsFor(connection), onLook),
  };
}

/** All of it by one client, so that one bound and one deadline hold for everything. */
async function readTemplate(history: HistoryRequest, live: LiveRequest): Promise<CoderReading> {
  const access = history.kind === 'coder' ? history.access : live.kind === 'coder' ? live.access : undefined;
  const client = access?.kind === 'connection' ? connectToCoder(access.connection) : undefined;
  const ask = <T>(reading: (client: CoderClient) => Promise<Source<T>>): Promise<Source<T>> | Source<T> =>
    client === undefined ? read([], [TOKEN_MISSING]) : reading(client);
  const [histories, baseline, quota] = await Promise.all([
    history.kind === 'coder' ? ask((own) => historyFrom(own, history.scope)) : historyElsewhere(history),
    live.kind === 'coder' && live.baseline ? ask((own) => readBaseline(own, live.template)) : NOT_CONFIGURED,
    live.kind === 'coder' && live.quota ? ask((own) => readQuota(own, live.template)) : NOT_CONFIGURED,
  ]);
  return { histories, baseline, quota };
}

/** States of the template's live prebuilds. */
export function statesInCoder(access: CoderAccess, template: TemplateName): StateReader {
  return access.kind === 'connection'
    ? liveStates(() => connectToCoder(access.connection), template)
    : { readState: () => Promise.resolve({ kind: 'gap', reason: TOKEN_MISSING }) };
}

function historyFrom(client: CoderClient, scope: TemplateScope): Promise<Source<TemplateHistory>> {
  return scope.kind === 'all' ? readAllHistories(client, scope.organization) : readTemplateHistory(client, scope);
}

function historyElsewhere(request: Exclude<HistoryRequest, { kind: 'coder' }>): Source<TemplateHistory> {
  if (request.kind === 'not-configured') return NOT_CONFIGURED;
  const { path, scope } = request;
  const source = parseHistoryFile(path, contentOf(path), Date.now());
  return scope.kind === 'all' ? source : historyOfTemplate(source, scope.template, scope.organization);
}

function contentOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new UserError(`\`${path}\` cannot be read; write it with \`prebuild-guard history --save\`.`);
  }
}

const TOKEN_MISSING: NotChecked = {
  code: 'coder-token-missing',
  detail: say`There is a ${'coder-url'} but no ${'coder-session-token'}; runs for forks get no secrets.`,
  remedy: say`Give the token of a template admin, or a file of ${'history --save'} as ${'history-file'}.`,
};
