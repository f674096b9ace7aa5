import { ignoreChangesBlock } from '../../explain/fix/ignore-changes.ts';
import { type ReplacementCause, replacementCause } from '../../explain/replacement-cause.ts';
import { aboutResource } from '../../model/judgement/finding.ts';
import type { Explanation, Rule } from '../../model/judgement/rule.ts';
import { isCountedByCoder, isReplacement, type ResourceChange } from '../../model/plan/plan.ts';
import { joined, listed, say, type Text } from '../../model/text.ts';
import { judgeClaims, replacedResources } from '../shared/judge-claims.ts';

interface Replaced {
  readonly change: ResourceChange;
  readonly cause: ReplacementCause;
}

export const resourceReplacement: Rule<Replaced> = {
  id: 'resource-replacement',
  group: 'claim',
  severity: 'error',
  summary: 'Claiming a prebuild destroys and recreates a resource.',
  since: '0.1.0',

  evaluate(snapshot) {
    return judgeClaims(snapshot, (claim) =>
      replacedResources(claim).map((change) => {
        const cause = replacementCause(claim.plan, change);
        return {
          subject: aboutResource(change.address),
          evidence: claim.evidence,
          details: {
            attributes: change.attributes,
            chains: cause.chains,
            ...(cause.root === undefined ? {} : { root: cause.root }),
            ...(isFixedHere(cause) ? { snippet: ignoreChangesBlock(change, cause.ignorable) } : {}),
          },
          data: { change, cause },
        };
      }),
    );
  },

  explain({ data: { change, cause } }) {
    return { what: what(change, cause), why: why(change, cause), remedy: remedy(change, cause) };
  },
};

/** A block of its own does not fix a resource that only follows another one, or whose forcing attribute the provider computes. */
function isFixedHere({ root, ignorable }: ReplacementCause): boolean {
  return root === undefined && ignorable.length > 0;
}

function what(change: ResourceChange, cause: ReplacementCause): Text {
  const verb = replacedHow(change);
  const moved = change.previousAddress === undefined ? [] : say` (moved from ${change.previousAddress})`;
  if (cause.attributes.length > 0) {
    return say`Claiming a prebuild ${verb} ${change.address}${moved}, because of ${listed(cause.attributes)}.`;
  }
  if (change.isGone === true) {
    return say`Claiming a prebuild makes ${change.address} anew, because the refresh did not find it any more.`;
  }
  return say`Claiming a prebuild ${verb} ${change.address}${moved}${PATHLESS.get(change.actionReason ?? '') ?? UNEXPLAINED}.`;
}

function replacedHow({ actions }: ResourceChange): Text {
  if (actions.includes('forget')) return ['replaces and orphans'];
  if (!isReplacement({ actions })) return ['changes'];
  return [actions[0] === 'create' ? 'recreates and then destroys' : 'destroys and recreates'];
}

/** Replacements for which Terraform names no attribute. */
const PATHLESS: ReadonlyMap<string, Text> = new Map([
  ['replace_because_tainted', [', because it is tainted in the state']],
  ['replace_by_request', [', because the plan was made with ', { code: '-replace' }]],
  ['replace_by_triggers', [', because of its ', { code: 'replace_triggered_by' }]],
]);

const UNEXPLAINED: Text = [', but this version of Terraform does not say why'];

function why(change: ResourceChange, cause: ReplacementCause): Text {
  const sentences: Text[] = [];
  if (cause.hiddenCause !== undefined) {
    sentences.push(
      say`${cause.hiddenCause} is replaced too, so values computed from it are not known when the claim is planned. Coder does not name it.`,
    );
  } else if (cause.root !== undefined) {
    sentences.push(say`It is replaced only because ${cause.root} is.`);
  }
  sentences.push(['The user waits while it is rebuilt, and its contents are lost.']);
  if (!isCountedByCoder(change)) sentences.push(['Coder notifies nobody about this kind of replacement.']);
  return joined(sentences);
}

function remedy(change: ResourceChange, cause: ReplacementCause): Explanation['remedy'] {
  if (cause.root !== undefined) return say`Fix ${cause.root}; this one then stays too.`;
  if (change.isGone === true) {
    return say`Let no ${'provider'} block depend on what a claim changes, so that it is looked for where it is; a file that the template writes is never there in another build.`;
  }
  if (change.actionReason === 'replace_by_triggers') {
    return say`In ${'replace_triggered_by'}, refer only to resources that a claim does not change.`;
  }
  if (change.actionReason === 'replace_because_tainted') {
    return say`Plan the claim on the state of a prebuild that was built without errors, or run ${'terraform untaint'} on it.`;
  }
  if (change.actionReason === 'replace_by_request' && cause.attributes.length === 0) {
    return say`Plan the claim without ${'-replace'}.`;
  }
  if (cause.attributes.length === 0)
    return ['Plan with Terraform 0.15.3 or newer to see which attribute forces the replacement.'];
  if (cause.ignorable.length === 0) {
    return say`The provider computes ${listed(cause.attributes)}, so ${'ignore_changes'} does not help. Build its inputs from a value that a claim does not change, such as ${'data.coder_workspace.me.id'}.`;
  }
  const add = cause.hiddenCause === undefined ? 'Add' : 'If you cannot, add';
  const ignore = say`${[add]} ${cause.ignorable.join(', ')} to the ${'ignore_changes'} of ${change.address}, or build ${[cause.ignorable.length === 1 ? 'it' : 'them']} from a value that a claim does not change, such as ${'data.coder_workspace.me.id'}.`;
  const agentFirst = say`Keep values that a claim changes out of ${cause.hiddenCause ?? ''}. `;
  const keepsToken = say` If ${'env'} is ignored, a workspace keeps its old agent token after a template update (coder/coder#17840).`;
  return [
    ...(cause.hiddenCause === undefined ? [] : agentFirst),
    ...ignore,
    ...(cause.ignorable.includes('env') ? keepsToken : []),
  ];
}
