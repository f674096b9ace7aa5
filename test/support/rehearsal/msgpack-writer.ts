import { UNKNOWN } from '../../../src/gather/rehearsal/terraform/saved-plan/msgpack.ts';
import type { Cty } from './cty.ts';

/** Encodes a value as `go-cty` reads it: maps in the order of their keys, unknown as an extension. */
export function encodeMsgpack(value: Cty): Buffer {
  if (value === null) return Buffer.of(0xc0);
  if (value === UNKNOWN) return Buffer.of(0xd4, 0, 0);
  if (typeof value === 'boolean') return Buffer.of(value ? 0xc3 : 0xc2);
  if (typeof value === 'number') return encodeNumber(value);
  if (typeof value === 'string') {
    const bytes = Buffer.from(value);
    return Buffer.concat([head(bytes.length, { short: 0xa0, below: 32, wide: [0xd9, 0xda, 0xdb] }), bytes]);
  }
  if (value instanceof Uint8Array) {
    return Buffer.concat([head(value.length, { short: 0, below: 0, wide: [0xc4, 0xc5, 0xc6] }), value]);
  }
  if (Array.isArray(value)) {
    const items = value as readonly Cty[];
    const start = head(items.length, { short: 0x90, below: 16, wide: [undefined, 0xdc, 0xdd] });
    return Buffer.concat([start, ...items.map(encodeMsgpack)]);
  }
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  const start = head(entries.length, { short: 0x80, below: 16, wide: [undefined, 0xde, 0xdf] });
  return Buffer.concat([start, ...entries.flatMap(([name, item]) => [encodeMsgpack(name), encodeMsgpack(item)])]);
}

interface Heads {
  /** Holds the length in itself where that is less than `below`. */
  readonly short: number;
  readonly below: number;
  /** Followed by the length in one, two or four bytes. */
  readonly wide: readonly [number | undefined, number, number];
}

function head(length: number, { short, below, wide: [one, two, four] }: Heads): Buffer {
  if (length < below) return Buffer.of(short | length);
  if (one !== undefined && length < 0x100) return Buffer.of(one, length);
  const bytes = Buffer.alloc(length < 0x10000 ? 3 : 5);
  bytes.writeUInt8(length < 0x10000 ? two : four);
  if (length < 0x10000) bytes.writeUInt16BE(length, 1);
  else bytes.writeUInt32BE(length, 1);
  return bytes;
}

function encodeNumber(value: number): Buffer {
  if (Number.isInteger(value) && value >= 0 && value < 0x80) return Buffer.of(value);
  const bytes = Buffer.alloc(9);
  if (Number.isSafeInteger(value)) {
    bytes.writeUInt8(0xd3);
    bytes.writeBigInt64BE(BigInt(value), 1);
  } else {
    bytes.writeUInt8(0xcb);
    bytes.writeDoubleBE(value, 1);
  }
  return bytes;
}
