import { aboutPreset } from '../../model/judgement/finding.ts';
import type { Rule } from '../../model/judgement/rule.ts';
import { listed, say } from '../../model/text.ts';
import { templateOutcome } from '../shared/template-outcome.ts';

interface DuplicateName {
  readonly name: string;
  readonly addresses: readonly string[];
}

export const duplicatePresetName: Rule<DuplicateName> = {
  id: 'duplicate-preset-name',
  group: 'template',
  severity: 'error',
  summary: 'Two presets have the same name, so Coder cannot store the template version.',
  since: '0.1.0',

  evaluate(snapshot) {
    const { presets } = snapshot.template;
    const names = [...new Set(presets.map(({ name }) => name))];
    const duplicates = names
      .map((name) => ({
        name,
        addresses: presets.filter((preset) => preset.name === name).map(({ address }) => address),
      }))
      .filter(({ addresses }) => addresses.length > 1);
    return templateOutcome(snapshot, {
      open: [],
      violations: duplicates.map((data) => ({ subject: aboutPreset(data.name), evidence: 'declared', data })),
    });
  },

  explain({ data: { name, addresses } }) {
    return {
      what: say`${addresses.length} presets have the name ${name}: ${listed(addresses)}.`,
      why: [
        'Neither Terraform nor the check at import notices this. After the push, storing the version fails on a unique index.',
      ],
      remedy: ['Give each preset its own name. The name identifies a preset from one template version to the next.'],
    };
  },
};
