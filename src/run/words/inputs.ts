import { getInput } from '@actions/core';

/**
 * The raw values of the action's inputs. An input that is empty or only white
 * space counts as not given, because a workflow passes an empty string for a
 * value that does not exist.
 */
export function readInputs<Name extends string>(names: readonly Name[]): Readonly<Record<Name, string | undefined>> {
  const entries = names.map((name) => [name, getInput(name) || undefined] as const);
  return Object.fromEntries(entries) as Record<Name, string | undefined>;
}
