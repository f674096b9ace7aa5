/** One field of a message that is being written; nothing where the value is protobuf's default. */
export type Field = Buffer;

export function bytesField(number: number, bytes: Uint8Array): Field {
  return Buffer.concat([varint(number * 8 + 2), varint(bytes.length), bytes]);
}

export function textField(number: number, text: string): Field {
  return text === '' ? NOTHING : bytesField(number, Buffer.from(text));
}

export function numberField(number: number, value: number): Field {
  return value === 0 ? NOTHING : Buffer.concat([varint(number * 8), varint(value)]);
}

export function flagField(number: number, value: boolean): Field {
  return numberField(number, value ? 1 : 0);
}

/** A message within a message; written even where it is empty, as presence means something. */
export function messageField(number: number, fields: readonly Field[]): Field {
  return bytesField(number, message(fields));
}

export function message(fields: readonly Field[]): Buffer {
  return Buffer.concat(fields);
}

function varint(value: number): Buffer {
  const bytes: number[] = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return Buffer.from([...bytes, rest]);
    bytes.push((rest % 128) + 128);
  }
}

const NOTHING = Buffer.alloc(0);
