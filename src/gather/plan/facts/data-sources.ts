import { looksLikeCredential } from '../../../model/credentials.ts';
import { entriesOf, hasOwn, isObject, own } from '../own.ts';
import type { PlanDocument, StateResource } from '../plan-document.ts';
import { isMarked } from '../redaction/mask.ts';
import type { Secrets } from '../redaction/secrets.ts';
import { holdsSecret, withoutSecrets } from '../redaction/without-secrets.ts';
import { PRESET, refusedPresetsOf } from './refused-presets.ts';

/**
 * One of Coder's data sources. What was read while planning is in the prior
 * state; a read that was put off leaves what is known of it in the planned
 * values.
 */
export interface DataSource {
  readonly address: string;
  readonly type: string;
  /** A value that is known and may be known; undefined where there is none. */
  value(key: string): unknown;
  /** As `value`, but of an attribute that is sensitive in part only that part is missing: that a block is there is no secret. */
  blocks(key: string): unknown;
  /** The read was put off, and nothing is known of this attribute, not even that it is null. */
  isUnknown(key: string): boolean;
  /** Something in this attribute is not known or may not be, so that what `value` gives is not all of it. */
  isHidden(key: string): boolean;
  /** As `isHidden`, but not where some parts of it may be known and others not. */
  isWhollyHidden(key: string): boolean;
  /** It has values, whatever is known of them. */
  isRead(): boolean;
  /** What stands in the plan, secrets included: to be compared, never to be kept. */
  inClear(key: string): unknown;
  /** Keys of a map whose values are not known yet; the plan leaves them out of what it says the map will be. */
  unknownKeys(key: string): readonly string[];
}

/** The data sources of these types, each once, in the order in which the plan lists them. */
export function dataSourcesOf(
  document: PlanDocument,
  types: ReadonlySet<string>,
  secrets: () => Secrets,
): readonly DataSource[] {
  const records = new Map<string, DataRecord[]>();
  for (const key of ['prior_state', 'planned_values'] as const) {
    for (const resource of document.resources(key)) {
      const record = recordOf(resource, key === 'planned_values');
      if (record === undefined || !types.has(record.type)) continue;
      const sameAddress = records.get(record.address);
      if (sameAddress === undefined) records.set(record.address, [record]);
      else sameAddress.push(record);
    }
  }
  const unknown = new Map(unknownOfDeferred(document, records));
  const written = types.has(PRESET) ? refusedPresetsOf(document, (address) => records.has(address)) : [];
  for (const { address, values, unknown: mask } of written) {
    records.set(address, [{ address, type: PRESET, values, mask: undefined, deferred: true, isWritten: true }]);
    unknown.set(address, mask);
  }
  return [...records].map(([address, found]) => dataSourceOf(address, found, unknown.get(address), secrets));
}

/** `after_unknown` of the reads that were put off, by address. */
function unknownOfDeferred(
  document: PlanDocument,
  records: ReadonlyMap<string, readonly DataRecord[]>,
): ReadonlyMap<string, unknown> {
  const unknown = new Map<string, unknown>();
  if (![...records.values()].flat().some(({ deferred }) => deferred)) return unknown;
  for (const change of document.elements('resource_changes')) {
    const address = own(change, 'address');
    if (typeof address !== 'string' || !records.has(address)) continue;
    unknown.set(address, own(own(change, 'change'), 'after_unknown'));
  }
  return unknown;
}

/** What one part of a plan says of a data source. */
interface DataRecord {
  readonly address: string;
  readonly type: string;
  readonly values: unknown;
  readonly mask: unknown;
  readonly deferred: boolean;
  /** As the configuration says it: nobody has read it. */
  readonly isWritten?: true;
}

function recordOf({ address, raw }: StateResource, deferred: boolean): DataRecord | undefined {
  const type = own(raw, 'type');
  if (own(raw, 'mode') !== 'data' || typeof type !== 'string') return undefined;
  return { address, type, values: own(raw, 'values'), mask: own(raw, 'sensitive_values'), deferred };
}

/** What people enter or a template computes for them; the rest, such as the words of a validation, is the author's own. */
const FREE_TEXT: ReadonlySet<string> = new Set(['default', 'parameters', 'tags', 'value']);

function dataSourceOf(
  address: string,
  records: readonly DataRecord[],
  unknown: unknown,
  secrets: () => Secrets,
): DataSource {
  const recordOfKey = (key: string) => records.find(({ values }) => own(values, key) !== undefined);
  const isSecretIn = (key: string) => (text: string) =>
    secrets().areIn(text) || (FREE_TEXT.has(key) && looksLikeCredential(text));
  return {
    address,
    type: records[0]?.type ?? '',
    value(key) {
      const record = recordOfKey(key);
      if (record === undefined || isMarked(record.mask, [key])) return undefined;
      return withoutSecrets(own(record.values, key), undefined, isSecretIn(key));
    },
    blocks(key) {
      const record = recordOfKey(key);
      const mask = typeof record?.mask === 'object' ? own(record.mask, key) : record?.mask;
      return withoutSecrets(own(record?.values, key), mask, isSecretIn(key));
    },
    isRead: () => records.some(({ values, isWritten = false }) => isObject(values) && !isWritten),
    inClear: (key) => own(recordOfKey(key)?.values, key),
    isUnknown: (key) => records.every(({ deferred, values }) => deferred && !hasOwn(values, key)),
    isHidden(key) {
      const record = recordOfKey(key);
      if (record === undefined) return records.every(({ deferred }) => deferred);
      if (record.deferred && isMarked(unknown, [key]) && this.unknownKeys(key).length === 0) return true;
      return isMarked(record.mask, [key]) || holdsSecret(own(record.values, key), isSecretIn(key));
    },
    isWhollyHidden(key) {
      const record = recordOfKey(key);
      if (record === undefined) return records.every(({ deferred }) => deferred);
      return own(record.mask, key) === true || record.mask === true || (record.deferred && own(unknown, key) === true);
    },
    unknownKeys: (key) => entriesOf(own(unknown, key)).flatMap(([name, value]) => (value === true ? [name] : [])),
  };
}
