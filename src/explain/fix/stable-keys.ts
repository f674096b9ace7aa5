import type { ResourceBlock } from '../../model/configuration/configuration.ts';
import type { Reference } from '../../model/configuration/expression.ts';
import { say } from '../../model/text.ts';
import type { Trace } from '../trace/trace.ts';
import { type FixAction, type FixPlan, NOT_OURS } from './fix.ts';

/** Names and ids tell workspaces apart; so does the workspace's own id, which a claim keeps. */
const IDENTIFYING: ReadonlySet<string> = new Set([
  'name',
  'id',
  'email',
  'full_name',
  'owner',
  'owner_id',
  'owner_name',
]);

/** No `ignore_changes` reaches keys: what they are built from must be the same after a claim. */
export function planStableKeys(keys: readonly Trace[], { repetition }: ResourceBlock): FixPlan {
  const kind = repetition?.kind ?? 'for_each';
  const actions: FixAction[] = [];
  for (const { source, variation } of keys) {
    const { module, expression } = source;
    if (!module.isOwn) return { kind: 'none', because: NOT_OURS };
    const workspace = [...module.resources.values()].find(
      ({ mode, type }) => mode === 'data' && type === 'coder_workspace',
    );
    const isNamed =
      expression.kind === 'reference' && variation === 'identity' && IDENTIFYING.has(lastName(expression));
    if (!isNamed || workspace === undefined || workspace.repetition !== undefined) {
      return {
        kind: 'none',
        because: say`${kind} is not an attribute, so ${'ignore_changes'} has no effect on it. Build it from a value that a claim does not change, such as ${'data.coder_workspace.me.id'}.`,
      };
    }
    const reference = `data.coder_workspace.${workspace.name}.id`;
    actions.push({ kind: 'substitute', module, range: expression.range, reference });
  }
  return {
    kind: 'actions',
    actions,
    tradeOff: say`Existing workspaces get the new key with their next update. They lose the resource under the old key, unless a ${'moved'} block moves it.`,
  };
}

function lastName({ steps }: Reference): string {
  const last = steps.at(-1);
  return last?.kind === 'attribute' ? last.name : '';
}
