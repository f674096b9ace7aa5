import type { Type } from './schema.ts';

/** A value of the configuration language; an unknown one reads as this text. */
export type Value = null | string | number | boolean | readonly Value[] | { readonly [key: string]: Value };

export const UNKNOWN_TEXT = '(unknown)';

/** Encodes a value as its type asks: only a dynamic one carries its type with it. */
export function encodeValue(value: Value, type: Type): Buffer {
  if (value === null) return Buffer.from([0xc0]);
  if (type === 'dynamic') return Buffer.concat([Buffer.from([0x92]), binary('"string"'), text(String(value))]);
  if (typeof value === 'string') return text(value);
  if (typeof value === 'boolean') return Buffer.from([value ? 0xc3 : 0xc2]);
  if (typeof value === 'number') return Number.isInteger(value) ? int(value) : double(value);
  if (typeof type === 'string') throw new Error(`A collection where a ${type} should be.`);
  const [kind, inner] = type;
  if (Array.isArray(value)) {
    const typeAt = (index: number) => (kind === 'tuple' ? (inner[index] ?? 'string') : (inner as Type));
    return Buffer.concat([
      header(0xdd, value.length),
      ...value.map((item: Value, index) => encodeValue(item, typeAt(index))),
    ]);
  }
  const entries = Object.entries(value as { readonly [key: string]: Value });
  return Buffer.concat([
    header(0xdf, entries.length),
    ...entries.flatMap(([name, each]) => [
      text(name),
      encodeValue(each, kind === 'object' ? (inner[name] ?? 'string') : (inner as Type)),
    ]),
  ]);
}

export function decodeValue(bytes: Buffer): Value {
  let position = 0;
  const take = (length: number) => {
    position += length;
    return bytes.subarray(position - length, position);
  };
  const read = (): Value => {
    const head = bytes[position++] ?? 0xc1;
    if (head < 0x80) return head;
    if (head >= 0xe0) return head - 0x100;
    if (head < 0x90) return map(head & 0x0f);
    if (head < 0xa0) return list(head & 0x0f);
    if (head < 0xc0) return take(head & 0x1f).toString('utf8');
    switch (head) {
      case 0xc0:
        return null;
      case 0xc2:
      case 0xc3:
        return head === 0xc3;
      case 0xc4:
      case 0xd9:
        return take(take(1).readUInt8()).toString('utf8');
      case 0xc5:
      case 0xda:
        return take(take(2).readUInt16BE()).toString('utf8');
      case 0xc6:
      case 0xdb:
        return take(take(4).readUInt32BE()).toString('utf8');
      case 0xca:
        return take(4).readFloatBE();
      case 0xcb:
        return take(8).readDoubleBE();
      case 0xcc:
        return take(1).readUInt8();
      case 0xcd:
        return take(2).readUInt16BE();
      case 0xce:
        return take(4).readUInt32BE();
      case 0xcf:
        return Number(take(8).readBigUInt64BE());
      case 0xd0:
        return take(1).readInt8();
      case 0xd1:
        return take(2).readInt16BE();
      case 0xd2:
        return take(4).readInt32BE();
      case 0xd3:
        return Number(take(8).readBigInt64BE());
      case 0xc7:
        return extension(take(1).readUInt8());
      case 0xc8:
        return extension(take(2).readUInt16BE());
      case 0xdc:
        return list(take(2).readUInt16BE());
      case 0xdd:
        return list(take(4).readUInt32BE());
      case 0xde:
        return map(take(2).readUInt16BE());
      case 0xdf:
        return map(take(4).readUInt32BE());
      default:
        if (head >= 0xd4 && head <= 0xd8) return extension(2 ** (head - 0xd4));
        throw new Error(`MessagePack with the byte ${head}.`);
    }
  };
  const list = (length: number): Value => Array.from({ length }, read);
  const map = (length: number): Value =>
    Object.fromEntries(Array.from({ length }, (): [string, Value] => [String(read()), read()]));
  /** An unknown value, with refinements or without. */
  const extension = (length: number): Value => {
    take(length + 1);
    return UNKNOWN_TEXT;
  };
  return read();
}

function text(value: string): Buffer {
  const bytes = Buffer.from(value);
  return Buffer.concat([header(0xdb, bytes.length), bytes]);
}

function binary(value: string): Buffer {
  const bytes = Buffer.from(value);
  return Buffer.concat([header(0xc6, bytes.length), bytes]);
}

function double(value: number): Buffer {
  const bytes = Buffer.alloc(9, 0xcb);
  bytes.writeDoubleBE(value, 1);
  return bytes;
}

function int(value: number): Buffer {
  const bytes = Buffer.alloc(9, 0xd3);
  bytes.writeBigInt64BE(BigInt(value), 1);
  return bytes;
}

function header(byte: number, length: number): Buffer {
  const bytes = Buffer.alloc(5, byte);
  bytes.writeUInt32BE(length, 1);
  return bytes;
}
