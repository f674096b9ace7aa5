import type { PrebuildSchedule, PrebuildScheduling, Prebuilds, Preset } from '../../../model/template/template.ts';
import { elementsOf, entriesOf, own } from '../own.ts';
import type { DataSource } from './data-sources.ts';

export function presetOf(source: DataSource): Preset {
  const name = source.value('name');
  return {
    address: source.address,
    name: typeof name === 'string' ? name : source.address,
    isDefault: source.value('default') === true,
    parameters: new Map([
      ...source.unknownKeys('parameters').map((parameter) => [parameter, undefined] as const),
      ...entriesOf(source.blocks('parameters')).map(
        ([parameter, value]) => [parameter, typeof value === 'string' ? value : undefined] as const,
      ),
    ]),
    prebuilds: prebuildsOf(source),
    ...named([
      ...['name', 'default', 'prebuilds'].filter((attribute) => source.isHidden(attribute)),
      // One value that is hidden hides that value alone; which parameters are set is known all the same.
      ...['parameters'].filter((attribute) => source.isWhollyHidden(attribute)),
    ]),
  };
}

/** Names the attributes of which not all is known; left out where all of all of them is. */
export function unknownOf(source: DataSource, attributes: readonly string[]): { readonly unknown?: readonly string[] } {
  return named(attributes.filter((attribute) => source.isHidden(attribute)));
}

function named(unknown: readonly string[]): { readonly unknown?: readonly string[] } {
  return unknown.length === 0 ? {} : { unknown };
}

/** A block that is not known yet may be there: taking it for absent would let a template pass unseen. */
function prebuildsOf(source: DataSource): Prebuilds | undefined {
  if (source.isUnknown('prebuilds')) {
    return { instances: undefined, expirationTtlSeconds: undefined, scheduling: undefined };
  }
  const blocks = elementsOf(source.blocks('prebuilds'));
  if (blocks.length === 0) return undefined;
  const [block] = blocks;
  return {
    instances: number(own(block, 'instances')),
    expirationTtlSeconds: number(own(elementsOf(own(block, 'expiration_policy'))[0], 'ttl')),
    scheduling: schedulingOf(elementsOf(own(block, 'scheduling'))[0]),
  };
}

function schedulingOf(block: unknown): PrebuildScheduling | undefined {
  const timezone = own(block, 'timezone');
  if (typeof timezone !== 'string') return undefined;
  return { timezone, schedules: elementsOf(own(block, 'schedule')).flatMap(scheduleOf) };
}

function scheduleOf(block: unknown): readonly PrebuildSchedule[] {
  const cron = own(block, 'cron');
  const instances = number(own(block, 'instances'));
  return typeof cron === 'string' && instances !== undefined ? [{ cron, instances }] : [];
}

function number(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}
