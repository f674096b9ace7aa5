import type { CtyType } from '../../../src/gather/rehearsal/state/cty-type.ts';
import { UNKNOWN } from '../../../src/gather/rehearsal/terraform/saved-plan/msgpack.ts';
import type { Cty, CtyObject } from './cty.ts';
import type { FakeResource, World } from './fake-provider.ts';
import { mapObject } from './plan-change.ts';
import type { Block } from './schema.ts';

/** The object that a real apply leaves: everything is known, by values that no rehearsal makes up. */
export function applyChange({ block, create }: FakeResource, prior: Cty, planned: CtyObject, world: World): CtyObject {
  const made = withBlocks(block, prior === null ? { ...planned, ...create(planned, world) } : planned);
  return withRealValues(block, made, `real-${world.unique().slice(0, 8)}`);
}

/** One of each that the provider computes, with everything in it. */
function withBlocks(block: Block, object: CtyObject): CtyObject {
  const made = Object.entries(block.blocks).flatMap(([name, { attributes }]): [string, Cty][] =>
    object[name] === UNKNOWN
      ? [[name, [Object.fromEntries(Object.keys(attributes).map((each) => [each, UNKNOWN]))]]]
      : [],
  );
  return { ...object, ...Object.fromEntries(made) };
}

function withRealValues(block: Block, object: CtyObject, seed: string): CtyObject {
  return mapObject(block, object, {
    attribute: ({ type }, value, name) => (value === UNKNOWN ? realValue(type, `${seed}-${name}`) : value),
    item: (inner, item, name, index) => withRealValues(inner, item, `${seed}-${name}-${index}`),
  });
}

function realValue(type: CtyType, seed: string): Cty {
  switch (type) {
    case 'string':
      return seed;
    case 'number':
      return 7;
    case 'bool':
      return true;
    case 'dynamic':
      return null;
    default:
      return type[0] === 'object' || type[0] === 'map' ? {} : [];
  }
}

/** What is in a state file, with everything that the schema has and the file has not. */
export function conform(block: Block, state: CtyObject): CtyObject {
  return mapObject(block, state, { attribute: (_, value) => value, item: conform });
}
