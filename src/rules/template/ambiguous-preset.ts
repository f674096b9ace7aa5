import { aboutPreset } from '../../model/judgement/finding.ts';
import type { Rule } from '../../model/judgement/rule.ts';
import type { Template } from '../../model/judgement/snapshot.ts';
import { type Choice, choiceOfBoth, matchedPresets, tieBetween } from '../../model/template/preset-matching.ts';
import { isUnknownIn, unknownParametersOf } from '../../model/template/preset-parameters.ts';
import { type Preset, prebuildPresets } from '../../model/template/template.ts';
import { joined, listed, say, shortened, type Text } from '../../model/text.ts';
import { type Judgement, judgeEach, templateOutcome } from '../shared/template-outcome.ts';

interface Ambiguity {
  readonly preset: string;
  /** Earlier presets with the same values. */
  readonly same: readonly string[];
  /** Choices that fit earlier presets just as well. */
  readonly shared: readonly SharedChoice[];
  readonly matchesEveryone: boolean;
}

/** Values that a person may choose, and the presets that Coder may then take. */
interface SharedChoice {
  readonly choice: Choice;
  readonly presets: readonly string[];
}

export const ambiguousPreset: Rule<Ambiguity> = {
  id: 'ambiguous-preset',
  group: 'template',
  severity: 'warning',
  summary: 'If a request names no preset, Coder cannot tell which prebuild preset to use.',
  since: '0.1.0',

  evaluate(snapshot) {
    const presets = prebuildPresets(snapshot.template.presets);
    return templateOutcome(
      snapshot,
      judgeEach(presets, (preset) => judgePreset(snapshot.template, presets, preset)),
    );
  },

  explain({ data }) {
    return {
      what: joined(ambiguities(data)),
      why: [
        'If a request names no preset, Coder takes a preset whose values were all chosen. Of several it takes the one with the most values, and among equals any. The user may then get a prebuild of the wrong preset.',
      ],
      remedy: remedyFor(data),
    };
  },
};

function ambiguities({ preset, same, shared, matchesEveryone }: Ambiguity): readonly Text[] {
  return [
    ...(matchesEveryone
      ? [say`Preset ${preset} sets no parameter, so Coder uses it for every request that fits no other preset.`]
      : []),
    ...(same.length > 0 ? [say`Preset ${preset} sets the same values as ${listed(same)}.`] : []),
    ...shared.slice(0, MOST_CHOICES).map(describeChoice),
    ...(shared.length > MOST_CHOICES ? [say`There are ${shared.length - MOST_CHOICES} more such choices.`] : []),
  ];
}

function remedyFor({ preset, same, matchesEveryone }: Ambiguity): Text {
  if (matchesEveryone) return say`Set the parameters in ${preset} that tell it apart from the others.`;
  if (same.length > 0) return say`Change a value in ${preset}, or merge the presets.`;
  return ['Set all of these parameters in each of the presets, with different values.'];
}

const MOST_CHOICES = 3;

function describeChoice({ choice, presets }: SharedChoice): Text {
  const values = [...choice].map(([name, value]) => `${name} = ${shortened(value)}`);
  return say`For a request with ${listed(values)}, Coder takes any of ${listed(presets)}.`;
}

function judgePreset(template: Template, presets: readonly Preset[], preset: Preset): Judgement<Ambiguity> {
  if (isUnknownIn(preset, 'parameters')) return { violations: [], open: unknownParametersOf(preset) };
  const earlier = presets.slice(0, presets.indexOf(preset)).filter((other) => !isUnknownIn(other, 'parameters'));
  const ties = earlier.map((other) => ({ other, tie: tieBetween(other, preset) }));
  const compatible = ties.filter(({ tie }) => tie === 'compatible').map(({ other }) => other);
  const data: Ambiguity = {
    preset: preset.name,
    same: ties.filter(({ tie }) => tie === 'same').map(({ other }) => other.name),
    shared: sharedChoices(template.presets, preset, compatible),
    // If there is nothing to choose, a preset without values is the usual way to have prebuilds.
    matchesEveryone: preset.parameters.size === 0 && template.parameters.length > 0,
  };
  const isGrave = data.same.length > 0 || data.matchesEveryone;
  const violation = {
    subject: aboutPreset(preset.name),
    evidence: 'declared' as const,
    ...(!isGrave && { severity: 'notice' as const }),
    data,
  };
  return {
    violations: isGrave || data.shared.length > 0 ? [violation] : [],
    open: ties.flatMap(({ other, tie }) => (tie === undefined ? [notComparable(preset, other.name)] : [])),
  };
}

/** Coder compares all presets of the version: a preset without prebuilds may fit a choice better than both. */
function sharedChoices(
  presets: readonly Preset[],
  preset: Preset,
  compatible: readonly Preset[],
): readonly SharedChoice[] {
  const found = new Map<string, SharedChoice>();
  for (const other of compatible) {
    const choice = choiceOfBoth(other, preset);
    const matched = matchedPresets(presets, choice);
    if (!matched.includes(other) || !matched.includes(preset)) continue;
    const key = JSON.stringify([...choice].toSorted(([left], [right]) => (left < right ? -1 : 1)));
    found.set(key, { choice, presets: matched.map(({ name }) => name) });
  }
  return [...found.values()];
}

function notComparable(preset: Preset, other: string) {
  return {
    code: 'preset-not-known',
    detail: say`Presets ${other} and ${preset.name} cannot be compared: one of their values is hidden, or known only after apply.`,
    remedy: say`Write the values directly into the presets.`,
  };
}
