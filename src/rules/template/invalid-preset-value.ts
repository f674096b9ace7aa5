import { aboutParameter } from '../../model/judgement/finding.ts';
import type { NotChecked } from '../../model/judgement/outcome.ts';
import type { Rule } from '../../model/judgement/rule.ts';
import type { Snapshot } from '../../model/judgement/snapshot.ts';
import type { ParameterFlow } from '../../model/template/parameter-flow.ts';
import { judgeValue, type ValueProblem } from '../../model/template/parameter-value.ts';
import {
  isUncertain,
  type ParameterView,
  type PresetParameters,
  parametersUnder,
  parameterViews,
  unknownAttribute,
  unknownParametersOf,
  type Viewer,
} from '../../model/template/preset-parameters.ts';
import type { Parameter, Preset } from '../../model/template/template.ts';
import { say, shortened, type Text } from '../../model/text.ts';
import { flowWords } from '../shared/flow-words.ts';
import { type Judgement, judgeEach, templateOutcome } from '../shared/template-outcome.ts';
import { describeProblem } from '../shared/value-problem-words.ts';

interface InvalidValue {
  readonly preset: string;
  readonly parameter: string;
  readonly value: string;
  readonly problem: ValueProblem;
  readonly prebuilt: boolean;
  /** Who is the first to refuse it. */
  readonly by: Viewer;
  readonly flow: ParameterFlow | undefined;
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

  explain({ data: { preset, parameter, value, problem, prebuilt, by, flow, uncertain } }) {
    return {
      what: say`Preset ${preset} sets ${parameter} to ${shortened(value)}, ${describeProblem(problem)}.`,
      why: [
        ...consequences(by, flow, problem, prebuilt),
        ...(uncertain ? [' The parameter exists only under a condition, which the preset may not meet.'] : []),
      ],
      remedy: say`Set a value that ${parameter} accepts, or change ${parameter} to accept this one.`,
    };
  },
};

/** What becomes of it depends on which build is the first to refuse it. */
function consequences(by: Viewer, flow: ParameterFlow | undefined, problem: ValueProblem, prebuilt: boolean): Text {
  switch (by) {
    case 'import':
      return flowWords(flow, prebuilt ? classicPrebuild(problem) : [NOBODY]);
    case 'prebuild':
      return ['The import accepts it, but a prebuild does not: no prebuild of the preset is ever ready.'];
    case 'claimant':
      return ['The prebuild accepts it, but a claimant does not: every claim of the preset fails.'];
  }
}

/** Coder itself compares options and expressions before it makes a build; ranges only Terraform does. */
function classicPrebuild({ kind }: ValueProblem): Text {
  return kind === 'below-minimum' || kind === 'above-maximum'
    ? ['Every prebuild of the preset fails, and after three failures Coder stops creating them.']
    : ['Coder refuses every prebuild of the preset before it is built, and keeps no record of that.'];
}

const NOBODY = 'Nobody can create a workspace from the preset. It has no prebuilds, so no pool is lost.';

function judgePreset(snapshot: Snapshot, preset: Preset): Judgement<InvalidValue> {
  const under = parametersUnder(snapshot, preset);
  const views = parameterViews(snapshot, preset);
  const builds: readonly ParameterView[] = views.length > 0 ? views : [{ by: 'import', parameters: under.parameters }];
  const judged = judgeEach([...preset.parameters], ([name, value]) => {
    const judgements = builds.flatMap(({ by, parameters }) => {
      const parameter = parameters.find((each) => each.name === name);
      return parameter === undefined ? [] : [judgeIn(snapshot, preset, by, parameter, value, under)];
    });
    // What several builds refuse is one problem: that of the first.
    const first = judgements.find(({ violations }) => violations.length > 0) ?? judgements[0];
    return first ?? { violations: [], open: [] };
  });
  return { violations: judged.violations, open: [...unknownParametersOf(preset), ...judged.open] };
}

function judgeIn(
  { flow }: Snapshot,
  preset: Preset,
  by: Viewer,
  parameter: Parameter,
  value: string | undefined,
  under: PresetParameters,
): Judgement<InvalidValue> {
  const { name } = parameter;
  const unknown = DECIDING.flatMap((attribute) => unknownAttribute(parameter, attribute));
  if (value === undefined) {
    const isFree = unknown.length === 0 && takesAnyText(parameter);
    return { violations: [], open: isFree ? [] : [valueNotKnown(preset, name)] };
  }
  if (unknown.length > 0) return { violations: [], open: unknown };
  const verdict = judgeValue(parameter, value);
  if (verdict.kind === 'accepted') return { violations: [], open: [] };
  if (verdict.kind === 'not-checkable') {
    return { violations: [], open: [notCheckable(preset, parameter, verdict.because)] };
  }
  const prebuilt = preset.prebuilds !== undefined;
  const uncertain = isUncertain(parameter, under);
  // With dynamic parameters not even the push goes through, prebuilds or not.
  const isMild = uncertain || (!prebuilt && flow === 'classic');
  const violation = {
    subject: aboutParameter(name, preset.name),
    evidence: 'declared' as const,
    ...(isMild && { severity: 'warning' as const }),
    data: { preset: preset.name, parameter: name, value, problem: verdict.problem, prebuilt, by, flow, uncertain },
  };
  return { violations: [violation], open: [] };
}

/** Every value is valid, so the value need not be known. */
function takesAnyText({ type, options, validation }: Parameter): boolean {
  return type === 'string' && options.length === 0 && (validation?.regex ?? '') === '';
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
