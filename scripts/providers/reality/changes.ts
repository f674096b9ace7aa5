/** What becomes of a resource, in the words of the recordings. */
export type Fate = 'replace' | 'update' | 'create' | 'delete';

/** By address, the managed resources that are not Coder's own and that a claim does anything to. */
export type Fates = Readonly<Record<string, Fate>>;

/** A change of `terraform show -json`, or what the model keeps of it. */
interface Change {
  readonly address: string;
  readonly mode: string;
  readonly type: string;
  readonly deposed?: string | undefined;
  readonly actions: readonly string[];
}

export function fatesOf(changes: readonly Change[]): Fates {
  const entries = changes.flatMap(({ address, mode, type, deposed, actions }) => {
    const fate = fateOf(actions);
    const counts = mode === 'managed' && !type.startsWith('coder_') && deposed === undefined;
    return counts && fate !== undefined ? [[address, fate] as const] : [];
  });
  return sorted(entries);
}

/** Of a plan as `terraform show -json` writes it. */
export function fatesIn(plan: string): Fates {
  const { resource_changes: changes = [] } = JSON.parse(plan) as { resource_changes?: readonly JsonChange[] };
  return fatesOf(changes.map(({ change, ...rest }) => ({ ...rest, actions: change.actions })));
}

interface JsonChange extends Omit<Change, 'actions'> {
  readonly change: { readonly actions: readonly string[] };
}

/**
 * Keys of `for_each` that are a claimant's differ between two claimants: each is
 * written `*`. What the template has as a literal, and what is the prebuilds
 * user's, stays.
 */
export function withoutClaimant(fates: Fates, template: string): Fates {
  const entries = Object.entries(fates).map(([address, fate]) => {
    const written = address.replaceAll(/\["((?:[^"\\]|\\.)*)"\]/g, (whole, key: string) =>
      template.includes(`"${key}"`) || OF_THE_PREBUILDS_USER.includes(key) ? whole : '["*"]',
    );
    return [written, fate] as const;
  });
  return sorted(entries);
}

/** Addresses that a claim loses: replaced or removed. */
export function lostIn(fates: Fates): readonly string[] {
  return Object.keys(fates).filter((address) => fates[address] === 'replace' || fates[address] === 'delete');
}

function fateOf(actions: readonly string[]): Fate | undefined {
  const has = (action: string): boolean => actions.includes(action);
  if (has('create')) return has('delete') || has('forget') ? 'replace' : 'create';
  if (has('delete') || has('forget')) return 'delete';
  return has('update') ? 'update' : undefined;
}

function sorted(entries: readonly (readonly [string, Fate])[]): Fates {
  return Object.fromEntries([...entries].sort(([left], [right]) => (left < right ? -1 : 1)));
}

const OF_THE_PREBUILDS_USER = [
  'prebuilds',
  'Prebuilds Owner',
  'prebuilds@system',
  'c42fdf75-3097-471c-8c33-fb52454d81c0',
];
