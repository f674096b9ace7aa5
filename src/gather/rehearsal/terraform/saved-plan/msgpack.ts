/** Stands for a value that is not known yet, as `go-cty` writes it. */
export const UNKNOWN: unique symbol = Symbol('unknown');

/**
 * Decodes MessagePack as `go-cty` writes it: `bin` to a `Uint8Array`, every
 * extension to `UNKNOWN`. Throws a RangeError where it is cut short.
 */
export function decodeMsgpack(bytes: Uint8Array): unknown {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let position = 0;
  return value();

  function take(length: number): number {
    if (position + length > bytes.length) throw new RangeError('The value is cut short.');
    position += length;
    return position - length;
  }

  function value(): unknown {
    const head = view.getUint8(take(1));
    if (head < 0x80) return head;
    if (head < 0x90) return map(head & 15);
    if (head < 0xa0) return list(head & 15);
    if (head < 0xc0) return text(head & 31);
    if (head >= 0xe0) return head - 256;
    return wide(head);
  }

  function wide(head: number): unknown {
    switch (head) {
      case 0xc0:
        return null;
      case 0xc2:
        return false;
      case 0xc3:
        return true;
      case 0xc4:
      case 0xc5:
      case 0xc6:
        return binary(length(head - 0xc4));
      case 0xc7:
      case 0xc8:
      case 0xc9:
        return extension(length(head - 0xc7));
      case 0xca:
        return view.getFloat32(take(4));
      case 0xcb:
        return view.getFloat64(take(8));
      case 0xcc:
      case 0xcd:
      case 0xce:
        return length(head - 0xcc);
      case 0xcf:
        return number(view.getBigUint64(take(8)));
      case 0xd0:
        return view.getInt8(take(1));
      case 0xd1:
        return view.getInt16(take(2));
      case 0xd2:
        return view.getInt32(take(4));
      case 0xd3:
        return number(view.getBigInt64(take(8)));
      case 0xd4:
      case 0xd5:
      case 0xd6:
      case 0xd7:
      case 0xd8:
        return extension(2 ** (head - 0xd4));
      case 0xd9:
      case 0xda:
      case 0xdb:
        return text(length(head - 0xd9));
      case 0xdc:
      case 0xdd:
        return list(length(head - 0xdc + 1));
      case 0xde:
      case 0xdf:
        return map(length(head - 0xde + 1));
      default:
        throw new RangeError('A byte that MessagePack never uses.');
    }
  }

  /** An unsigned integer of one, two or four bytes. */
  function length(width: number): number {
    if (width === 0) return view.getUint8(take(1));
    return width === 1 ? view.getUint16(take(2)) : view.getUint32(take(4));
  }

  function binary(size: number): Uint8Array {
    const start = take(size);
    return bytes.subarray(start, start + size);
  }

  function text(size: number): string {
    return UTF8.decode(binary(size));
  }

  function extension(size: number): typeof UNKNOWN {
    take(size + 1);
    return UNKNOWN;
  }

  function list(size: number): unknown[] {
    const items: unknown[] = [];
    for (let index = 0; index < size; index++) items.push(value());
    return items;
  }

  function map(size: number): Record<string, unknown> {
    const entries: [string, unknown][] = [];
    for (let index = 0; index < size; index++) entries.push([String(value()), value()]);
    return Object.fromEntries(entries);
  }
}

/** Exact where JavaScript can be; a larger integer keeps its order of magnitude. */
function number(value: bigint): number {
  return Number(value);
}

const UTF8 = new TextDecoder();
