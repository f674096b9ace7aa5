import { readFileSync } from 'node:fs';
import { parsePlan } from '../../src/gather/plan/read-plan.ts';
import type { Rehearser } from '../../src/gather/ports.ts';
import { controlOf } from '../../src/gather/rehearsal/settle/control.ts';
import { withoutControl } from '../../src/gather/rehearsal/settle/without-control.ts';
import type { StateObjects } from '../../src/gather/rehearsal/state/synthesize-state.ts';
import { parseClearPlan } from '../../src/gather/rehearsal/terraform/clear-plan.ts';
import type { ClaimPlan } from '../../src/model/judgement/claim-plan.ts';
import { read } from '../../src/model/judgement/outcome.ts';
import type { PrebuildAgents } from '../../src/model/judgement/rehearsal.ts';
import type { Plan, ResourceChange } from '../../src/model/plan/plan.ts';
import { rehearsalControl } from './builders.ts';

/** Plans that `scripts/record-rehearsal.ts` kept of one preset. */
export interface RecordedRehearsal {
  readonly preset?: string;
  readonly rounds: number;
  /** The same prebuild planned once more, where that changes something. */
  readonly control?: string;
  /** By claimant. */
  readonly claims: Readonly<Record<string, string>>;
  /** By parameter: the value that was chosen, and the plan. */
  readonly choices?: Readonly<Record<string, readonly [value: string, plan: string]>>;
}

/** Rehearses by reading what a rehearsal with the real providers has shown. */
export function recordedRehearser({ preset, rounds, ...recorded }: RecordedRehearsal, templates: string): Rehearser {
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
      const claims = Object.entries(recorded.claims).map(([persona, file]) =>
        claimOf(planOf(file), persona, undefined),
      );
      const [first] = claims;
      if (first === undefined) throw new Error('A rehearsal without a claim was recorded.');
      const choices = Object.entries(recorded.choices ?? {}).map(([name, [value, file]]) =>
        claimOf(planOf(file), first.context.persona ?? '', { name, value }),
      );
      return {
        terraform: { product: 'Terraform', version: first.plan.terraformVersion ?? '' },
        plan: first.plan,
        claims: read(claims),
        control: read([
          rehearsalControl({
            preset,
            rounds,
            unstable,
            choices,
            imported: first.plan,
            prebuild: first.plan,
            agents: agentsOf(first.plan),
          }),
        ]),
        refusals: read([]),
        unmet: [],
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
