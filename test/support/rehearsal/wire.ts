import { decodeMsgpack } from '../../../src/gather/rehearsal/terraform/saved-plan/msgpack.ts';
import { fieldsOf, readFields } from '../../../src/gather/rehearsal/terraform/saved-plan/protobuf.ts';
import type { Cty } from './cty.ts';
import type { FakeProvider } from './fake-provider.ts';
import { encodeMsgpack } from './msgpack-writer.ts';
import { bytesField, type Field, flagField, message, messageField, numberField, textField } from './protobuf-writer.ts';
import type { Attribute, Block, NestedBlock } from './schema.ts';

/** Field numbers here and in `serve-provider.ts` are those of Terraform's `tfplugin6.proto`. */
export interface Request {
  bytes(number: number): Uint8Array;
  text(number: number): string;
  /** A `DynamicValue`, which Terraform always sends as MessagePack. */
  value(number: number): Cty;
  /** The JSON of a raw state. */
  json(number: number): Cty;
}

export function readRequest(bytes: Uint8Array): Request {
  const fields = readFields(bytes);
  const field = (number: number): Uint8Array => fieldsOf(fields, number)[0] ?? new Uint8Array();
  const inner = (number: number): Uint8Array => fieldsOf(readFields(field(number)), 1)[0] ?? new Uint8Array();
  return {
    bytes: field,
    text: (number) => Buffer.from(field(number)).toString(),
    value: (number) => {
      const packed = inner(number);
      return packed.length === 0 ? null : (decodeMsgpack(packed) as Cty);
    },
    json: (number) => JSON.parse(Buffer.from(inner(number)).toString()) as Cty,
  };
}

export function valueField(number: number, value: Cty): Field {
  return messageField(number, [bytesField(1, encodeMsgpack(value))]);
}

/** The answer to `GetProviderSchema`. */
export function schemaMessage({ configuration, resources, data }: FakeProvider): Buffer {
  return message([
    messageField(1, schemaFields(configuration, 0)),
    ...Object.entries(resources).map(([type, { block, version }]) => entryField(2, type, schemaFields(block, version))),
    ...Object.entries(data).map(([type, { block }]) => entryField(3, type, schemaFields(block, 0))),
  ]);
}

/** An entry of a map. */
function entryField(number: number, key: string, value: readonly Field[]): Field {
  return messageField(number, [textField(1, key), messageField(2, value)]);
}

function schemaFields(block: Block, version: number): readonly Field[] {
  return [numberField(1, version), messageField(2, blockFields(block))];
}

function blockFields({ attributes, blocks }: Block): readonly Field[] {
  return [
    ...Object.entries(attributes).map(([name, attribute]) => messageField(2, attributeFields(name, attribute))),
    ...Object.entries(blocks).map(([name, block]) => messageField(3, nestedFields(name, block))),
  ];
}

function attributeFields(name: string, { type, required, optional, computed, sensitive }: Attribute): readonly Field[] {
  return [
    textField(1, name),
    textField(2, JSON.stringify(type)),
    flagField(4, required),
    flagField(5, optional),
    flagField(6, computed),
    flagField(7, sensitive),
  ];
}

const NESTING = { list: 2, set: 3 } as const;

function nestedFields(name: string, block: NestedBlock): readonly Field[] {
  return [
    textField(1, name),
    messageField(2, blockFields(block)),
    numberField(3, NESTING[block.nesting]),
    numberField(4, block.minItems),
    numberField(5, block.maxItems),
  ];
}
