import { readFileSync } from 'node:fs';
import type { TemplateHistory } from '../domain/history.ts';
import { NOT_CONFIGURED, type NotChecked, read, type Source } from '../domain/outcome.ts';
import { say } from '../domain/text.ts';
import { UserError } from '../domain/user-error.ts';
import { connectToCoder, useProxyFromEnvironment } from './connect.ts';
import { type CoderConnection, type ConnectionReading, parseConnection } from './connection.ts';
import type { TemplateName } from './find-template.ts';
import { historyOfTemplate, parseHistoryFile } from './history-file.ts';
import { readAllHistories, readTemplateHistory } from './read-history.ts';

/** Where from and what of. */
export type HistoryOrigin =
  | { readonly kind: 'not-configured' }
  | { readonly kind: 'file'; readonly path: string; readonly template: HistoryScope }
  | {
      readonly kind: 'coder';
      readonly connection: Parameters<typeof parseConnection>[0];
      readonly template: HistoryScope;
    };

export type HistoryScope =
  | ({ readonly kind: 'one' } & TemplateName)
  | { readonly kind: 'all'; readonly organization: string | undefined };

/** The histories that were asked for, from a file or from Coder. */
export async function gatherHistory(origin: HistoryOrigin): Promise<Source<TemplateHistory>> {
  if (origin.kind === 'not-configured') return NOT_CONFIGURED;
  if (origin.kind === 'file') return fromFile(origin.path, origin.template);
  const reading = parseConnection(origin.connection);
  if (reading.kind !== 'connection') return withoutConnection(reading);
  useProxyFromEnvironment(process.env);
  const client = connectToCoder(reading.connection);
  return origin.template.kind === 'all'
    ? readAllHistories(client, origin.template.organization)
    : readTemplateHistory(client, origin.template);
}

/** Throws a `UserError` where there is no usable connection: following a version needs one. */
export function connectionOf(raw: Parameters<typeof parseConnection>[0]): CoderConnection {
  const reading = parseConnection(raw);
  useProxyFromEnvironment(process.env);
  if (reading.kind === 'connection') return reading.connection;
  throw new UserError('Coder is not reachable without `coder-url` and `coder-session-token`; give both.');
}

function withoutConnection({ kind }: ConnectionReading): Source<TemplateHistory> {
  return kind === 'not-configured' ? NOT_CONFIGURED : read([], [TOKEN_MISSING]);
}

function fromFile(path: string, scope: HistoryScope): Source<TemplateHistory> {
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
