import { expect, it } from 'vitest';
import { read } from '../../../src/model/judgement/outcome.ts';
import type { ResourceChange } from '../../../src/model/plan/plan.ts';
import type { Parameter } from '../../../src/model/template/template.ts';
import { ownerDependentDefault } from '../../../src/rules/claim/owner-dependent-default.ts';
import {
  claimContext,
  claimPlan,
  notChecked,
  parameter,
  plan,
  preset,
  rehearsalControl,
  replacement,
  snapshot,
  template,
} from '../../support/builders.ts';
import { decided, said } from '../../support/rule.ts';

const project = (byDefault: string, overrides: Partial<Parameter> = {}): Parameter =>
  parameter({ name: 'project', mutable: false, default: byDefault, value: byDefault, ...overrides });

const context = claimContext({ preset: 'Small', persona: 'alice' });

/** The prebuild's parameter, what a claim that sends nothing shows of it, and what the form sends and replaces. */
function judged(
  prebuild: Parameter,
  claimed: Parameter,
  {
    sets = {},
    claim = [],
    form,
  }: { sets?: Record<string, string>; claim?: ResourceChange[]; form?: ResourceChange[] } = {},
) {
  const shown = { ...claimed, value: prebuild.value };
  const forms =
    form === undefined ? [] : [claimPlan({ context, plan: plan({ parameters: [claimed], changes: form }) })];
  return snapshot({
    template: template({ presets: [preset({ name: 'Small', parameters: new Map(Object.entries(sets)) })] }),
    claims: read([claimPlan({ context, plan: plan({ parameters: [shown], changes: claim }) })]),
    rehearsal: read([rehearsalControl({ prebuild: plan({ parameters: [prebuild] }), forms })]),
  });
}

const subject = 'error parameter ["project","Small"]';

it.each([
  { snapshot: judged(project('a'), project('a')), found: [], because: 'everybody has the same default' },
  {
    snapshot: judged(project('pool'), project('alice')),
    found: [subject],
    because: 'Coder refuses what the form sends',
  },
  {
    snapshot: judged(project('pool'), project('alice'), { sets: { project: 'x' } }),
    found: [],
    because: 'the preset sets it',
  },
  {
    snapshot: judged(project('pool', { ephemeral: true }), project('alice', { ephemeral: true })),
    found: [],
    because: 'nothing is kept of an ephemeral one',
  },
  {
    snapshot: judged(project('pool', { mutable: true }), project('alice', { mutable: true })),
    found: [],
    because: 'it is mutable and no form claim differs',
  },
  {
    snapshot: judged(project('pool', { mutable: true }), project('alice', { mutable: true }), {
      form: [replacement()],
    }),
    found: [subject],
    because: 'sending the default replaces a resource',
  },
  {
    snapshot: judged(project('pool', { mutable: true }), project('alice', { mutable: true }), {
      claim: [replacement()],
      form: [replacement()],
    }),
    found: [],
    because: 'the claim replaces it anyway',
  },
])('$found, because $because', ({ snapshot, found }) => {
  expect(decided(ownerDependentDefault, snapshot)).toEqual({ found, open: [] });
});

it('is not configured where nothing was rehearsed, and tells what it could not check', () => {
  expect(decided(ownerDependentDefault, snapshot())).toEqual({ found: [], open: 'not-configured' });
  const half = snapshot({ rehearsal: read([], [notChecked()]) });
  expect(decided(ownerDependentDefault, half)).toEqual({ found: [], open: ['plan-without-state'] });
});

it.each([
  { name: 'a refusal', snapshot: judged(project('pool'), project('alice')) },
  {
    name: 'a replacement',
    snapshot: judged(project('pool', { mutable: true }), project('alice', { mutable: true }), {
      form: [replacement()],
    }),
  },
])('explains $name', ({ snapshot }) => {
  expect(said(ownerDependentDefault, snapshot)).toMatchSnapshot();
});
