import { type BuiltAgent, builtAgents } from '../../explain/stored-agents.ts';
import type { Snapshot } from '../../model/judgement/snapshot.ts';
import { templateFiles } from './files-of.ts';

/** The agents of a prebuild, and which of them Coder stores; undefined where no plan of a prebuild was seen. */
export function prebuildAgents(snapshot: Snapshot): readonly BuiltAgent[] | undefined {
  const { built } = snapshot.template;
  return built?.isPrebuild ? builtAgents(built, templateFiles(snapshot)) : undefined;
}
