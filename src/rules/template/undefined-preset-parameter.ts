import { aboutParameter } from '../../model/judgement/finding.ts';
import type { Rule } from '../../model/judgement/rule.ts';
import type { Severity } from '../../model/judgement/severity.ts';
import type { Snapshot } from '../../model/judgement/snapshot.ts';
import type { ParameterFlow } from '../../model/template/parameter-flow.ts';
import { isUnknownIn, parametersUnder, unknownParametersOf } from '../../model/template/preset-parameters.ts';
import type { Preset } from '../../model/template/template.ts';
import { joined, say } from '../../model/text.ts';
import { flowWords } from '../shared/flow-words.ts';
import { type Judgement, judgeEach, templateOutcome } from '../shared/template-outcome.ts';

interface Undefined {
  readonly preset: string;
  readonly parameter: string;
  /** A parameter whose name differs in case or white space only. */
  readonly similar: string | undefined;
  readonly declared: Declaration;
  readonly flow: ParameterFlow | undefined;
}

/** `conditional`: declared behind a `count` or `for_each`. `perhaps`: by a block whose name is computed. */
type Declaration = 'no' | 'conditional' | 'perhaps';

export const undefinedPresetParameter: Rule<Undefined> = {
  id: 'undefined-preset-parameter',
  group: 'template',
  severity: 'error',
  summary: 'A preset sets a parameter that the template does not define, so Coder refuses the version.',
  since: '0.1.0',

  evaluate(snapshot) {
    return templateOutcome(
      snapshot,
      judgeEach(snapshot.template.presets, (preset) => judgePreset(snapshot, preset)),
    );
  },

  explain({ data: { preset, parameter, similar, declared, flow } }) {
    const conditional = declared !== 'no';
    return {
      what: conditional
        ? say`Preset ${preset} sets ${parameter}, which is not in this plan.`
        : say`Preset ${preset} sets ${parameter}, which the template does not define.`,
      why: [
        ...(declared === 'conditional'
          ? ['The template declares it under a condition that this plan does not meet. ']
          : []),
        ...(declared === 'perhaps' ? ['The template declares a parameter whose name is computed. '] : []),
        ...flowWords(flow, [
          'Coder drops the value and reports this only in its server log. It never picks the preset on its own either, since nobody can choose a value that does not exist.',
        ]),
      ],
      remedy: joined([
        ...(similar === undefined ? [] : [say`Write ${similar} if you mean that parameter.`]),
        conditional
          ? say`Rehearse the template: a rehearsal plans each preset with its own values.`
          : say`Define ${parameter}, or remove it from the preset.`,
      ]),
    };
  },
};

function judgePreset(snapshot: Snapshot, preset: Preset): Judgement<Undefined> {
  const { parameters, exact } = parametersUnder(snapshot, preset);
  const names = parameters.map(({ name }) => name);
  const undefinedNames = [...preset.parameters.keys()].filter((name) => !names.includes(name));
  return {
    open: unknownParametersOf(preset),
    violations: undefinedNames.map((name) => {
      const declared = exact ? 'no' : declarationOf(snapshot, name);
      const similar = names.find((each) => folded(each) === folded(name));
      return {
        subject: aboutParameter(name, preset.name),
        evidence: 'declared',
        ...severityOf(declared, snapshot.flow),
        data: { preset: preset.name, parameter: name, similar, declared, flow: snapshot.flow },
      };
    }),
  };
}

/** Only in the classic flow does such a version get into Coder. */
function severityOf(declared: Declaration, flow: ParameterFlow | undefined): { readonly severity?: Severity } {
  if (declared !== 'no') return { severity: 'notice' };
  return flow === 'classic' ? { severity: 'warning' } : {};
}

function declarationOf({ template }: Snapshot, name: string): Declaration {
  const declared = template.declaredParameters ?? [];
  if (declared.some((block) => block.name === name)) return 'conditional';
  const isComputed =
    declared.some((block) => block.name === undefined && block.conditional) ||
    template.parameters.some((parameter) => isUnknownIn(parameter, 'name'));
  return isComputed ? 'perhaps' : 'no';
}

function folded(name: string): string {
  return name.toLowerCase().replaceAll(/[\s_-]/g, '');
}
