import type { DeclaredEvidence, PlanEvidence } from '../../../model/plan/evidence.ts';
import { actsOnWhatExists, isNoOp, isReplacement, type ResourceChange } from '../../../model/plan/plan.ts';
import type { DeclaredParameter } from '../../../model/template/template.ts';
import { blockOf } from '../addresses.ts';
import type { DataSource } from '../facts/data-sources.ts';
import { elementsOf, own } from '../own.ts';
import type { PlanDocument } from '../plan-document.ts';
import type { StateObjects } from '../prior-state.ts';
import { configurationKey } from './configuration-key.ts';
import { type Declared, type DeclaredBlock, declaredIn } from './declared.ts';
import { plannedPresets } from './planned-presets.ts';

export interface Testimony {
  readonly document: PlanDocument;
  readonly changes: readonly ResourceChange[];
  readonly state: StateObjects;
  readonly unexplainedDrift: readonly string[];
  readonly sources: readonly DataSource[];
  readonly declaredParameters: readonly DeclaredParameter[];
}

/** Holds the parts of a plan against each other. */
export function evidenceOf(testimony: Testimony): PlanEvidence {
  const { document, changes, state, sources } = testimony;
  const declared = declaredIn(document.configuration());
  const current = changes.filter(({ mode, deposed }) => mode === 'managed' && deposed === undefined);
  const planned = plannedAddresses(document);
  return {
    hasUniqueKeys: document.hasUniqueKeys(),
    applyableAgrees: applyableAgrees(document, changes),
    notInState: addressesOf(current, (change) => isExpectedInState(change) && !isInState(change, state)),
    alreadyInState: addressesOf(
      current,
      ({ actions, address }) => actions.join() === 'create' && state.current.has(address),
    ),
    notInChanges: notInChanges(testimony, current, planned, declared),
    stillPlanned: addressesOf(current, ({ actions, address }) => actions.join() === 'delete' && planned.has(address)),
    listedTwice: twice(current.map(({ address }) => address)),
    forcedWithoutEffect: addressesOf(current, (change) => isNoOp(change) && change.replacePaths.length > 0),
    unexplainedDrift: testimony.unexplainedDrift,
    missedByPrebuild: missedByPrebuild(current, declared),
    declared: declared?.isWhole === true ? declaredEvidence(document, declared, current, sources) : undefined,
    plannedPresets: plannedPresets(sources, testimony.declaredParameters, declared),
  };
}

function addressesOf(changes: readonly ResourceChange[], is: (change: ResourceChange) => boolean): readonly string[] {
  return changes.filter(is).map(({ address }) => address);
}

/** What the refresh found gone is not there any more. */
function isExpectedInState(change: ResourceChange): boolean {
  return change.isGone !== true && actsOnWhatExists(change);
}

function isInState({ address, previousAddress }: ResourceChange, { current }: StateObjects): boolean {
  return current.has(address) || (previousAddress !== undefined && current.has(previousAddress));
}

function plannedAddresses(document: PlanDocument): ReadonlySet<string> {
  const planned = new Set<string>();
  for (const { address, raw } of document.resources('planned_values')) {
    if (own(raw, 'mode') === 'managed') planned.add(address);
  }
  return planned;
}

/**
 * Terraform lists every managed resource, as a no-op at least. A block without a
 * condition has an instance, unless OpenTofu's `enabled` took it away, which only
 * `complete`, that OpenTofu does not write, rules out.
 */
function notInChanges(
  { document, state }: Testimony,
  current: readonly ResourceChange[],
  planned: ReadonlySet<string>,
  declared: Declared | undefined,
): readonly string[] {
  const listed = new Set(current.flatMap(({ address, previousAddress }) => [address, previousAddress]));
  const blocks = new Set(current.map(({ address }) => blockOf(address)));
  const certain = document.value('complete') === undefined ? [] : (declared?.blocks ?? []);
  const missing = [
    ...[...state.current].filter((address) => !listed.has(address)),
    // By block, because Terraform 0.12 wrote planned values without instance keys.
    ...[...planned].filter((address) => !blocks.has(blockOf(address))),
    ...certain
      .filter(({ mode, presence }) => mode === 'managed' && presence === 'always')
      .map(({ address }) => address)
      .filter((address) => !blocks.has(address)),
  ];
  return [...new Set(missing)];
}

/** What a prebuild has as well, because nothing about the build decides on it. */
function missedByPrebuild(current: readonly ResourceChange[], declared: Declared | undefined): readonly string[] {
  const unconditional = new Set(
    declared?.blocks.filter(({ presence }) => presence !== 'open').map(({ address }) => address),
  );
  return addressesOf(
    current,
    ({ actions, address }) => actions.join() === 'create' && unconditional.has(blockOf(address)),
  );
}

/** Terraform's own rule: changes of resources and of root outputs, imports and moves are applied. */
function applyableAgrees(document: PlanDocument, changes: readonly ResourceChange[]): boolean {
  const applyable = document.value('applyable');
  if (applyable === undefined) return true;
  const isEffective = (change: ResourceChange) =>
    !isNoOp(change) || change.previousAddress !== undefined || change.isImported === true;
  const hasEffect =
    changes.some(isEffective) ||
    document.has('action_invocations') ||
    [...document.entries('output_changes')].some(([, change]) => elementsOf(own(change, 'actions')).join() !== 'no-op');
  return applyable === hasEffect;
}

function twice(addresses: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return addresses.filter((address) => seen.size === seen.add(address).size);
}

function declaredEvidence(
  document: PlanDocument,
  { blocks }: Declared,
  current: readonly ResourceChange[],
  sources: readonly DataSource[],
): DeclaredEvidence {
  const instances = instancesOf(sources);
  const ofCoder = blocks.filter(({ mode, type }) => mode === 'data' && CODER_TYPES.has(String(type)));
  const names = new Set(blocks.map(({ address }) => address));
  return {
    key: configurationKey(document.configuration(), document.providers()),
    unread: ofCoder.filter((block) => !isRead(block, instances.get(block.address) ?? [])).map(({ address }) => address),
    conditionalPresets: ofCoder
      .filter(({ type, presence }) => type === 'coder_workspace_preset' && presence === 'open')
      .map(({ address }) => address)
      .filter((address) => !instances.has(address)),
    undeclared: addressesOf(current, (change) => isKept(change) && !names.has(blockOf(change.address))),
  };
}

function instancesOf(sources: readonly DataSource[]): ReadonlyMap<string, readonly DataSource[]> {
  const instances = new Map<string, DataSource[]>();
  for (const source of sources) {
    const block = blockOf(source.address);
    const others = instances.get(block);
    if (others === undefined) instances.set(block, [source]);
    else others.push(source);
  }
  return instances;
}

const CODER_TYPES: ReadonlySet<string> = new Set([
  'coder_workspace',
  'coder_workspace_owner',
  'coder_parameter',
  'coder_workspace_preset',
]);

function isKept(change: ResourceChange): boolean {
  return isReplacement(change) || ['no-op', 'create', 'update'].some((action) => change.actions.includes(action));
}

/** Each instance has values; one must be there where nothing decides whether it is. */
function isRead({ type, presence, expressions }: DeclaredBlock, instances: readonly DataSource[]): boolean {
  if (instances.length === 0) return presence !== 'always';
  return instances.every(
    (source) => source.isRead() && (type !== 'coder_workspace_preset' || isWholePreset(source, expressions)),
  );
}

/**
 * A preset without prebuilds has null or an empty list of them. Only a provider
 * from before prebuilds has no such attribute, and that had no icon either; where
 * a block is written, one is read.
 */
function isWholePreset(source: DataSource, expressions: unknown): boolean {
  if (source.isUnknown('prebuilds')) return true;
  const prebuilds = source.inClear('prebuilds');
  if (own(expressions, 'prebuilds') !== undefined) return elementsOf(prebuilds).length > 0;
  return prebuilds !== undefined || source.inClear('icon') === undefined;
}
