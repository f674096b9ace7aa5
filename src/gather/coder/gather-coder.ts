import { readFileSync } from 'node:fs';
import type { CanaryProgress, CanaryResult } from '../../model/history/canary.ts';
import type { TemplateHistory } from '../../model/history/history.ts';
import { NOT_CONFIGURED, type NotChecked, read, type Source } from '../../model/judgement/outcome.ts';
import type { Baseline } from '../../model/template/baseline.ts';
import type { PrebuildQuota } from '../../model/template/quota.ts';
import { say } from '../../model/text.ts';
import { UserError } from '../../model/user-error.ts';
import type { CoderClient } from './client/client.ts';
import { connectToCoder, effectsFor } from './client/connect.ts';
import { type CoderConnection, parseConnection, type RawConnection } from './client/connection.ts';
import type { TemplateName } from './find-template.ts';
import { historyOfTemplate, parseHistoryFile } from './history/history-file.ts';
import { readAllHistories, readTemplateHistory } from './history/read-history.ts';
import { readBaseline } from './read-baseline.ts';
import { readQuota } from './read-quota.ts';
import { type CanaryRequest, runCanary } from './run-canary.ts';

/** Where histories come from and what of. */
export type HistoryOrigin =
  | { readonly kind: 'not-configured' }
  | { readonly kind: 'file'; readonly path: string; readonly template: HistoryScope }
  | { readonly kind: 'coder'; readonly connection: RawConnection; readonly template: HistoryScope };

export type HistoryScope =
  | ({ readonly kind: 'one' } & TemplateName)
  | { readonly kind: 'all'; readonly organization: string | undefined };

/** What is wanted of the template's active version. */
export type LiveOrigin =
  | { readonly kind: 'not-configured' }
  | {
      readonly kind: 'coder';
      readonly connection: RawConnection;
      readonly template: TemplateName;
      readonly baseline: boolean;
      readonly quota: boolean;
    };

/** Everything that a run was told by Coder. */
export interface CoderReading {
  readonly histories: Source<TemplateHistory>;
  readonly baseline: Source<Baseline>;
  readonly quota: Source<PrebuildQuota>;
}

/** All of it by one client, so that one bound and one deadline hold for everything. */
export async function gatherCoder(history: HistoryOrigin, live: LiveOrigin): Promise<CoderReading> {
  const connection =
    history.kind === 'coder' ? history.connection : live.kind === 'coder' ? live.connection : undefined;
  const access = connection === undefined ? undefined : openCoder(connection);
  const ask = <T>(reading: (client: CoderClient) => Promise<Source<T>>): Promise<Source<T>> | Source<T> => {
    if (access === undefined) return NOT_CONFIGURED;
    return 'gap' in access ? read([], [access.gap]) : reading(access.client);
  };
  const [histories, baseline, quota] = await Promise.all([
    history.kind === 'coder' ? ask((client) => historyFrom(client, history.template)) : historyElsewhere(history),
    live.kind === 'coder' && live.baseline ? ask((client) => readBaseline(client, live.template)) : NOT_CONFIGURED,
    live.kind === 'coder' && live.quota ? ask((client) => readQuota(client, live.template)) : NOT_CONFIGURED,
  ]);
  return { histories, baseline, quota };
}

/** Looks at the histories again and again. Throws a `UserError` where there is no usable connection. */
export function followVersion(
  raw: RawConnection,
  request: CanaryRequest,
  onLook: (look: CanaryProgress) => void,
): Promise<CanaryResult> {
  const connection = connectionOf(raw);
  return runCanary(connection, request, effectsFor(connection), onLook);
}

/** Throws a `UserError` where there is no usable connection, for what makes no sense without one. */
export function connectionOf(raw: RawConnection): CoderConnection {
  const reading = parseConnection(raw);
  if (reading.kind === 'connection') return reading.connection;
  throw new UserError('Coder needs both `coder-url` and `coder-session-token`; give both.');
}

type CoderAccess = { readonly client: CoderClient } | { readonly gap: NotChecked };

function openCoder(raw: RawConnection): CoderAccess | undefined {
  const reading = parseConnection(raw);
  if (reading.kind === 'not-configured') return undefined;
  if (reading.kind === 'token-missing') return { gap: TOKEN_MISSING };
  return { client: connectToCoder(reading.connection) };
}

function historyFrom(client: CoderClient, scope: HistoryScope): Promise<Source<TemplateHistory>> {
  return scope.kind === 'all' ? readAllHistories(client, scope.organization) : readTemplateHistory(client, scope);
}

function historyElsewhere(origin: Exclude<HistoryOrigin, { kind: 'coder' }>): Source<TemplateHistory> {
  if (origin.kind === 'not-configured') return NOT_CONFIGURED;
  const { path, template: scope } = origin;
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
  detail: say`${'coder-url'} is given without ${'coder-session-token'}; a run for a fork gets no secrets.`,
  remedy: say`Give the token of a template admin, or a file that ${'history --save'} wrote, as ${'history-file'}.`,
};
