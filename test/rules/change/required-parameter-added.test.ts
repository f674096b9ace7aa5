import { describe, expect, it } from 'vitest';
import { type LiveWorkspaces, questionKey } from '../../../src/model/change/live-workspaces.ts';
import { read, type Source } from '../../../src/model/judgement/outcome.ts';
import type { Snapshot } from '../../../src/model/judgement/snapshot.ts';
import type { Parameter, Preset } from '../../../src/model/template/template.ts';
import { requiredParameterAdded as rule } from '../../../src/rules/change/required-parameter-added.ts';
import { notChecked, parameter, preset, snapshot, template } from '../../support/builders.ts';
import { decided, said } from '../../support/rule.ts';

const added = parameter({
  name: 'r',
  address: 'data.coder_parameter.r',
  options: [],
  formType: 'input',
  default: undefined,
});
const pins = preset({ parameters: new Map([['r', 'x']]) });

function judge(later: readonly Parameter[], presets: readonly Preset[] = [pins], overrides: Partial<Snapshot> = {}) {
  return snapshot({
    template: template({ parameters: later, presets }),
    baseline: read([
      { origin: ['the base branch'], presets: [preset()], parameters: [parameter()], declaredParameters: [] },
    ]),
    ...overrides,
  });
}

function live(total: number, having = 0): Source<LiveWorkspaces> {
  const all = { total, running: 2, isWhole: true, names: [] };
  const counts = new Map([
    [questionKey({ parameter: 'r', value: undefined }), { total: having, running: 0, isWhole: true, names: [] }],
  ]);
  return read([{ all, versions: [], counts }]);
}

const error = 'error parameter ["r",null]';
const warning = 'warning parameter ["r",null]';

describe('required-parameter-added', () => {
  it.each<{ given: Snapshot; found: string[]; because: string }>([
    { given: judge([parameter(), added]), found: [warning], because: 'whoever has a workspace is asked' },
    { given: judge([parameter(), { ...added, default: '' }]), found: [], because: 'it has a default' },
    {
      given: judge([parameter({ default: undefined })]),
      found: [],
      because: 'workspaces have a value of a parameter that was there',
    },
    { given: judge([parameter(), added], [preset()]), found: [error], because: 'a prebuild preset leaves it open' },
    {
      given: judge([parameter(), added], [preset({ prebuilds: undefined })]),
      found: [warning],
      because: 'a preset without prebuilds builds none',
    },
    {
      given: judge([parameter(), added], [pins], { workspaces: live(7) }),
      found: [error],
      because: 'there are workspaces',
    },
    {
      given: judge([parameter(), added], [pins], { workspaces: live(0) }),
      found: [warning],
      because: 'there is no workspace yet',
    },
    {
      given: judge([parameter(), added], [pins], { workspaces: live(7, 7) }),
      found: [warning],
      because: 'every workspace has a value already',
    },
  ])('finds $found, because $because', ({ given, found }) => {
    expect(decided(rule, given)).toEqual({ found, open: [] });
  });

  it('is not checked where Coder could not be asked', () => {
    const workspaces = read<LiveWorkspaces>([], [notChecked()]);
    expect(decided(rule, judge([parameter(), added], [pins], { workspaces })).open).toEqual(['plan-without-state']);
    expect(decided(rule, snapshot()).open).toBe('not-configured');
  });

  it('explains that updates ask, that autostarts fail unseen, and that no prebuild is built', () => {
    expect(
      said(rule, judge([parameter(), added], [preset()], { flow: 'dynamic', workspaces: live(7, 1) })),
    ).toMatchInlineSnapshot(`
      "Parameter \`r\` is not in the base branch and has no default. This breaks 6 of 7 workspaces, 2 of them running.
      Coder refuses to start such a workspace on the new version (400). This lasts until its owner gives a value, at each workspace. An autostart or an automatic update that Coder refuses leaves no build and tells nobody. Preset \`Small\` leaves it open, so Coder builds no prebuilds at all of it.
      Give \`r\` a default that suits the workspaces that exist."
    `);
    expect(said(rule, judge([parameter(), added]))).toMatchInlineSnapshot(`
      "Parameter \`r\` is not in the base branch and has no default. Every existing workspace is affected.
      Coder refuses to start such a workspace on the new version (400). This lasts until its owner gives a value, at each workspace. An autostart or an automatic update that Coder refuses leaves no build and tells nobody.
      Give \`r\` a default that suits the workspaces that exist."
    `);
  });
});
