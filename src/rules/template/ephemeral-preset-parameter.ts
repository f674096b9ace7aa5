import { aboutParameter } from '../../model/judgement/finding.ts';
import type { Rule } from '../../model/judgement/rule.ts';
import type { Snapshot } from '../../model/judgement/snapshot.ts';
import { parametersUnder, unknownAttribute, unknownParametersOf } from '../../model/template/preset-parameters.ts';
import { type Preset, prebuildPresets } from '../../model/template/template.ts';
import { say } from '../../model/text.ts';
import { type Judgement, judgeEach, templateOutcome } from '../shared/template-outcome.ts';

interface EphemeralParameter {
  readonly preset: string;
  readonly parameter: string;
}

export const ephemeralPresetParameter: Rule<EphemeralParameter> = {
  id: 'ephemeral-preset-parameter',
  group: 'template',
  severity: 'warning',
  summary: 'A prebuild preset sets an ephemeral parameter, which is applied again at the claim.',
  since: '0.1.0',

  evaluate(snapshot) {
    const presets = prebuildPresets(snapshot.template.presets);
    return templateOutcome(
      snapshot,
      judgeEach(presets, (preset) => judgePreset(snapshot, preset)),
    );
  },

  explain({ data: { preset, parameter } }) {
    return {
      what: say`Preset ${preset} sets ${parameter}, which is ephemeral.`,
      why: [
        'An ephemeral value is meant for one build. A preset applies it to the build of the prebuild and again to the claim, so its effect happens twice, the second time while the user waits.',
      ],
      remedy: say`Remove ${parameter} from the preset; both builds then use its default.`,
    };
  },
};

function judgePreset(snapshot: Snapshot, preset: Preset): Judgement<EphemeralParameter> {
  const set = parametersUnder(snapshot, preset).parameters.filter(({ name }) => preset.parameters.has(name));
  return {
    open: [...unknownParametersOf(preset), ...set.flatMap((parameter) => unknownAttribute(parameter, 'ephemeral'))],
    violations: set
      .filter(({ ephemeral }) => ephemeral)
      .map(({ name }) => ({
        subject: aboutParameter(name, preset.name),
        evidence: 'declared',
        data: { preset: preset.name, parameter: name },
      })),
  };
}
