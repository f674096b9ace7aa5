import { aboutParameter } from '../../model/judgement/finding.ts';
import type { Rule } from '../../model/judgement/rule.ts';
import type { Snapshot } from '../../model/judgement/snapshot.ts';
import { optionsAreElements } from '../../model/template/parameter-definition.ts';
import {
  isUncertain,
  isUnknownIn,
  parametersUnder,
  unknownAttribute,
  unknownParametersOf,
} from '../../model/template/preset-parameters.ts';
import { type Parameter, type Preset, prebuildPresets } from '../../model/template/template.ts';
import { say } from '../../model/text.ts';
import { type Judgement, judgeEach, templateOutcome } from '../shared/template-outcome.ts';

interface Unpinned {
  readonly preset: string;
  readonly parameter: string;
  /** The value that every prebuild gets for good. Undefined if it is not known. */
  readonly frozen: string | undefined;
  readonly uncertain: boolean;
}

export const unpinnedImmutableParameter: Rule<Unpinned> = {
  id: 'unpinned-immutable-parameter',
  group: 'template',
  severity: 'error',
  summary:
    'A prebuild preset does not set an immutable parameter, so Coder refuses a claimant who chooses another value than the default.',
  since: '0.1.0',

  evaluate(snapshot) {
    const presets = prebuildPresets(snapshot.template.presets);
    return templateOutcome(
      snapshot,
      judgeEach(presets, (preset) => judgePreset(snapshot, preset)),
    );
  },

  explain({ data: { preset, parameter, frozen, uncertain } }) {
    return {
      what:
        frozen === undefined
          ? say`Preset ${preset} does not set ${parameter}, which is immutable.`
          : say`Preset ${preset} does not set ${parameter}, which is immutable and stays at its default ${frozen}.`,
      why: [
        'While a prebuild is ready, a user who chooses another value gets an error 400 and no workspace. When the pool is empty, the same request works.',
        ...(uncertain ? [' The parameter exists only under a condition, which the preset may not meet.'] : []),
      ],
      remedy: say`Set ${parameter} in the ${'parameters'} of the preset, with one preset for each value that people need. Or make the parameter mutable.`,
    };
  },
};

function judgePreset(snapshot: Snapshot, preset: Preset): Judgement<Unpinned> {
  const under = parametersUnder(snapshot, preset);
  const unset = under.parameters.filter(({ name }) => !preset.parameters.has(name));
  const open = unset.flatMap((parameter) => unknownAttribute(parameter, 'mutable'));
  const candidates = unset.filter(isLeftToItsDefault);
  if (isUnknownIn(preset, 'parameters')) {
    return { violations: [], open: [...open, ...(candidates.length > 0 ? unknownParametersOf(preset) : [])] };
  }
  return {
    open,
    violations: candidates.map((parameter) => {
      const uncertain = isUncertain(parameter, under);
      return {
        subject: aboutParameter(parameter.name, preset.name),
        evidence: 'declared',
        ...(uncertain && { severity: 'warning' as const }),
        data: { preset: preset.name, parameter: parameter.name, frozen: parameter.default, uncertain },
      };
    }),
  };
}

/** If nothing else can be chosen, nobody is refused. Without a default, the preset has another problem. */
function isLeftToItsDefault(parameter: Parameter): boolean {
  if (parameter.mutable || isUnknownIn(parameter, 'mutable')) return false;
  const hasDefault = parameter.default !== undefined || isUnknownIn(parameter, 'default');
  const isOnlyOption =
    parameter.options.length === 1 && !isUnknownIn(parameter, 'option') && !optionsAreElements(parameter);
  return hasDefault && !isOnlyOption;
}
