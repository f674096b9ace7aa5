import type { NotChecked } from '../judgement/outcome.ts';
import { listed, say, type Text } from '../text.ts';
import { isKnownAction, type Plan, type ResourceChange } from './plan.ts';
import type { Fact } from './proof.ts';
import { GIVE_IT_WHOLE } from './template-proof.ts';

const PLAN_AS_THE_CLAIMANT: Text = say`Plan with the owner and the workspace name of a claimant: docs/claim-plan.md lists what must differ.`;

const PLAN_ON_A_PREBUILD: Text = say`Plan on the state of a prebuild that this very template built: docs/claim-plan.md shows how.`;

/** What makes the list of changes tell what happens, in a plan of any kind. */
export const READING_FACTS: readonly Fact<Plan>[] = [
  {
    fact: 'every change could be read',
    where: '`resource_changes[*].change.actions`',
    isProven: ({ unreadableChanges }) => unreadableChanges === 0,
    gap: ({ unreadableChanges }) => ({
      code: 'unreadable-changes',
      detail: say`${unreadableChanges} of the plan's changes could not be read.`,
      remedy: GIVE_IT_WHOLE,
    }),
  },
  {
    fact: 'every action is known',
    where: '`resource_changes[*].change.actions`, `mode`',
    isProven: ({ changes }) => changes.every(isUnderstood),
    gap: ({ changes }) => ({
      code: 'unknown-action',
      detail: say`prebuild-guard does not know what the plan does to ${listed(addresses(changes, (change) => !isUnderstood(change)))}: its actions are ${listed(unknownActions(changes))}.`,
      remedy: ['Update prebuild-guard, or plan with a version of Terraform that it knows.'],
    }),
  },
];

/** What makes the changes of a claim plan all that the claim does. Independent of each other. */
export const CONTENT_FACTS: readonly Fact<Plan>[] = [
  {
    fact: 'the claimant is not the prebuilds user',
    where: '`name` and `id` of every `data.coder_workspace_owner`',
    isProven: ({ owners }) => owners.every(({ isPrebuildsUser }) => isPrebuildsUser === false),
    gap: ({ owners }) => ({
      code: 'claimed-by-prebuilds-user',
      detail: owners.some(({ isPrebuildsUser }) => isPrebuildsUser === true)
        ? ['The prebuilds user planned this claim, so this plan does not show what depends on the owner.']
        : ['This plan does not say who claims, so it may have been the prebuilds user.'],
      remedy: PLAN_AS_THE_CLAIMANT,
    }),
  },
  {
    fact: 'the workspace has the name that the claimant gave it',
    where: '`name` of every `data.coder_workspace`: not `prebuild-…`',
    isProven: ({ workspaces }) => workspaces.every(({ hasPrebuildName }) => !hasPrebuildName),
    gap: () => ({
      code: 'named-as-prebuild',
      detail: say`The workspace still has the name of a prebuild, ${'prebuild-…'}, so this plan does not show what depends on the workspace name.`,
      remedy: PLAN_AS_THE_CLAIMANT,
    }),
  },
  {
    fact: 'what is changed as existing was in the state',
    where: '`resource_changes` against `prior_state`',
    isProven: ({ evidence }) => evidence.notInState.length === 0,
    gap: ({ evidence }) =>
      contradiction(
        'state-incomplete',
        say`changes ${listed(evidence.notInState)}, which its ${'prior_state'} does not have`,
      ),
  },
  {
    fact: 'what is created was not in the state',
    where: '`resource_changes` against `prior_state`',
    isProven: ({ evidence }) => evidence.alreadyInState.length === 0,
    gap: ({ evidence }) =>
      contradiction(
        'created-twice',
        say`creates ${listed(evidence.alreadyInState)}, which its ${'prior_state'} has already`,
      ),
  },
  {
    fact: 'every object of the state, and every resource that must be there, has a change',
    where: '`prior_state`, `planned_values`, `configuration` against `resource_changes`',
    isProven: ({ evidence }) => evidence.notInChanges.length === 0,
    gap: ({ evidence }) =>
      contradiction('changes-incomplete', say`does not say what becomes of ${listed(evidence.notInChanges)}`),
  },
  {
    fact: 'what is changed is declared',
    where: '`resource_changes` against `configuration`',
    isProven: ({ evidence }) => evidence.declared?.undeclared.length === 0,
    gap: ({ evidence: { declared } }) =>
      contradiction(
        'configuration-incomplete',
        declared === undefined
          ? say`has no ${'configuration'}, or not all of it`
          : say`keeps ${listed(declared.undeclared)}, which its ${'configuration'} does not declare`,
      ),
  },
  {
    fact: 'what is deleted is not planned',
    where: '`resource_changes` against `planned_values`',
    isProven: ({ evidence }) => evidence.stillPlanned.length === 0,
    gap: ({ evidence }) =>
      contradiction(
        'deleted-but-planned',
        say`deletes ${listed(evidence.stillPlanned)}, which its ${'planned_values'} still have`,
      ),
  },
  {
    fact: 'every object has one change',
    where: '`resource_changes[*].address`, `deposed`; a delete and a create are one',
    isProven: ({ evidence }) => evidence.listedTwice.length === 0,
    gap: ({ evidence }) => contradiction('listed-twice', say`has two changes of ${listed(evidence.listedTwice)}`),
  },
  {
    fact: 'what forces a replacement replaces',
    where: '`replace_paths` against `actions`',
    isProven: ({ evidence }) => evidence.forcedWithoutEffect.length === 0,
    gap: ({ evidence }) =>
      contradiction(
        'forced-without-effect',
        say`leaves ${listed(evidence.forcedWithoutEffect)} as it is, and has paths that force its replacement`,
      ),
  },
  {
    fact: 'there is something to apply exactly where the plan says so',
    where: '`applyable`, which only Terraform from 1.8 writes, against all changes',
    isProven: ({ evidence }) => evidence.applyableAgrees,
    gap: () => contradiction('applyable-disagrees', say`says with ${'applyable'} the opposite of what its changes say`),
  },
  {
    fact: 'what the refresh found gone is created anew, and so replaced',
    where: '`resource_drift` against `resource_changes`',
    isProven: ({ evidence }) => evidence.unexplainedDrift.length === 0,
    gap: ({ evidence }) => ({
      code: 'unexplained-drift',
      detail: say`The refresh found ${listed(evidence.unexplainedDrift)} deleted or in an unknown state, and the plan does not create it again.`,
      remedy: say`Plan again while the prebuild is running; if it is, see that no ${'provider'} block depends on what a claim changes.`,
    }),
  },
  {
    fact: 'what a prebuild must have was in the state',
    where:
      '`create` only where `count` or `for_each`, of the resource or a module around it, reads more than variables',
    isProven: ({ evidence }) => evidence.missedByPrebuild.length === 0,
    gap: ({ evidence }) => ({
      code: 'state-of-another-template',
      detail: say`The claim creates ${listed(evidence.missedByPrebuild)}, which every prebuild of this template has, so this plan was not made on the whole state of one.`,
      remedy: PLAN_ON_A_PREBUILD,
    }),
  },
  {
    fact: 'nothing is imported',
    where: '`resource_changes[*].change.importing`',
    isProven: ({ changes }) => changes.every(({ isImported }) => isImported !== true),
    gap: ({ changes }) => ({
      code: 'importing-plan',
      detail: say`This plan imports ${listed(addresses(changes, ({ isImported }) => isImported === true))}, which the state of a prebuild would have already.`,
      remedy: PLAN_ON_A_PREBUILD,
    }),
  },
  {
    fact: 'nothing is only forgotten',
    where: '`resource_changes[*].change.actions`: `forget` only beside `create`',
    isProven: ({ changes }) => !changes.some(isForgotten),
    gap: ({ changes }) => ({
      code: 'forgetting-plan',
      detail: say`This plan forgets ${listed(addresses(changes, isForgotten))} without destroying it: Terraform no longer manages it.`,
      remedy: say`Plan on the state of a prebuild that was built after the ${'removed'} block; then nothing is left to forget.`,
    }),
  },
];

function contradiction(code: string, what: Text): NotChecked {
  return {
    code,
    detail: [...say`The plan contradicts itself: it `, ...what, '.'],
    remedy: GIVE_IT_WHOLE,
  };
}

function isUnderstood(change: ResourceChange): boolean {
  return isKnownAction(change) && KNOWN_MODES.has(change.mode);
}

/** `ephemeral` is OpenTofu's. */
const KNOWN_MODES: ReadonlySet<string> = new Set(['managed', 'data', 'ephemeral']);

function isForgotten({ actions }: ResourceChange): boolean {
  return actions.join() === 'forget';
}

function unknownActions(changes: readonly ResourceChange[]): readonly string[] {
  return changes
    .filter((change) => !isUnderstood(change))
    .map(({ actions, mode }) => (isKnownAction({ actions }) ? mode : actions.join(', ').slice(0, SHOWN_LENGTH)));
}

/** Words of Terraform are short; what is longer was put there by somebody else. */
const SHOWN_LENGTH = 40;

function addresses(changes: readonly ResourceChange[], is: (change: ResourceChange) => boolean): readonly string[] {
  return changes.filter(is).map(({ address }) => address);
}
