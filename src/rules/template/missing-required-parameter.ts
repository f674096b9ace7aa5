import { aboutParameter } from '../../model/judgement/finding.ts';
import type { Rule } from '../../model/judgement/rule.ts';
import type { Snapshot } from '../../model/judgement/snapshot.ts';
import {
  isUncertain,
  isUnknownIn,
  parametersUnder,
  unknownAttribute,
  unknownParametersOf,
} from '../../model/template/preset-parameters.ts';
import { type Preset, prebuildPresets } from '../../model/template/template.ts';
import { say } from '../../model/text.ts';
import { type Judgement, judgeEach, templateOutcome } from '../shared/template-outcome.ts';

interface Missing {
  readonly preset: string;
  readonly parameter: string;
  readonly uncertain: boolean;
}

export const missingRequiredParameter: Rule<Missing> = {
  id: 'missing-required-parameter',
  group: 'template',
  severity: 'error',
  summary: 'A prebuild preset does not set a parameter that has no default, so Coder rejects every prebuild.',
  since: '0.1.0',

  evaluate(snapshot) {
    const presets = prebuildPresets(snapshot.template.presets);
    return templateOutcome(
      snapshot,
      judgeEach(presets, (preset) => judgePreset(snapshot, preset)),
    );
  },

  explain({ data: { preset, parameter, uncertain } }) {
    return {
      what: say`Preset ${preset} does not set ${parameter}, which has no default.`,
      why: [
        'A prebuild is built with the values of its preset alone. Coder refuses it before Terraform runs, even where only other builds have the parameter, keeps no record of it and tries again and again. A user who fills it in gets a new workspace, never a prebuild.',
        ...(uncertain ? [' The parameter exists only under a condition, which the preset may not meet.'] : []),
      ],
      remedy: say`Set ${parameter} in the ${'parameters'} of the preset, or give it a ${'default'}.`,
    };
  },
};

function judgePreset(snapshot: Snapshot, preset: Preset): Judgement<Missing> {
  const under = parametersUnder(snapshot, preset);
  const unset = under.parameters.filter(
    ({ name, hasHiddenDefault = false }) => !preset.parameters.has(name) && !hasHiddenDefault,
  );
  const open = unset.flatMap((parameter) => unknownAttribute(parameter, 'default'));
  const required = unset.filter((parameter) => parameter.default === undefined && !isUnknownIn(parameter, 'default'));
  if (isUnknownIn(preset, 'parameters')) {
    return { violations: [], open: [...open, ...(required.length > 0 ? unknownParametersOf(preset) : [])] };
  }
  return {
    open,
    violations: required.map((parameter) => {
      const uncertain = isUncertain(parameter, under);
      return {
        subject: aboutParameter(parameter.name, preset.name),
        evidence: 'declared',
        ...(uncertain && { severity: 'warning' as const }),
        data: { preset: preset.name, parameter: parameter.name, uncertain },
      };
    }),
  };
}
