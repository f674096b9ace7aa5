import { DEFAULT_HISTORY_POLICY, type HistoryPolicy } from '../../model/history/history.ts';
import { BASELINE_IN_CODER } from '../../model/template/baseline.ts';
import { UserError } from '../../model/user-error.ts';
import { count, flag, given, type RawSettings } from './settings.ts';

/** Where failure histories come from. */
export type HistoryRequest =
  | { readonly kind: 'not-configured' }
  | { readonly kind: 'file'; readonly path: string; readonly template: TemplateChoice }
  | { readonly kind: 'coder'; readonly connection: RawCoder; readonly template: TemplateChoice };

/** What is read of the template's active version, to compare a change with. */
export type LiveRequest =
  | { readonly kind: 'not-configured' }
  | {
      readonly kind: 'coder';
      readonly connection: RawCoder;
      readonly template: TemplateInCoder;
      readonly baseline: boolean;
      readonly quota: boolean;
    };

/** One template by its name in Coder, or all that can be seen. */
export type TemplateChoice =
  | ({ readonly kind: 'one' } & TemplateInCoder)
  | { readonly kind: 'all'; readonly organization: string | undefined };

export interface TemplateInCoder {
  readonly template: string;
  readonly organization: string | undefined;
}

/** As given; the room that talks to Coder checks address and token. */
export interface RawCoder {
  readonly url: string;
  readonly token: string | undefined;
  readonly allowHttp: boolean;
  readonly maxConcurrency: number;
}

export interface HistorySettings {
  readonly request: HistoryRequest;
  readonly policy: HistoryPolicy;
}

/** A version that is followed until it is ready, fails, or the time is up. */
export interface FollowRequest extends TemplateInCoder {
  readonly connection: RawCoder;
  /** By name; the active one where it is undefined. */
  readonly version: string | undefined;
  readonly timeoutMs: number;
  readonly policy: HistoryPolicy;
}

/** Throws a `UserError` for a value that is not usable, or for a source without a template. */
export function parseHistorySettings(raw: RawSettings, templateChanged: boolean): HistorySettings {
  return {
    request: requestOf(raw),
    policy: {
      ...DEFAULT_HISTORY_POLICY,
      failureHardLimit: count(raw, 'failure-hard-limit', DEFAULT_HISTORY_POLICY.failureHardLimit, 0),
      templateChanged,
    },
  };
}

/** The quota is asked for wherever Coder is, as far as a template is judged that could exceed it. */
export function parseLiveSettings(raw: RawSettings, judgesTemplate: boolean): LiveRequest {
  const baseline = given(raw['baseline']) === BASELINE_IN_CODER;
  const connection = coderOf(raw);
  const template = given(raw['coder-template']);
  if (baseline && (connection === undefined || template === undefined)) {
    throw new UserError('Input `baseline` is `coder`: give `coder-url` and `coder-template` too.');
  }
  const quota = judgesTemplate && given(raw['history-file']) === undefined;
  if (connection === undefined || template === undefined || !(baseline || quota)) return { kind: 'not-configured' };
  const organization = given(raw['coder-organization']);
  return { kind: 'coder', connection, template: { template, organization }, baseline, quota };
}

/** Undefined where nothing is waited for. What is followed is live, so a pull request changes nothing about it. */
export function parseFollowSettings(raw: RawSettings): FollowRequest | undefined {
  const wait = given(raw['wait']);
  const version = given(raw['coder-version']);
  if (wait === undefined) {
    if (version === undefined) return undefined;
    throw new UserError('Input `coder-version` names a version to follow: give the time as `wait` too.');
  }
  const timeoutMs = parseDuration('wait', wait);
  const { request, policy } = parseHistorySettings(raw, false);
  if (request.kind !== 'coder' || request.template.kind !== 'one') {
    throw new UserError(
      'Input `wait` follows one template in Coder: give `coder-url` and `coder-template`, and no `history-file`.',
    );
  }
  const { template, organization } = request.template;
  return { connection: request.connection, template, organization, version, timeoutMs, policy };
}

function requestOf(raw: RawSettings): HistoryRequest {
  const file = given(raw['history-file']);
  if (file !== undefined) return { kind: 'file', path: file, template: templateOf(raw) };
  const connection = coderOf(raw);
  return connection === undefined
    ? { kind: 'not-configured' }
    : { kind: 'coder', connection, template: templateOf(raw) };
}

function coderOf(raw: RawSettings): RawCoder | undefined {
  const url = given(raw['coder-url']);
  if (url === undefined) return undefined;
  return {
    url,
    token: given(raw['coder-session-token']),
    allowHttp: flag(raw, 'allow-http', false),
    maxConcurrency: count(raw, 'max-concurrency', 4, 1),
  };
}

function templateOf(raw: RawSettings): TemplateChoice {
  const organization = given(raw['coder-organization']);
  const name = given(raw['coder-template']);
  if (flag(raw, 'all', false)) return { kind: 'all', organization };
  if (name === undefined) {
    throw new UserError('A history belongs to one template: give its name in Coder as `coder-template`.');
  }
  return { kind: 'one', template: name, organization };
}

/** `20m`, `90s`, `1h30m` in milliseconds. Throws a `UserError` for anything else. */
export function parseDuration(name: string, value: string): number {
  const [, hours = '0', minutes = '0', seconds = '0'] = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/.exec(value) ?? [];
  const ms = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
  if (ms > 0 && ms <= MOST_MS) return ms;
  throw new UserError(`Input \`${name}\` is \`${value}\`; use a time such as 20m or 1h30m, at most one day.`);
}

const MOST_MS = 24 * 3_600_000;
