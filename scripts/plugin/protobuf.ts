/** A field of a message, as it is on the wire. */
export interface Field {
  readonly number: number;
  /** Varints as numbers, everything else as bytes. */
  readonly value: number | Buffer;
}

export function decodeFields(message: Buffer): readonly Field[] {
  const fields: Field[] = [];
  let position = 0;
  const varint = (): number => {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = message[position++];
      if (byte === undefined) throw new Error('A message ends in the middle of a field.');
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return Number(BigInt.asIntN(64, value));
    }
  };
  while (position < message.length) {
    const tag = varint();
    const wireType = tag & 7;
    if (wireType === 0) fields.push({ number: tag >>> 3, value: varint() });
    else if (wireType === 1 || wireType === 5) position += wireType === 1 ? 8 : 4;
    else if (wireType === 2) {
      const length = varint();
      fields.push({ number: tag >>> 3, value: message.subarray(position, position + length) });
      position += length;
    } else throw new Error(`A message with wire type ${wireType}.`);
  }
  return fields;
}

export function bytesOf(fields: readonly Field[], number: number): readonly Buffer[] {
  return fields.flatMap(({ number: candidate, value }) =>
    candidate === number && Buffer.isBuffer(value) ? [value] : [],
  );
}

export function textIn(fields: readonly Field[], number: number): string {
  return bytesOf(fields, number).at(-1)?.toString('utf8') ?? '';
}

export function numberIn(fields: readonly Field[], number: number): number {
  const value = fields.findLast((field) => field.number === number)?.value;
  return typeof value === 'number' ? value : 0;
}

export function encodeBytes(number: number, value: Buffer | string): Buffer {
  const bytes = Buffer.from(value);
  return Buffer.concat([varintOf((number << 3) | 2), varintOf(bytes.length), bytes]);
}

function varintOf(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  while (rest > 0x7f) {
    bytes.push((rest & 0x7f) | 0x80);
    rest >>>= 7;
  }
  return Buffer.from([...bytes, rest]);
}
