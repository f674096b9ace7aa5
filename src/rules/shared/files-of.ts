import type { TemplateFiles } from '../../explain/stored-agents.ts';
import type { Configuration } from '../../model/configuration/configuration.ts';
import type { Snapshot } from '../../model/judgement/snapshot.ts';

/** The template's own files; undefined where they were not read. */
export function filesOf({ configuration }: Snapshot): Configuration | undefined {
  return configuration?.kind === 'read' ? configuration.items[0] : undefined;
}

/** The same, and whether all of them could be read. */
export function templateFiles(snapshot: Snapshot): TemplateFiles {
  const { configuration } = snapshot;
  return { files: filesOf(snapshot), isWhole: configuration?.kind === 'read' && configuration.gaps.length === 0 };
}
