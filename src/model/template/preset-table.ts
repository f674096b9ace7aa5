import type { PresetStatus } from '../history/preset-status.ts';
import type { Snapshot } from '../judgement/snapshot.ts';
import { prebuildPeak } from './prebuild-peak.ts';
import { instancesAt, poolOf } from './prebuild-pool.ts';
import { isUncertain, isUnknownIn, parametersUnder } from './preset-parameters.ts';
import type { Parameter, Preset } from './template.ts';

/** What a reader wants to see of one preset at a glance. */
export interface PresetRow {
  readonly preset: string;
  readonly isDefault: boolean;
  /** The template's parameters in their order, then those that only the preset names. */
  readonly parameters: readonly PresetCell[];
  /** Undefined for a preset without a `prebuilds` block. */
  readonly instances: PresetInstances | undefined;
  /** Undefined where no Coder was asked, or where it has no such preset yet. */
  readonly status: PresetStatus | undefined;
}

export interface PresetCell {
  readonly parameter: string;
  /** Undefined where it is not known, hidden, or not there. */
  readonly value: string | undefined;
  readonly origin: ValueOrigin;
  /** Behind a condition that the preset's own values may not meet. */
  readonly uncertain: boolean;
}

/**
 * Where a workspace of the preset gets the value from.
 *
 * - `preset`: set by it; nobody can choose otherwise
 * - `default`: immutable and left open, so every prebuild is frozen at the default
 * - `open`: left open; people may choose at the claim, or at the creation where there is no prebuild, and `value` is the default
 * - `missing`: left open and without a default, so the prebuild is rejected
 * - `undefined`: set by the preset, but no parameter of the template
 * - `unknown`: what the preset sets is not known
 */
export type ValueOrigin = 'preset' | 'default' | 'open' | 'missing' | 'undefined' | 'unknown';

/** Undefined where a number is not known. */
export interface PresetInstances {
  readonly base: number | undefined;
  /** At the moment that was asked for. */
  readonly now: number | undefined;
  readonly peak: number | undefined;
}

export interface PresetTableOptions {
  /** Milliseconds since 1970. */
  readonly at: number | undefined;
  readonly statuses: ReadonlyMap<string, PresetStatus>;
}

export function presetTable(snapshot: Snapshot, { at, statuses }: PresetTableOptions): readonly PresetRow[] {
  return snapshot.template.presets.map((preset) => ({
    preset: preset.name,
    isDefault: preset.isDefault,
    parameters: cellsOf(snapshot, preset),
    instances: preset.prebuilds === undefined ? undefined : instancesOf(preset, at),
    status: statuses.get(preset.name),
  }));
}

function cellsOf(snapshot: Snapshot, preset: Preset): readonly PresetCell[] {
  const under = parametersUnder(snapshot, preset);
  const defined = under.parameters.map((parameter) => ({
    ...cellOf(preset, parameter),
    uncertain: isUncertain(parameter, under),
  }));
  const names = new Set(under.parameters.map(({ name }) => name));
  const others = [...preset.parameters].filter(([name]) => !names.has(name));
  const declared = under.exact ? [] : (snapshot.template.declaredParameters ?? []);
  return [
    ...defined,
    ...others.map(([parameter, value]) => ({
      parameter,
      value,
      origin: 'undefined' as const,
      uncertain: declared.some(({ name }) => name === parameter),
    })),
  ];
}

function cellOf(preset: Preset, parameter: Parameter): Omit<PresetCell, 'uncertain'> {
  const { name } = parameter;
  if (preset.parameters.has(name)) return { parameter: name, value: preset.parameters.get(name), origin: 'preset' };
  if (isUnknownIn(preset, 'parameters')) return { parameter: name, value: undefined, origin: 'unknown' };
  const value = parameter.default;
  if (preset.prebuilds === undefined) return { parameter: name, value, origin: 'open' };
  if (value === undefined && !isUnknownIn(parameter, 'default')) return { parameter: name, value, origin: 'missing' };
  return { parameter: name, value, origin: parameter.mutable ? 'open' : 'default' };
}

function instancesOf(preset: Preset, at: number | undefined): PresetInstances {
  const pool = poolOf(preset);
  return {
    base: preset.prebuilds?.instances,
    now: pool === undefined || at === undefined ? undefined : instancesAt(pool, at),
    peak: pool === undefined ? undefined : prebuildPeak([pool]).instances,
  };
}
