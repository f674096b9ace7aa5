import type { HistoryPolicy, TemplateHistory } from '../../model/history/history.ts';
import { NOT_CONFIGURED, read, type Source } from '../../model/judgement/outcome.ts';
import type { Snapshot } from '../../model/judgement/snapshot.ts';

/** The snapshots for the history rules: one per template, and one for gaps that belong to no template. */
export function snapshotsOfHistory(
  source: Source<TemplateHistory>,
  policy: HistoryPolicy,
  asked: string,
): readonly Snapshot[] {
  if (source.kind === 'not-configured') return [];
  const [only] = source.items;
  if (only === undefined) return [snapshotOf(asked, source, policy)];
  if (source.items.length === 1) return [snapshotOf(only.template, source, policy)];
  const each = source.items.map((history) =>
    snapshotOf(`${history.organization}/${history.template}`, read([history]), policy),
  );
  return source.gaps.length === 0 ? each : [...each, snapshotOf(asked, read([], source.gaps), policy)];
}

function snapshotOf(name: string, histories: Source<TemplateHistory>, history: HistoryPolicy): Snapshot {
  return {
    name,
    groups: ['history'],
    template: { prebuildEnabled: undefined, presets: [], parameters: [], agents: [] },
    claims: NOT_CONFIGURED,
    histories,
    policy: { persistentTypes: [], history },
  };
}
