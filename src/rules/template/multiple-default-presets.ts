import { THE_TEMPLATE } from '../../model/judgement/finding.ts';
import type { Rule } from '../../model/judgement/rule.ts';
import { isUnknownIn } from '../../model/template/preset-parameters.ts';
import { listed, say } from '../../model/text.ts';
import { templateOutcome } from '../shared/template-outcome.ts';

interface Defaults {
  readonly presets: readonly string[];
}

export const multipleDefaultPresets: Rule<Defaults> = {
  id: 'multiple-default-presets',
  group: 'template',
  severity: 'error',
  summary: 'More than one preset is marked as the default, so the import fails.',
  since: '0.1.0',

  evaluate(snapshot) {
    const { presets } = snapshot.template;
    const defaults = presets.filter(({ isDefault }) => isDefault).map(({ name }) => name);
    const unknown = presets.filter((preset) => !preset.isDefault && isUnknownIn(preset, 'default'));
    const isDecided = defaults.length > 1 || defaults.length + unknown.length < 2;
    return templateOutcome(snapshot, {
      violations:
        defaults.length > 1 ? [{ subject: THE_TEMPLATE, evidence: 'declared', data: { presets: defaults } }] : [],
      open: isDecided
        ? []
        : [
            {
              code: 'preset-not-known',
              detail: say`Whether ${listed(unknown.map(({ name }) => name))} is the default is hidden, or known only after apply.`,
              remedy: say`Write the value of ${'default'} directly into the presets.`,
            },
          ],
    });
  },

  explain({ data: { presets } }) {
    return {
      what: say`${presets.length} presets are marked as the default: ${listed(presets)}.`,
      why: ['Coder accepts at most one default and refuses to import the template version. Terraform does not notice.'],
      remedy: say`Keep ${'default = true'} on only one of them.`,
    };
  },
};
