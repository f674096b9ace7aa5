import type { Configuration, Repetition, SourceModule } from '../../model/configuration/configuration.ts';
import { formatReference, type Reference, type SourceRange } from '../../model/configuration/expression.ts';
import { listed, say, type Text } from '../../model/text.ts';
import { type Variation, variationOfData } from '../claim-variation.ts';
import type { VaryingKeys } from '../trace/instances.ts';
import { type FixPlan, NOT_OURS, type SubstituteAction } from './fix.ts';
import { keyParts } from './key-parts.ts';
import { indexesInto, readersOf } from './key-readers.ts';

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

/**
 * No `ignore_changes` reaches keys: what they are built from must be the same
 * after a claim. An edit is made only where it changes nothing else: the keys
 * stay as many as they were, nothing but the keys is computed from what is
 * rewritten, and whoever names an instance by its key is rewritten with it.
 */
export function planStableKeys(configuration: Configuration, levels: readonly VaryingKeys[]): FixPlan {
  const actions: SubstituteAction[] = [];
  // What only asks whether this is a prebuild is meant to differ.
  const meant = levels.filter(({ traces }) => traces.some(({ variation }) => variation !== 'prebuild-flag'));
  if (meant.length === 0) return { kind: 'none', because: GATED };
  for (const level of meant) {
    if (level.repetition.kind === 'count') return { kind: 'none', because: COUNT };
    const plan = planLevel(configuration, level);
    if ('kind' in plan) return plan;
    actions.push(...plan.actions);
  }
  return { kind: 'actions', actions, tradeOff: TRADE_OFF };
}

const TRADE_OFF: Text = say`Existing workspaces get the new key with their next update. They lose the resource under the old key, unless a ${'moved'} block moves it.`;

type LevelPlan = { readonly actions: readonly SubstituteAction[] } | Extract<FixPlan, { kind: 'none' }>;

function planLevel(configuration: Configuration, level: VaryingKeys): LevelPlan {
  const { traces } = level;
  const parts = keyParts(configuration, level).filter(({ reference }) => isVarying(reference));
  if ([...parts, ...traces.map(({ source }) => source)].some(({ module }) => !module.isOwn)) return none(NOT_OURS);
  const known = new Set(parts.map(({ reference }) => placeOf(reference.range)));
  const isAllSeen = traces.every(({ source }) => known.has(placeOf(source.expression.range)));
  const named = parts.flatMap(({ module, reference, isText }) => {
    const stable = isText && isIdentifying(reference) ? stableReference(module) : undefined;
    return stable === undefined ? [] : [{ module, expression: reference, stable }];
  });
  if (!isAllSeen || named.length < parts.length) return none(NO_SUBSTITUTE);
  // One id in place of two names could make one key of two.
  const names = [...new Set(named.map(({ expression }) => formatReference(expression)))];
  const stables = [...new Set(named.map(({ stable }) => stable))];
  if (names.length > 1) return none(twoNames(names));
  if (keyParts(configuration, level).some(({ reference }) => stables.includes(formatReference(reference)))) {
    return none(twoNames([...names, ...stables]));
  }

  const others = named.flatMap(({ module: home, expression }) => readersOf(configuration, home, expression, level));
  if (others.length > 0) return none(readElsewhere(others));
  const through = new Set(traces.flatMap(({ links }) => links.map(({ reference }) => reference)));
  const indexes = indexesInto(level, through);
  const unclear = indexes.filter((index) => index.kind === 'unclear').map(({ place }) => place);
  if (unclear.length > 0) return none(namedElsewhere(unclear));
  const rewritten = [
    ...named,
    ...indexes.flatMap((index) => {
      const stable = stableReference(index.module);
      return index.kind === 'varies' && stable !== undefined
        ? index.references.map((expression) => ({ module: index.module, expression, stable }))
        : [];
    }),
  ];
  return {
    actions: rewritten.map(({ module: home, expression, stable }) => ({
      kind: 'substitute',
      module: home,
      range: expression.range,
      reference: stable,
    })),
  };
}

function isVarying(reference: Reference): boolean {
  const variation = variationOf(reference);
  return variation !== undefined && variation !== 'prebuild-flag';
}

function isIdentifying(reference: Reference): boolean {
  return variationOf(reference) === 'identity' && IDENTIFYING.has(lastName(reference));
}

function variationOf({ steps }: Reference): Variation | undefined {
  const [type] = steps.map((step) => (step.kind === 'attribute' ? step.name : undefined));
  // The first two names are those of the block.
  const attribute = steps.slice(2).find((step) => step.kind === 'attribute');
  return variationOfData(type ?? '', attribute?.name);
}

function placeOf({ file, start, end }: SourceRange): string {
  return `${file} ${start} ${end}`;
}

/** The id of the workspace, as that module can name it. */
function stableReference(module: SourceModule): string | undefined {
  const workspace = [...module.resources.values()].find(
    ({ mode, type }) => mode === 'data' && type === 'coder_workspace',
  );
  if (workspace === undefined || workspace.repetition !== undefined) return undefined;
  return `data.coder_workspace.${workspace.name}.id`;
}

function lastName({ steps }: Reference): string {
  const last = steps.at(-1);
  return last?.kind === 'attribute' ? last.name : '';
}

/** How many instances there are is no matter of names. */
const COUNT: Text = say`${'count' satisfies Repetition['kind']} is not an attribute, so ${'ignore_changes'} has no effect on it. Compute it from values that a claim does not change.`;

const GATED: Text = say`Only whether this is a prebuild decides it, so it is meant to differ.`;

const NO_SUBSTITUTE: Text = say`${'for_each' satisfies Repetition['kind']} is not an attribute, so ${'ignore_changes'} has no effect on it. Build it from a value that a claim does not change, such as ${'data.coder_workspace.me.id'}.`;

function twoNames(names: readonly string[]): Text {
  return say`Its keys are built from ${listed(names)}, and one id in place of them could make one key of two: give each instance a key of its own that a claim keeps.`;
}

function readElsewhere(places: readonly string[]): Text {
  return say`What its keys are built from is also read in ${listed([...new Set(places)])}, which an edit would change: build the keys from ${'data.coder_workspace.me.id'} by hand.`;
}

function namedElsewhere(places: readonly string[]): Text {
  return say`An instance is named by its key in ${listed([...new Set(places)])}, which an edit of the keys would leave behind: change both by hand.`;
}

function none(because: Text): Extract<FixPlan, { kind: 'none' }> {
  return { kind: 'none', because };
}
