import type {
  CoderAccess,
  CoderRequest,
  FollowRequest,
  HistoryRequest,
  LiveRequest,
  TemplateName,
} from '../../gather/requests.ts';
import { DEFAULT_HISTORY_POLICY, type HistoryPolicy } from '../../model/history/history.ts';
import { BASELINE_IN_CODER } from '../../model/template/baseline.ts';
import { UserError } from '../../model/user-error.ts';
import { coderAccess } from './coder-connection.ts';
import type { CheckedValues } from './table.ts';

/** Where Coder is, and which template of it is meant. */
export interface CoderTemplate {
  readonly access: CoderAccess | undefined;
  readonly template: TemplateName | undefined;
}

export function coderTemplate(checked: CheckedValues): CoderTemplate {
  const { 'coder-template': template, 'coder-organization': organization } = checked.values;
  return { access: coderAccess(checked), template: template === undefined ? undefined : { template, organization } };
}

/**
 * What Coder is asked beside a template that is judged; undefined where no
 * template of it is named. Throws a `UserError` for settings that need one.
 */
export function coderOfTemplate(checked: CheckedValues, judgesTemplate: boolean): CoderRequest | undefined {
  const { access, template } = coderTemplate(checked);
  const live = liveRequest(checked, { access, template }, judgesTemplate);
  const policy = historyPolicy(checked);
  const follow = followRequest(checked, { access, template }, policy);
  if (template === undefined) {
    if (!checked.isGiven('history-file')) return undefined;
    throw new UserError(
      `${checked.subject('history-file')} belongs to one template: give its name in Coder as ${checked.named('coder-template')}.`,
    );
  }
  return { history: historyRequest(checked, access, { kind: 'one', ...template }), policy, live, follow };
}

/** What the command `history` asks Coder. Throws a `UserError` where there is nobody to ask, or nothing to ask for. */
export function coderOfHistory(checked: CheckedValues): CoderRequest {
  const { access, template } = coderTemplate(checked);
  const { all, 'coder-organization': organization } = checked.values;
  const policy = historyPolicy(checked);
  const follow = followRequest(checked, { access, template }, policy);
  if (all && template !== undefined) {
    throw new UserError(`${checked.subject('all')} is for all templates: leave out \`${template.template}\`.`);
  }
  if (!all && template === undefined) {
    throw new UserError(`A history belongs to one template: give its name in Coder, or ${checked.named('all')}.`);
  }
  const scope = template === undefined ? { kind: 'all' as const, organization } : { kind: 'one' as const, ...template };
  const history = historyRequest(checked, access, scope);
  if (history.kind === 'not-configured') {
    throw new UserError('No Coder server is set: set `CODER_URL` and `CODER_SESSION_TOKEN`, or give `--history-file`.');
  }
  return { history, policy, live: { kind: 'not-configured' }, follow };
}

function historyPolicy({ values }: CheckedValues): HistoryPolicy {
  return { ...DEFAULT_HISTORY_POLICY, failureHardLimit: values['failure-hard-limit'] };
}

function historyRequest(
  { values: { 'history-file': path } }: CheckedValues,
  access: CoderAccess | undefined,
  scope: Extract<HistoryRequest, { kind: 'file' }>['scope'],
): HistoryRequest {
  if (path !== undefined) return { kind: 'file', path, scope };
  return access === undefined ? { kind: 'not-configured' } : { kind: 'coder', access, scope };
}

/** The quota is asked for wherever Coder is, as far as a template is judged that could exceed it. */
function liveRequest(
  checked: CheckedValues,
  { access, template }: CoderTemplate,
  judgesTemplate: boolean,
): LiveRequest {
  const { baseline: compared, 'history-file': file } = checked.values;
  const baseline = compared === BASELINE_IN_CODER;
  if (baseline && (access === undefined || template === undefined)) {
    throw new UserError(
      `${checked.subject('baseline')} is \`coder\`: give ${checked.named('coder-url')} and ${checked.named('coder-template')} too.`,
    );
  }
  const quota = judgesTemplate && file === undefined;
  if (access === undefined || template === undefined || !(baseline || quota)) return { kind: 'not-configured' };
  return { kind: 'coder', access, template, baseline, quota };
}

function followRequest(
  checked: CheckedValues,
  { access, template }: CoderTemplate,
  policy: HistoryPolicy,
): FollowRequest | undefined {
  const { wait: timeoutMs, 'coder-version': version, all } = checked.values;
  if (timeoutMs === undefined) {
    if (version === undefined) return undefined;
    throw new UserError(
      `${checked.subject('coder-version')} names a version to follow: give the time as ${checked.named('wait')} too.`,
    );
  }
  if (access === undefined || template === undefined || all || checked.isGiven('history-file')) {
    throw new UserError(
      `${checked.subject('wait')} follows one template in Coder: give ${checked.named('coder-url')} and ${checked.named('coder-template')}, and no ${checked.named('history-file')}.`,
    );
  }
  if (access.kind === 'token-missing') {
    throw new UserError(
      `${checked.subject('wait')} follows a template in Coder and needs ${checked.named('coder-session-token')} too.`,
    );
  }
  return { connection: access.connection, ...template, version, timeoutMs, policy };
}
