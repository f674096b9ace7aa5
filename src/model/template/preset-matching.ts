import type { Preset } from './template.ts';

/** What a person fills in when creating a workspace, by parameter name. */
export type Choice = ReadonlyMap<string, string>;

/**
 * The presets that Coder may take for a request that names none
 * (coder/coder#19279): those whose every value was chosen, and of these the ones
 * with the most values. Several are a tie, which Coder breaks arbitrarily; none
 * is a workspace without a preset.
 */
export function matchedPresets(presets: readonly Preset[], choice: Choice): readonly Preset[] {
  const matching = presets.filter((preset) => isChosen(preset, choice));
  const most = Math.max(...matching.map(({ parameters }) => parameters.size));
  return matching.filter(({ parameters }) => parameters.size === most);
}

/** How two presets can both fit one choice. */
export type PresetTie = 'same' | 'compatible';

/**
 * Whether some choice fits both presets equally well: they set the same values,
 * or as many others that contradict each other nowhere. Undefined where a value
 * that would decide it is not known. A third preset may still fit it better.
 */
export function tieBetween(first: Preset, second: Preset): PresetTie | 'none' | undefined {
  if (first.parameters.size !== second.parameters.size) return 'none';
  const shared = [...first.parameters].filter(([name]) => second.parameters.has(name));
  const pairs = shared.map(([name, value]) => [value, second.parameters.get(name)] as const);
  if (pairs.some(([one, other]) => one !== undefined && other !== undefined && one !== other)) return 'none';
  if (pairs.some(([one, other]) => one === undefined || other === undefined)) return undefined;
  return shared.length === first.parameters.size ? 'same' : 'compatible';
}

/**
 * The smallest choice that fits both presets: what each of them sets. Whoever
 * chooses more fits them as well.
 */
export function choiceOfBoth(first: Preset, second: Preset): Choice {
  const values = [...first.parameters, ...second.parameters];
  return new Map(values.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])));
}

function isChosen({ parameters }: Preset, choice: Choice): boolean {
  return [...parameters].every(([name, value]) => value !== undefined && choice.get(name) === value);
}
