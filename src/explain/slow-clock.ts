import type { Configuration } from '../model/configuration/configuration.ts';
import { parseAddress } from '../model/configuration/resource-address.ts';
import type { FindingDetails } from '../model/judgement/finding.ts';
import { formatPath } from '../model/plan/attribute-path.ts';
import { fixContext, traceDetails } from './explain-finding.ts';
import { type PredictedChange, predictChanges } from './predict.ts';
import { clockTracing } from './trace/tracer.ts';

/** A resource that changes from one minute, day or month to the next, whoever builds it. */
export interface SlowlyChanging {
  /** Without instance keys. */
  readonly address: string;
  /** Arguments that hold the time; empty where it decides which instances there are, or what triggers a replacement. */
  readonly attributes: readonly string[];
  /** `plantimestamp()`, `time_rotating.weekly` */
  readonly clocks: readonly string[];
  readonly details: Pick<FindingDetails, 'location' | 'chains'>;
}

/**
 * What the time alone may replace or delete. `moving` are addresses that were seen
 * to change between two plans of one minute: their clock is not slow.
 */
export function slowlyChanging(configuration: Configuration, moving: readonly string[]): readonly SlowlyChanging[] {
  const seen = new Set(moving.map(blockOf));
  const clock = clockTracing(configuration);
  const context = { ...fixContext(configuration), claim: clock };
  return predictChanges(clock)
    .filter(({ address }) => !seen.has(address))
    .map((change) => {
      const paths = change.leaves.map(({ leaf }) => leaf.path);
      return {
        address: change.address,
        attributes: [...new Set(paths.map(formatPath))],
        clocks: clocksOf(change),
        details: traceDetails(context, change.address, paths),
      };
    });
}

function clocksOf({ leaves, triggers, keys }: PredictedChange): readonly string[] {
  const traces = [...keys, ...triggers, ...leaves.flatMap((leaf) => leaf.traces)];
  return [...new Set(traces.flatMap(({ links }) => links.at(-1)?.reference ?? []))];
}

/** The address without instance keys, which a configuration does not have. */
function blockOf(address: string): string {
  const parsed = parseAddress(address);
  if (parsed === undefined) return address;
  return [...parsed.calls.map(({ name }) => `module.${name}`), parsed.type, parsed.name].join('.');
}
