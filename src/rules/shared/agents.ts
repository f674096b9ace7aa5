import { type BuiltAgent, builtAgents, subAgents } from '../../explain/stored-agents.ts';
import type { RehearsalControl } from '../../model/judgement/rehearsal.ts';
import type { Snapshot } from '../../model/judgement/snapshot.ts';
import { builtPrebuild } from '../../model/plan/built-workspace.ts';
import { templateFiles } from './files-of.ts';

/** The agents of the prebuilds of one preset. */
export interface AgentsOfPrebuild {
  /** Undefined where no preset is named. */
  readonly preset: string | undefined;
  readonly agents: readonly BuiltAgent[];
  /** Dev containers, each of which has an agent of its own. */
  readonly containers: readonly string[];
}

/** Of each preset that was rehearsed, or of the plan that was given; empty where no plan of a prebuild was seen. */
export function prebuildAgents(snapshot: Snapshot): readonly AgentsOfPrebuild[] {
  const { rehearsal, template } = snapshot;
  const controls = rehearsal?.kind === 'read' ? rehearsal.items : [];
  if (controls.length > 0) return controls.map((control) => agentsIn(snapshot, control));
  const { built } = template;
  if (!built?.isPrebuild) return [];
  return [{ preset: undefined, agents: builtAgents(built, templateFiles(snapshot)), containers: subAgents(built) }];
}

/** What Terraform's graph told, and what the template's files tell beside. */
function agentsIn(snapshot: Snapshot, { preset, prebuild, agents }: RehearsalControl): AgentsOfPrebuild {
  const built = builtPrebuild(prebuild);
  const inFiles = built === undefined ? [] : builtAgents(built, templateFiles(snapshot));
  const isUnused = (agent: string) => inFiles.some(({ address, isStored }) => address === agent && isStored === false);
  return {
    preset,
    agents: agents.declared.map((address) => ({
      address,
      isStored: agents.stored.includes(address) && !isUnused(address),
    })),
    containers: [...new Set([...agents.subAgents, ...(built === undefined ? [] : subAgents(built))])],
  };
}
