/** One field of a protobuf message; only what a saved plan is read for is told apart. */
export interface ProtobufField {
  readonly number: number;
  /** Empty for anything but a length-delimited field. */
  readonly bytes: Uint8Array;
}

/** The fields of a message in the order in which they are written. Throws a RangeError where it is cut short. */
export function readFields(message: Uint8Array): readonly ProtobufField[] {
  const fields: ProtobufField[] = [];
  let position = 0;

  const take = (length: number): Uint8Array => {
    if (position + length > message.length) throw new RangeError('The message is cut short.');
    position += length;
    return message.subarray(position - length, position);
  };
  const varint = (): number => {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = take(1)[0] ?? 0;
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
  };

  while (position < message.length) {
    const tag = varint();
    fields.push({ number: Math.floor(tag / 8), bytes: readValue(tag % 8) });
  }
  return fields;

  function readValue(wireType: number): Uint8Array {
    switch (wireType) {
      case 0:
        varint();
        return NOTHING;
      case 1:
        take(8);
        return NOTHING;
      case 2:
        return take(varint());
      case 5:
        take(4);
        return NOTHING;
      default:
        throw new RangeError(`Wire type ${wireType} is not one of protobuf 3.`);
    }
  }
}

export function fieldsOf(fields: readonly ProtobufField[], number: number): readonly Uint8Array[] {
  return fields.filter((field) => field.number === number).map((field) => field.bytes);
}

const NOTHING = new Uint8Array();
