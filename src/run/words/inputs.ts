import { getInput } from '@actions/core';
import type { Layer } from '../settings/layers.ts';
import { SETTING_NAMES, type SettingName } from '../settings/table.ts';

/** What the command line alone has. */
const FLAGS_ONLY: readonly SettingName[] = ['all', 'dry-run', 'fix', 'format', 'save', 'verbose'];

/** Every input of `action.yml`. */
export const INPUTS: readonly SettingName[] = SETTING_NAMES.filter((name) => !FLAGS_ONLY.includes(name));

/**
 * What the workflow gave. An input that is empty, or only white space, counts
 * as not given: a workflow passes an empty string for a value that does not
 * exist.
 */
export function readInputs(): Layer {
  const values = Object.fromEntries(INPUTS.map((name) => [name, getInput(name) || undefined]));
  return { kind: 'Input', nameOf: (setting) => setting, values };
}
