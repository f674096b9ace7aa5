import { modulePath } from '../../../model/plan/plan-configuration.ts';
import type { Placeholder } from '../state/fill-unknown.ts';
import { type StateObjects, type SyntheticState, stateFile, synthesizeState } from '../state/synthesize-state.ts';
import { causeOf } from '../terraform/cause-of.ts';
import { type ClearPlan, managedChanges } from '../terraform/clear-plan.ts';
import type { Diagnostic } from '../terraform/diagnostic.ts';
import type { Cause } from '../terraform/failure.ts';
import type { SavedObjects } from '../terraform/saved-plan/saved-plan.ts';
import type { ResourceSchemas } from '../terraform/schema/provider-schema.ts';
import { type ControlResult, controlOf } from './control.ts';
import { reshape, shapesInUse, type TriedShapes } from './reshape.ts';

/** What planning as the prebuilds user showed. */
export type Observation =
  | { readonly kind: 'no-changes' }
  | { readonly kind: 'changes'; readonly plan: ClearPlan; readonly saved: SavedObjects }
  | { readonly kind: 'refused'; readonly diagnostics: readonly Diagnostic[] };

/** What to do next. */
export type Step =
  | { readonly kind: 'plan-again'; readonly state: SyntheticState; readonly because: 'unsettled' | 'reshaped' }
  /** The control experiment is over: what the claim changes beyond `control` is due to the claim. */
  | { readonly kind: 'claim'; readonly state: SyntheticState; readonly control: ControlResult }
  | {
      readonly kind: 'give-up';
      readonly cause: Cause;
      readonly diagnostics: readonly Diagnostic[];
      readonly names: readonly string[];
    };

/** All that was seen so far. */
export interface Settling {
  readonly schemas: ResourceSchemas;
  /** The first plan; reshaping starts again from it. */
  readonly first: Planned;
  /** Values that fill what the first plan does not know, where there is a real state to take them from. */
  readonly seeds: StateObjects;
  readonly state: SyntheticState;
  /** Everything made up so far that the state may still hold: a later round takes over what an earlier one made. */
  readonly placeholders: readonly Placeholder[];
  readonly tried: TriedShapes;
  readonly rounds: number;
  readonly reshapings: number;
  /** How many rounds in a row changed the same things. */
  readonly unmoved: number;
  readonly moving: string;
}

interface Planned {
  readonly plan: ClearPlan;
  readonly saved: SavedObjects;
}

export interface Progress {
  readonly settling: Settling;
  readonly step: Step;
}

/** For a template of any size: a provider may need more than one round for what it computes. */
const LEAST_ROUNDS = 12;

/** So many links in a row are no template, and each round is a plan. */
export const MAX_ROUNDS = 100;

/** Each one tries another shape for at least one placeholder. */
export const MAX_RESHAPINGS = 40;

/** A chain of dependent changes moves on every round; what does not move in three never will. */
const UNMOVED_ROUNDS = 3;

const CLEAN: ControlResult = { unstable: [], unsettled: [], unfinished: [] };

/**
 * A round settles whatever depends on nothing that still moves, so that no chain
 * needs more rounds than it has links, nor than there are resources. The instances
 * of one resource are one link: they cannot depend on each other.
 */
export function roundsFor(plan: ClearPlan): number {
  const links = new Set(
    managedChanges(plan).map(({ module_address: module, type, name }) =>
      JSON.stringify([...modulePath(module), type, name]),
    ),
  );
  return Math.min(MAX_ROUNDS, Math.max(LEAST_ROUNDS, links.size + UNMOVED_ROUNDS));
}

export function beginSettling(first: Planned, schemas: ResourceSchemas, seeds: StateObjects): Progress {
  const state = synthesizeState({ ...first, schemas, previous: seeds, shapes: new Map() });
  const settling: Settling = {
    schemas,
    first,
    seeds,
    state,
    placeholders: state.placeholders,
    tried: new Map(),
    rounds: 0,
    reshapings: 0,
    unmoved: 0,
    moving: '',
  };
  return { settling, step: planAgain(state, 'unsettled') };
}

/** Pure: the next step, given what the last one showed. */
export function settle(settling: Settling, observation: Observation): Progress {
  switch (observation.kind) {
    case 'no-changes':
      return { settling, step: { kind: 'claim', state: settling.state, control: CLEAN } };
    case 'changes':
      return afterChanges(settling, observation);
    case 'refused':
      return afterRefusal(settling, observation.diagnostics);
  }
}

function afterChanges(settling: Settling, { plan, saved }: Planned): Progress {
  if (managedChanges(plan).length === 0) return settle(settling, { kind: 'no-changes' });

  const { schemas, tried } = settling;
  const state = synthesizeState({
    plan,
    saved,
    schemas,
    previous: settling.state.objects,
    shapes: shapesInUse(tried),
  });
  const moving = movingParts(plan);
  const unmoved = moving === settling.moving ? settling.unmoved + 1 : 1;
  const rounds = settling.rounds + 1;
  // The same state gives the same plan, however often.
  const isAtRest = stateFile(state) === stateFile(settling.state);
  const control =
    isAtRest || unmoved >= UNMOVED_ROUNDS
      ? controlOf(plan, settling.state.objects, schemas)
      : rounds >= roundsFor(settling.first.plan)
        ? { ...CLEAN, unfinished: managedChanges(plan).map(({ address }) => address) }
        : undefined;
  if (control !== undefined) {
    return { settling: { ...settling, rounds }, step: { kind: 'claim', state: settling.state, control } };
  }
  return {
    settling: {
      ...settling,
      state,
      placeholders: latest(settling.placeholders, state.placeholders),
      rounds,
      unmoved,
      moving,
    },
    step: planAgain(state, 'unsettled'),
  };
}

function afterRefusal(settling: Settling, diagnostics: readonly Diagnostic[]): Progress {
  const { first, schemas, seeds, placeholders, tried } = settling;
  const reshaped = settling.reshapings < MAX_RESHAPINGS ? reshape(diagnostics, placeholders, tried) : undefined;
  if (reshaped === undefined) {
    const cause = causeOf(diagnostics);
    const isOurs = cause === 'terraform-failed' || cause === 'configuration-invalid';
    const step: Step = {
      kind: 'give-up',
      // The first plan was accepted, so what is refused now is what was made up.
      cause: isOurs ? 'placeholder-refused' : cause,
      diagnostics,
      names: [],
    };
    return { settling, step };
  }
  const next = synthesizeState({ ...first, schemas, previous: seeds, shapes: shapesInUse(reshaped) });
  return {
    settling: {
      ...settling,
      state: next,
      placeholders: next.placeholders,
      tried: reshaped,
      rounds: 0,
      reshapings: settling.reshapings + 1,
      unmoved: 0,
      moving: '',
    },
    step: planAgain(next, 'reshaped'),
  };
}

function planAgain(state: SyntheticState, because: 'unsettled' | 'reshaped'): Step {
  if (state.withoutSchema.length > 0) {
    return { kind: 'give-up', cause: 'schema-missing', diagnostics: [], names: state.withoutSchema };
  }
  return { kind: 'plan-again', state, because };
}

function latest(before: readonly Placeholder[], now: readonly Placeholder[]): readonly Placeholder[] {
  return [...new Map([...before, ...now].map((placeholder) => [placeholder.key, placeholder])).values()];
}

function movingParts(plan: ClearPlan): string {
  return JSON.stringify(
    managedChanges(plan).map(({ address, change: { actions, replace_paths: paths } }) => [address, actions, paths]),
  );
}
