import type { Attribute, Block } from '../../model/configuration/configuration.ts';

/**
 * Lays the blocks of override files over those they name, as Terraform does:
 * arguments one by one, nested blocks by type, `lifecycle` argument by argument.
 */
export function mergeOverrides(primary: readonly Block[], overrides: readonly Block[]): readonly Block[] {
  const merged = [...primary];
  for (const override of overrides) {
    if (override.type === 'locals') {
      overrideLocals(merged, override);
      continue;
    }
    const index = merged.findIndex((block) => headerOf(block) === headerOf(override));
    const base = merged[index];
    // Terraform refuses an override of what is not there; it is kept so that nothing is lost.
    if (base === undefined) merged.push(override);
    else merged[index] = laidOver(base, override);
  }
  return merged;
}

function headerOf({ type, labels }: Block): string {
  return JSON.stringify([type, ...labels]);
}

/** A local stays where it is defined first; only its value changes. */
function overrideLocals(blocks: Block[], override: Block): void {
  for (const attribute of override.attributes.values()) {
    const index = blocks.findIndex((block) => block.type === 'locals' && block.attributes.has(attribute.name));
    const base = blocks[index];
    if (base === undefined) blocks.push({ ...override, attributes: new Map([[attribute.name, attribute]]) });
    else blocks[index] = { ...base, attributes: withAttribute(base.attributes, attribute) };
  }
}

function laidOver(base: Block, override: Block): Block {
  const replaced = new Set(override.blocks.map(nestedType));
  const lifecycle = base.blocks.find((block) => block.type === 'lifecycle');
  const kept = base.blocks.filter((block) => !replaced.has(nestedType(block)));
  const added = override.blocks.map((block) =>
    block.type === 'lifecycle' && lifecycle !== undefined
      ? { ...lifecycle, attributes: new Map([...lifecycle.attributes, ...block.attributes]) }
      : block,
  );
  return {
    ...base,
    attributes: new Map([...base.attributes, ...override.attributes]),
    blocks: [...kept, ...added],
  };
}

/** A `dynamic` block replaces the static ones of the same type, and the other way round. */
function nestedType(block: Block): string {
  return block.type === 'dynamic' ? (block.labels[0] ?? '') : block.type;
}

function withAttribute(
  attributes: ReadonlyMap<string, Attribute>,
  attribute: Attribute,
): ReadonlyMap<string, Attribute> {
  return new Map([...attributes, [attribute.name, attribute]]);
}
