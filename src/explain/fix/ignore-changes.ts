import type { ResourceChange } from '../../model/plan/plan.ts';

/** The `lifecycle` block that keeps a claim from touching these attributes, as `terraform fmt` writes it. */
export function ignoreChangesBlock(
  { type, name }: Pick<ResourceChange, 'type' | 'name'>,
  attributes: readonly string[],
): string {
  return [
    `resource ${JSON.stringify(type)} ${JSON.stringify(name)} {`,
    '  lifecycle {',
    `    ignore_changes = [${attributes.toSorted().join(', ')}]`,
    '  }',
    '}',
  ].join('\n');
}
