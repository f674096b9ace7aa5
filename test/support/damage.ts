/** One way to damage a text, and what comes of it. */
export interface Damage {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Every way to damage one byte: it is flipped, left out, or the last that is there. */
export function* byteDamages(whole: Buffer, offsets: Iterable<number>): Iterable<Damage> {
  for (const offset of offsets) {
    const byte = whole[offset] ?? 0;
    for (const bit of [0x01, 0x02, 0x10, 0x20]) {
      const flipped = Buffer.from(whole);
      flipped[offset] = byte ^ bit;
      yield { name: `byte ${offset} ^ ${bit}`, bytes: flipped };
    }
    yield {
      name: `without byte ${offset}`,
      bytes: Buffer.concat([whole.subarray(0, offset), whole.subarray(offset + 1)]),
    };
    yield { name: `cut at byte ${offset}`, bytes: whole.subarray(0, offset) };
  }
}

type Path = readonly (string | number)[];

/** Every way to damage one node: it is left out, null, or has a twin of the same key that comes after it. */
export function* structuralDamages(plan: unknown): Iterable<Damage> {
  for (const path of pathsIn(plan)) {
    const name = path.join('.');
    yield { name: `without ${name}`, bytes: Buffer.from(written(plan, path, 'left-out')) };
    yield { name: `null ${name}`, bytes: Buffer.from(written(plan, path, 'null')) };
    if (typeof path.at(-1) === 'string') {
      yield { name: `${name} twice`, bytes: Buffer.from(written(plan, path, 'twice')) };
    }
  }
}

function* pathsIn(node: unknown, path: Path = []): Iterable<Path> {
  if (path.length > 0) yield path;
  if (Array.isArray(node)) for (const [index, child] of node.entries()) yield* pathsIn(child, [...path, index]);
  else if (typeof node === 'object' && node !== null) {
    for (const [key, child] of Object.entries(node)) yield* pathsIn(child, [...path, key]);
  }
}

type Kind = 'left-out' | 'null' | 'twice';

/** The JSON of `node` with what is at the path damaged. */
function written(node: unknown, path: Path | undefined, kind: Kind): string {
  if (path === undefined || typeof node !== 'object' || node === null) return JSON.stringify(node);
  const [step, ...rest] = path;
  const isHere = rest.length === 0;
  const child = (key: string | number, value: unknown) => {
    if (key !== step) return [written(value, undefined, kind)];
    if (!isHere) return [written(value, rest, kind)];
    if (kind === 'null') return ['null'];
    return kind === 'left-out' ? [] : [written(value, undefined, kind), written(twinOf(value), undefined, kind)];
  };
  if (Array.isArray(node)) return `[${node.flatMap((value, index) => child(index, value)).join()}]`;
  const members = Object.entries(node).flatMap(([key, value]) =>
    child(key, value).map((text) => `${JSON.stringify(key)}:${text}`),
  );
  return `{${members.join()}}`;
}

/** What would hide the most in the place of a value. */
function twinOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.every((item) => typeof item === 'string') ? ['no-op'] : [];
  return typeof value === 'object' && value !== null ? {} : null;
}
