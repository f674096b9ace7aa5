import type { RehearsalOptions, StateOrigin } from '../../gather/requests.ts';
import { UserError } from '../../model/user-error.ts';
import { DEFAULT_CLAIMANTS } from './claimants.ts';
import { coderTemplate } from './coder-settings.ts';
import type { CheckedValues } from './table.ts';

export interface RehearsalSettings extends RehearsalOptions {
  readonly state: StateOrigin;
}

/** Throws a `UserError` for settings that exclude each other. */
export function rehearsalSettings(checked: CheckedValues): RehearsalSettings {
  const { values } = checked;
  if (values.apply && values.state !== undefined) {
    throw new UserError(
      `${checked.subject('apply')} and ${checked.named('state')} cannot be used together: an applied prebuild has its own state.`,
    );
  }
  return {
    executable: values.terraform,
    variableFiles: values['var-file'],
    overrideFiles: values.override,
    claimants: values.claimants.length === 0 ? DEFAULT_CLAIMANTS : values.claimants,
    maxChoices: values['max-choices'],
    assumePrebuild: values['assume-prebuild'],
    // What a rehearsal makes up is no secret; what an apply made may be one.
    values: values.values ?? (values.apply ? 'none' : 'safe'),
    timeoutMs: values.timeout,
    parallelism: values.parallelism,
    pass: values['pass-env'],
    apply: values.apply,
    state: stateOrigin(checked),
  };
}

function stateOrigin(checked: CheckedValues): StateOrigin {
  const { state } = checked.values;
  if (state === undefined) return { kind: 'none' };
  if (state !== 'coder') return { kind: 'file', path: state };
  const { access, template } = coderTemplate(checked);
  if (access !== undefined && template !== undefined) return { kind: 'coder', access, template };
  throw new UserError(
    `${checked.subject('state')} is \`coder\`, but no Coder server is set: give ${checked.named('coder-template')}, ${checked.named('coder-url')} and ${checked.named('coder-session-token')}.`,
  );
}
