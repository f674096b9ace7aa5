import {
  type Attribute,
  addressOf,
  type Block,
  type IgnoreChanges,
  type Lifecycle,
  type ModuleCallBlock,
  type Repetition,
  type ResourceBlock,
  type ResourceMode,
  type SourceModule,
} from '../../model/configuration/configuration.ts';
import { constantKey, type Expression, type Reference } from '../../model/configuration/expression.ts';
import type { AttributePath } from '../../model/plan/attribute-path.ts';

/** A module before the modules that it calls were looked for. */
export type ModuleDraft = Omit<SourceModule, 'path' | 'isOwn'>;

export function buildModule(blocks: readonly Block[]): ModuleDraft {
  const resources = new Map<string, ResourceBlock>();
  const locals = new Map<string, Attribute>();
  const variables = new Map<string, Block>();
  const outputs = new Map<string, Block>();
  const calls = new Map<string, ModuleCallBlock>();
  const providers = new Map<string, Block>();
  for (const block of blocks) {
    const [first = '', second = ''] = block.labels;
    const mode = MODES.get(block.type);
    if (mode !== undefined) {
      const resource = readResource(mode, first, second, block);
      resources.set(addressOf(resource), resource);
    } else if (block.type === 'locals') {
      for (const attribute of block.attributes.values()) locals.set(attribute.name, attribute);
    } else if (block.type === 'variable') variables.set(first, block);
    else if (block.type === 'output') outputs.set(first, block);
    else if (block.type === 'module') calls.set(first, readCall(first, block));
    else if (block.type === 'provider') providers.set(providerKey(first, block), block);
  }
  return { resources, locals, variables, outputs, calls, providers };
}

function providerKey(name: string, { attributes }: Block): string {
  const alias = attributes.get('alias')?.value;
  const constant = alias === undefined ? undefined : constantKey(alias);
  return constant === undefined ? name : `${name}.${constant}`;
}

const MODES: ReadonlyMap<string, ResourceMode> = new Map([
  ['resource', 'managed'],
  ['data', 'data'],
  ['ephemeral', 'ephemeral'],
]);

function readResource(mode: ResourceMode, type: string, name: string, body: Block): ResourceBlock {
  return { mode, type, name, body, repetition: readRepetition(body), lifecycle: readLifecycle(body) };
}

function readCall(name: string, body: Block): ModuleCallBlock {
  const source = body.attributes.get('source')?.value;
  const constant = source === undefined ? undefined : constantKey(source);
  return {
    name,
    body,
    repetition: readRepetition(body),
    source: typeof constant === 'string' ? constant : undefined,
    isRead: false,
  };
}

function readRepetition(body: Block): Repetition | undefined {
  for (const kind of ['count', 'for_each'] as const) {
    const attribute = body.attributes.get(kind);
    if (attribute !== undefined) return { kind, expression: attribute.value };
  }
  return undefined;
}

function readLifecycle(body: Block): Lifecycle {
  const block = body.blocks.find(({ type }) => type === 'lifecycle');
  return {
    ignoreChanges: readIgnoreChanges(block?.attributes.get('ignore_changes')),
    replaceTriggeredBy: itemsOf(block?.attributes.get('replace_triggered_by')?.value).filter(isReference),
    preventDestroy: isTrue(block?.attributes.get('prevent_destroy')),
    createBeforeDestroy: isTrue(block?.attributes.get('create_before_destroy')),
  };
}

function readIgnoreChanges(attribute: Attribute | undefined): IgnoreChanges {
  if (attribute === undefined) return { kind: 'none' };
  const { value, range } = attribute;
  if (value.kind === 'reference' && value.root === 'all' && value.steps.length === 0) return { kind: 'all', range };
  const paths = itemsOf(value).flatMap((item) => {
    const path = readPath(item);
    return path === undefined ? [] : [path];
  });
  return { kind: 'listed', paths, range };
}

/** `env`, `metadata[0].labels["owner"]`; quoted, as before Terraform 0.12, only a bare name is read. */
function readPath(expression: Expression): AttributePath | undefined {
  const name = constantKey(expression);
  if (typeof name === 'string') return [name];
  if (!isReference(expression)) return undefined;
  const path: (string | number | null)[] = [expression.root];
  for (const step of expression.steps) {
    if (step.kind === 'attribute') path.push(step.name);
    else path.push(step.kind === 'index' ? (constantKey(step.key) ?? null) : null);
  }
  return path;
}

function itemsOf(expression: Expression | undefined): readonly Expression[] {
  if (expression === undefined) return [];
  return expression.kind === 'tuple' ? expression.items : [expression];
}

function isReference(expression: Expression): expression is Reference {
  return expression.kind === 'reference';
}

function isTrue(attribute: Attribute | undefined): boolean {
  return attribute?.value.kind === 'literal' && (attribute.value.value === true || attribute.value.value === 'true');
}
