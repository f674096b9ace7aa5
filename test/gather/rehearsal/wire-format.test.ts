import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeMsgpack, UNKNOWN } from '../../../src/gather/rehearsal/terraform/saved-plan/msgpack.ts';
import { fieldsOf, readFields } from '../../../src/gather/rehearsal/terraform/saved-plan/protobuf.ts';
import { type Cty, isEqual } from '../../support/rehearsal/cty.ts';
import { encodeMsgpack } from '../../support/rehearsal/msgpack-writer.ts';
import { bytesField, flagField, message, numberField, textField } from '../../support/rehearsal/protobuf-writer.ts';

const leaf = fc.oneof(
  fc.constantFrom<Cty>(null, true, false, UNKNOWN),
  fc.string({ unit: 'grapheme' }),
  fc.integer(),
  fc.maxSafeInteger(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).filter((value) => !Object.is(value, -0)),
);
const anyValue: fc.Arbitrary<Cty> = fc.letrec<{ value: Cty }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.array(tie('value'), { maxLength: 20 }),
    fc.dictionary(fc.string(), tie('value'), { maxKeys: 20, noNullPrototype: true }),
  ),
})).value;

describe('a value that a fake writes', () => {
  it('is read by the product as it was', () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        expect(decodeMsgpack(encodeMsgpack(value))).toEqual(value);
      }),
    );
  });

  it.each([31, 32, 255, 256, 65_535, 65_536])('may be %i long', (length) => {
    const values: readonly Cty[] = [
      'x'.repeat(length),
      Array.from({ length }, (_, index) => index % 7),
      Object.fromEntries(Array.from({ length }, (_, index) => [`k${index}`, null])),
      Buffer.alloc(length),
    ];
    for (const value of values) expect(decodeMsgpack(encodeMsgpack(value))).toEqual(value);
  });

  it('is unknown as `go-cty` writes it, and a map has its keys in order', () => {
    expect([...encodeMsgpack({ b: UNKNOWN, a: 1 })]).toEqual([0x82, 0xa1, 0x61, 1, 0xa1, 0x62, 0xd4, 0, 0]);
  });
});

describe('equality of values', () => {
  it.each<{ left: Cty; right: Cty; isSet: boolean; equal: boolean; because: string }>([
    { left: { a: 1, b: 2 }, right: { b: 2, a: 1 }, isSet: false, equal: true, because: 'keys have no order' },
    { left: [1, 2], right: [2, 1], isSet: false, equal: false, because: 'a list has an order' },
    { left: [1, 2], right: [2, 1], isSet: true, equal: true, because: 'a set has none' },
    { left: UNKNOWN, right: UNKNOWN, isSet: false, equal: false, because: 'nobody knows' },
    { left: [{ a: UNKNOWN }], right: [{ a: UNKNOWN }], isSet: true, equal: false, because: 'a part is not known' },
    { left: null, right: '', isSet: false, equal: false, because: 'null is no text' },
  ])('is $equal where $because', ({ left, right, isSet, equal }) => {
    expect(isEqual(left, right, isSet)).toBe(equal);
  });
});

describe('a message that a fake writes', () => {
  it('is read by the product field by field', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 5000 }), fc.uint8Array({ maxLength: 300 }))),
        (fields) => {
          const written = message(fields.map(([number, bytes]) => bytesField(number, bytes)));
          const read = readFields(written).map(({ number, bytes }) => [number, Uint8Array.from(bytes)]);
          expect(read).toEqual(fields.map(([number, bytes]) => [number, Uint8Array.from(bytes)]));
        },
      ),
    );
  });

  it('leaves out what is the default, as protobuf does', () => {
    expect(message([textField(1, ''), numberField(2, 0), flagField(3, false)])).toHaveLength(0);
    expect([...message([numberField(2, 300), flagField(3, true)])]).toEqual([0x10, 0xac, 0x02, 0x18, 1]);
    expect(fieldsOf(readFields(message([textField(1, 'x')])), 1)).toHaveLength(1);
  });
});
