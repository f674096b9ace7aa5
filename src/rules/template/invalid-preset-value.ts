import { aboutParameter } from '../../model/judgement/finding.ts';
import type { NotChecked } from '../../model/judgement/outcome.ts';
import type { Rule } from '../../model/judgement/rule.ts';
import type { Snapshot } from '../../model/judgement/snapshot.ts';
import { judgeValue, type ValueProblem } from '../../model/template/parameter-value.ts';
import {
  isUncertain,
  parametersUnder,
  unknownAttribute,
  unknownParametersOf,
} from '../../model/template/preset-parameters.ts';
import type { Parameter, Preset } from '../../model/template/template.ts';
import { say } from '../../model/text.ts';
import { type Judgement, judgeEach, templateOutcome } from '../shared/template-outcome.ts';
import { describeProblem } from '../shared/value-problem-words.ts';

interface InvalidValue {
  readonly preset: string;
  readonly parameter: string;
  readonly value: string;
  readonly problem: ValueProblem;
  readonly prebuilt: boolean;
  readonly uncertain: boolean;
}

export const invalidPresetValue: Rule<InvalidValue> = {
  id: 'invalid-preset-value',
  group: 'template',
  severity: 'error',
  summary: 'A preset sets a parameter to a value that the provider refuses.',
  since: '0.1.0',

  evaluate(snapshot) {
    return templateOutcome(
      snapshot,
      judgeEach(snapshot.template.presets, (preset) => judgePreset(snapshot, preset)),
    );
  },

  explain({ data: { preset, parameter, value, problem, prebuilt, uncertain } }) {
    return {
      what: say`Preset ${preset} sets ${parameter} to ${value}, ${describeProblem(problem)}.`,
      why: [
        prebuilt
          ? 'Every prebuild of the preset fails, and after three failures Coder stops creating them.'
          : 'Nobody can create a workspace from the preset. It has no prebuilds, so no pool is lost.',
        ...(uncertain ? [' The parameter exists only under a condition, which the preset may not meet.'] : []),
      ],
      remedy: say`Set a value that ${parameter} accepts, or change ${parameter} to accept this one.`,
    };
  },
};

function judgePreset(snapshot: Snapshot, preset: Preset): Judgement<InvalidValue> {
  const under = parametersUnder(snapshot, preset);
  const prebuilt = preset.prebuilds !== undefined;
  const judged = judgeEach([...preset.parameters], ([name, value]): Judgement<InvalidValue> => {
    const parameter = under.parameters.find((each) => each.name === name);
    if (parameter === undefined) return { violations: [], open: [] };
    if (value === undefined) return { violations: [], open: [valueNotKnown(preset, name)] };
    const unknown = DECIDING.flatMap((attribute) => unknownAttribute(parameter, attribute));
    if (unknown.length > 0) return { violations: [], open: unknown };
    const verdict = judgeValue(parameter, value);
    if (verdict.kind === 'accepted') return { violations: [], open: [] };
    if (verdict.kind === 'not-checkable') {
      return { violations: [], open: [notCheckable(preset, parameter, verdict.because)] };
    }
    const uncertain = isUncertain(parameter, under);
    const violation = {
      subject: aboutParameter(name, preset.name),
      evidence: 'declared' as const,
      ...((uncertain || !prebuilt) && { severity: 'warning' as const }),
      data: { preset: preset.name, parameter: name, value, problem: verdict.problem, prebuilt, uncertain },
    };
    return { violations: [violation], open: [] };
  });
  return { violations: judged.violations, open: [...unknownParametersOf(preset), ...judged.open] };
}

/** The attributes that decide which values a parameter accepts. */
const DECIDING = ['type', 'form_type', 'option', 'validation'];

function valueNotKnown(preset: Preset, parameter: string): NotChecked {
  return {
    code: 'preset-not-known',
    detail: say`The value of ${parameter} in preset ${preset.name} is hidden, or known only after apply.`,
    remedy: say`Write the value of ${parameter} directly into the preset.`,
  };
}

function notCheckable(preset: Preset, parameter: Parameter, because: 'unknown-type' | 'regex'): NotChecked {
  if (because === 'unknown-type') {
    return {
      code: 'parameter-type-not-known',
      detail: say`Parameter ${parameter.name} has the type ${parameter.type}, which this version of prebuild-guard does not know.`,
      remedy: ['Update prebuild-guard.'],
    };
  }
  return {
    code: 'regex-not-checkable',
    detail: say`Versions of Go read the regular expression of ${parameter.name} differently, or it is too large. The value in preset ${preset.name} was not compared with it.`,
    remedy: say`Write character classes out, such as ${'[a-z]'}, or use ${'\\p{L}'} with a short name.`,
  };
}
