import { aboutPreset } from '../domain/finding.ts';
import { tieBetween } from '../domain/preset-matching.ts';
import { isUnknownIn, unknownParametersOf } from '../domain/preset-parameters.ts';
import type { Rule } from '../domain/rule.ts';
import type { Template } from '../domain/snapshot.ts';
import { type Preset, prebuildPresets } from '../domain/template.ts';
import { type Judgement, judgeEach, templateOutcome } from '../domain/template-outcome.ts';
import { joined, listed, say, type Text } from '../domain/text.ts';

interface Ambiguity {
  readonly preset: string;
  /** Earlier presets with the same values. */
  readonly same: readonly string[];
  /** Earlier presets with as many values, none of which contradicts. */
  readonly compatible: readonly string[];
  readonly matchesEveryone: boolean;
}

export const ambiguousPreset: Rule<Ambiguity> = {
  id: 'ambiguous-preset',
  group: 'template',
  severity: 'warning',
  summary: 'Coder cannot tell which prebuild preset a request that names none is for.',
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
        'For a request that names no preset, Coder takes the one whose values were all chosen, and of several the one with the most values; of equals it takes any. The prebuild that is claimed may then be of the wrong preset.',
      ],
      remedy: data.matchesEveryone
        ? say`Let ${data.preset} set the parameters that make it what it is.`
        : say`Let ${data.preset} differ in a value, or merge the presets.`,
    };
  },
};

function ambiguities({ preset, same, compatible, matchesEveryone }: Ambiguity): readonly Text[] {
  return [
    ...(matchesEveryone ? [say`Preset ${preset} sets no parameter, so it matches every request.`] : []),
    ...(same.length > 0 ? [say`Preset ${preset} sets the same values as ${listed(same)}.`] : []),
    ...(compatible.length > 0
      ? [
          say`A request that matches preset ${preset} can match ${listed(compatible)} equally well: they set as many values, other ones.`,
        ]
      : []),
  ];
}

function judgePreset(template: Template, presets: readonly Preset[], preset: Preset): Judgement<Ambiguity> {
  if (isUnknownIn(preset, 'parameters')) return { violations: [], open: unknownParametersOf(preset) };
  const earlier = presets.slice(0, presets.indexOf(preset)).filter((other) => !isUnknownIn(other, 'parameters'));
  const ties = earlier.map((other) => ({ name: other.name, tie: tieBetween(other, preset) }));
  const named = (kind: 'same' | 'compatible') => ties.filter(({ tie }) => tie === kind).map(({ name }) => name);
  const data: Ambiguity = {
    preset: preset.name,
    same: named('same'),
    compatible: named('compatible'),
    // Where there is nothing to choose, a preset without values is the usual way to have prebuilds.
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
    violations: isGrave || data.compatible.length > 0 ? [violation] : [],
    open: ties.flatMap(({ name, tie }) => (tie === undefined ? [notComparable(preset, name)] : [])),
  };
}

function notComparable(preset: Preset, other: string) {
  return {
    code: 'preset-not-known',
    detail: say`Presets ${other} and ${preset.name} cannot be compared: a value of theirs is not known before the apply, or hidden.`,
    remedy: say`Write the values into the presets as they are.`,
  };
}
