import type { PrebuildAgents } from '../../model/judgement/rehearsal.ts';
import type { Plan } from '../../model/plan/plan.ts';
import type { Claimant } from '../requests.ts';
import type { HandedOver } from './claim/hand-over.ts';
import type { FirstPlan, Prepared, PresetScript } from './settle/settle-preset.ts';
import type { ResourceGraph } from './terraform/resource-graph.ts';

/** A prebuild that is ready to be claimed, and what is known of the template until then. */
export interface ReadyPrebuild {
  readonly script: PresetScript;
  /** The import, and the prebuild. */
  readonly imported: FirstPlan;
  readonly claimants: readonly Claimant[];
  readonly first: FirstPlan;
  readonly plan: Plan;
  readonly prepared: Prepared;
  readonly agents: PrebuildAgents;
  readonly graph: ResourceGraph;
  readonly handedOver: HandedOver;
}
