import { type GatedLoss, type Removal, removals } from '../../explain/removal.ts';
import { aboutResource } from '../../model/judgement/finding.ts';
import type { Rule } from '../../model/judgement/rule.ts';
import { say, type Text } from '../../model/text.ts';
import { filesOf } from '../shared/files-of.ts';
import { judgeClaims } from '../shared/judge-claims.ts';

export const resourceRemoval: Rule<Removal> = {
  id: 'resource-removal',
  group: 'claim',
  severity: 'error',
  summary: 'Claiming a prebuild deletes a resource and does not recreate it at the same address.',
  since: '0.1.0',

  evaluate(snapshot) {
    return judgeClaims(snapshot, (claim) =>
      removals(claim.plan, filesOf(snapshot))
        .filter((removal) => !removal.byDesign)
        .map((removal) => ({
          subject: aboutResource(removal.change.address),
          evidence: claim.evidence,
          data: removal,
        })),
    );
  },

  explain({ data: { change, recreatedAs, gatedLoss } }) {
    const what =
      recreatedAs === undefined
        ? say`Claiming a prebuild deletes ${change.address}.`
        : say`Claiming a prebuild deletes ${change.address} and creates ${recreatedAs} in its place.`;
    if (gatedLoss !== undefined) return { what, why: WHY_GATED[gatedLoss], remedy: KEEP_ONE };
    return {
      what,
      why: [
        ...(REASONS.get(change.actionReason ?? '') ?? []),
        'The user gets a workspace without it, and Coder notifies nobody about a deletion.',
      ],
      remedy: remedy(change.actionReason),
    };
  },
};

const WHY_GATED: Readonly<Record<GatedLoss, Text>> = {
  agent: [
    'The template gates it on whether this is a prebuild, but what runs the agent goes at the claim: the claimant loses what was made ready and waits for the agent to come up elsewhere, if it comes up at all.',
  ],
  twin: [
    'The template gates both on whether this is a prebuild, so one goes at the claim and the other is made anew: the claimant waits for it as if there were no prebuild.',
  ],
};

const KEEP_ONE: Text = say`Keep one block for both builds, without a gate, and put what differs into what a claim may change, such as a ${'coder_env'} or a script that reads it.`;

const REASONS: ReadonlyMap<string, Text> = new Map([
  ['delete_because_each_key', say`Its ${'for_each'} no longer has this key. `],
  ['delete_because_count_index', say`Its ${'count'} is smaller in the claim than in the prebuild. `],
  ['delete_because_no_resource_config', ['It is in the state of the prebuild but not in the template. ']],
  ['delete_because_no_module', ['Its module is in the state of the prebuild but not in the template. ']],
  [
    'delete_because_wrong_repetition',
    say`It has a ${'count'} or ${'for_each'} either in the state or in the template, but not in both. `,
  ],
  ['delete_because_no_move_target', ['It was moved to an address that the template does not have. ']],
]);

function remedy(actionReason: string | undefined): Text {
  switch (actionReason) {
    case 'delete_because_each_key':
      return say`Build the keys of ${'for_each'} from values that a claim does not change, such as ${'data.coder_workspace.me.id'}, and not from the owner or the workspace's name.`;
    case 'delete_because_count_index':
      return say`Make ${'count'} depend only on values that a claim does not change. If a claim should delete the resource, make ${'count'} depend on ${'data.coder_workspace.me.prebuild_count'}.`;
    default:
      return ['Plan the claim on the state of a prebuild of this same template.'];
  }
}
