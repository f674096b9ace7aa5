import type { Source } from '../../../src/model/judgement/outcome.ts';
import type { Rehearsed } from '../rehearse.ts';
import { type Fate, type Fates, fatesOf, withoutClaimant } from './changes.ts';

/** What a rehearsal says becomes of the resources, by claimant. */
export function rehearsedClaims(rehearsed: Rehearsed, template: string): ReadonlyMap<string, Fates> {
  const { claims, control } = rehearsed.rehearsal;
  // What every build changes is taken out of the claims and told apart.
  const always = together([...itemsOf(control).map(({ unstable }) => fatesOf(unstable)), readBack(rehearsed)]);
  const byClaimant = Map.groupBy(itemsOf(claims), ({ context }) => context.persona ?? '');
  return new Map(
    [...byClaimant].map(([persona, plans]) => [
      persona,
      withoutClaimant(together([always, ...plans.map(({ plan }) => fatesOf(plan.changes))]), template),
    ]),
  );
}

/** The worst that any of them says of an address. */
export function together(all: readonly Fates[]): Fates {
  const worst = new Map<string, Fate>();
  for (const [address, fate] of all.flatMap((fates) => Object.entries(fates))) {
    const known = worst.get(address);
    if (known === undefined || SEVERITY.indexOf(fate) > SEVERITY.indexOf(known)) worst.set(address, fate);
  }
  return Object.fromEntries([...worst].sort(([left], [right]) => (left < right ? -1 : 1)));
}

const SEVERITY: readonly Fate[] = ['create', 'update', 'delete', 'replace'];

/** What no plan on a made-up state shows, and what a table of the providers' answers says. */
function readBack({ report }: Rehearsed): Fates {
  return Object.fromEntries(
    report.findings.flatMap(({ ruleId, severity, subject }) =>
      ruleId === 'read-back-replacement' && subject.kind === 'resource'
        ? [[subject.address, severity === 'error' ? 'replace' : 'update'] as const]
        : [],
    ),
  );
}

/** The claim that differs least from the truth; nothing happens where no claim was planned. */
export function closestTo(truth: Fates, claims: ReadonlyMap<string, Fates>): Fates | undefined {
  const differences = (fates: Fates): number =>
    new Set([...Object.keys(fates), ...Object.keys(truth)].filter((address) => fates[address] !== truth[address])).size;
  return [...claims.values()].toSorted((left, right) => differences(left) - differences(right))[0];
}

function itemsOf<Item>(source: Source<Item>): readonly Item[] {
  return source.kind === 'read' ? source.items : [];
}
