import { describe, expect, it } from 'vitest';
import { duplicatePresetName as rule } from '../../../src/rules/template/duplicate-preset-name.ts';
import { preset, snapshot, template } from '../../support/builders.ts';
import { decided, said } from '../../support/rule.ts';

function judge(...names: readonly string[]) {
  const presets = names.map((name, index) =>
    preset({ name, address: `data.coder_workspace_preset.p${index}`, ...(index > 0 && { prebuilds: undefined }) }),
  );
  return snapshot({ template: template({ presets }) });
}

describe('duplicate-preset-name', () => {
  it.each([
    { names: ['A', 'B'], found: [], because: 'names differ' },
    { names: ['A', 'a'], found: [], because: 'case counts' },
    { names: ['A', 'A'], found: ['error preset A'], because: 'one of them having no prebuilds changes nothing' },
    { names: ['A', 'B', 'A', 'B', 'A'], found: ['error preset A', 'error preset B'], because: 'each name counts once' },
  ])('finds $found in $names, because $because', ({ names, found }) => {
    expect(decided(rule, judge(...names))).toEqual({ found, open: [] });
  });

  it('is not checked where the plan holds no template', () => {
    expect(decided(rule, snapshot({ template: template({ prebuildEnabled: undefined, presets: [] }) })).open).toEqual([
      'template-not-seen',
    ]);
  });

  it('explains itself', () => {
    expect(said(rule, judge('A', 'A'))).toMatchInlineSnapshot(`
      "2 presets have the name \`A\`: \`data.coder_workspace_preset.p0\` and \`data.coder_workspace_preset.p1\`.
      Neither Terraform nor the check at import notices this. After the push, storing the version fails on a unique index.
      Give each preset its own name. The name identifies a preset from one template version to the next."
    `);
  });
});
