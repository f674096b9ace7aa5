import { readFileSync } from 'node:fs';
import { parsePlan } from '../../src/gather/plan/read-plan.ts';
import type { Rehearser } from '../../src/gather/ports.ts';
import { controlOf } from '../../src/gather/rehearsal/settle/control.ts';
import { withoutControl } from '../../src/gather/rehearsal/settle/without-control.ts';
import type { StateObjects } from '../../src/gather/rehearsal/state/synthesize-state.ts';
import { parseClearPlan } from '../../src/gather/rehearsal/terraform/clear-plan.ts';
import type { ClaimPlan } from '../../src/model/judgement/claim-plan.ts';
import { read } from '../../src/model/judgement/outcome.ts';
import type { PrebuildAgents, RefusedBuild, UnmetCondition } from '../../src/model/judgement/rehearsal.ts';
import type { Plan, ResourceChange } from '../../src/model/plan/plan.ts';
import { textOf } from '../../src/report/words/wording.ts';
import { notChecked, rehearsalControl } from './builders.ts';

/** Plans that `scripts/record-rehearsal.ts` kept of one preset. */
export interface RecordedRehearsal {
  readonly preset?: string;
  readonly rounds?: number;
  /** What the import shows, or the prebuild where there is no claim. */
  readonly plan?: string;
  /** The prebuild, where that differs from the claims in what a template has. */
  readonly prebuild?: string;
  /** The same prebuild planned once more, where that changes something. */
  readonly control?: string;
  /** By claimant. */
  readonly claims?: Readonly<Record<string, string>>;
  /** Through the form, by claimant. */
  readonly forms?: Readonly<Record<string, string>>;
  readonly refusals?: readonly (Omit<RefusedBuild, 'words'> & { readonly words: string })[];
  readonly unmet?: readonly UnmetCondition[];
  /** By parameter: the value that was chosen, and the plan. */
  readonly choices?: Readonly<Record<string, readonly [value: string, plan: string]>>;
}

/** Why there is no claim: what was recorded says it in the refusals. */
const NO_CLAIM = notChecked({
  code: 'terraform-failed',
  detail: ['The build failed, so no claim of it was rehearsed.'],
  remedy: ['Fix what Terraform says, then rehearse again.'],
});

/** Rehearses by reading what a rehearsal with the real providers has shown. */
export function recordedRehearser(
  { preset, rounds = 1, ...recorded }: RecordedRehearsal,
  templates: string,
): Rehearser {
  return {
    async rehearse(directory) {
      const planOf = (file: string): Plan => parsePlan(readFileSync(`${templates}/${directory}/${file}`), 'safe').plan;
      const control = recorded.control === undefined ? undefined : `${templates}/${directory}/${recorded.control}`;
      const unstable = control === undefined ? [] : unstableIn(readFileSync(control, 'utf8'));
      const claimOf = (plan: Plan, persona: string, parameter: ClaimPlan['context']['parameter']): ClaimPlan => ({
        plan: withoutControl(plan, unstable),
        evidence: 'rehearsed',
        context: { preset, persona, parameter },
      });
      const claims = Object.entries(recorded.claims ?? {}).map(([persona, file]) =>
        claimOf(planOf(file), persona, undefined),
      );
      const forms = Object.entries(recorded.forms ?? {}).map(([persona, file]) =>
        claimOf(planOf(file), persona, undefined),
      );
      const [first] = claims;
      const shown = recorded.plan === undefined ? first?.plan : planOf(recorded.plan);
      if (shown === undefined) throw new Error('A rehearsal without a plan was recorded.');
      const prebuild = recorded.prebuild === undefined ? shown : planOf(recorded.prebuild);
      const gaps = claims.length === 0 ? [NO_CLAIM] : [];
      const choices = Object.entries(recorded.choices ?? {}).map(([name, [value, file]]) =>
        claimOf(planOf(file), first?.context.persona ?? '', { name, value }),
      );
      return {
        terraform: { product: 'Terraform', version: shown.terraformVersion ?? '' },
        plan: shown,
        claims: read(claims, gaps),
        control: read(
          claims.length === 0
            ? []
            : [
                rehearsalControl({
                  preset,
                  rounds,
                  unstable,
                  choices,
                  forms,
                  imported: shown,
                  prebuild,
                  agents: agentsOf(prebuild),
                }),
              ],
          gaps,
        ),
        refusals: read(
          (recorded.refusals ?? []).map(({ words, ...refused }) => ({ ...refused, words: textOf(words) })),
        ),
        unmet: recorded.unmet ?? [],
      };
    },
  };
}

/** What the control experiment makes of the recorded plan. Providers' schemas are not recorded, and none is needed. */
function unstableIn(json: string): readonly ResourceChange[] {
  const { resource_changes: recorded } = JSON.parse(json) as { resource_changes: readonly RecordedChange[] };
  const state = new Map(recorded.map(({ address, change }) => [address, change.before])) as StateObjects;
  const { unstable } = controlOf(parseClearPlan(json), state, new Map());
  return parsePlan(Buffer.from(json), 'safe').plan.changes.filter(({ address }) => unstable.includes(address));
}

interface RecordedChange {
  readonly address: string;
  readonly change: { readonly before: unknown };
}

/** Every agent is used by a resource in what was recorded. */
function agentsOf({ changes }: Plan): PrebuildAgents {
  const declared = changes.filter(({ type }) => type === 'coder_agent').map(({ address }) => address);
  return { declared, stored: declared, subAgents: [], isTokenKept: declared.length === 1 };
}
