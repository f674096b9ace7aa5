import type { Layer } from '../../src/run/settings/layers.ts';
import { parseSettings, type Settings, type Task } from '../../src/run/settings/settings.ts';

/** Checked settings of a run that names its inputs elsewhere. */
export function settings(
  values: Readonly<Record<string, string | undefined>> = {},
  task: Task = { kind: 'check', plans: [] },
): Settings {
  return parseSettings([inputs(values)], task);
}

/** The inputs of a workflow. */
export function inputs(values: Readonly<Record<string, string | undefined>>): Layer {
  return { kind: 'Input', nameOf: (setting) => setting, values };
}
