import { renderExpression } from './expression.ts';
import type { GeneratedResource, Repetition, ResourceType } from './template.ts';

/** A resource that stands before the one that is written. */
export interface Written {
  readonly type: ResourceType;
  readonly name: string;
  readonly isAlwaysThere: boolean;
}

export function resourceBlock(
  resource: GeneratedResource,
  name: string,
  before: readonly Written[],
  known: readonly string[],
): string {
  const { head, argument, lines } = bodyOf(
    resource.type,
    name,
    renderExpression(resource.value, known),
    keyOf(resource.repetition),
  );
  // Terraform must know how many there are, so it may not depend on what it makes.
  const repetition = repetitionOf(resource.repetition, renderExpression(resource.value, []));
  if (isModule(resource.type)) return block(head, [...lines, ...repetition]);
  const lifecycle = [
    ...(resource.ignores === 'nothing'
      ? []
      : [`ignore_changes = ${resource.ignores === 'all' ? 'all' : `[${argument}]`}`]),
    ...(resource.createsFirst ? ['create_before_destroy = true'] : []),
    ...triggers(resource, before),
  ];
  const last = lifecycle.length === 0 ? [] : [`lifecycle {\n    ${lifecycle.join('\n    ')}\n  }`];
  return block(head, [...repetition, ...lines, ...last]);
}

function triggers({ triggeredBy }: GeneratedResource, before: readonly Written[]): readonly string[] {
  // Terraform finds no change of a resource that has no instance.
  const resources = before.filter(({ type, isAlwaysThere }) => !isModule(type) && isAlwaysThere);
  if (triggeredBy === undefined || resources.length === 0) return [];
  const { type, name } = resources[triggeredBy % resources.length]!;
  return [`replace_triggered_by = [${addressOf(type, name)}]`];
}

interface Body {
  readonly head: string;
  /** What `ignore_changes` names. */
  readonly argument: string;
  readonly lines: readonly string[];
}

function bodyOf(type: ResourceType, name: string, value: string, key: string): Body {
  const resource = (kind: string, argument: string, ...lines: readonly string[]): Body => ({
    head: `resource "${kind}" "${name}"`,
    argument,
    lines,
  });
  switch (type) {
    case 'terraform_data':
      return resource(type, 'triggers_replace', `triggers_replace = ${value}`);
    case 'terraform_data input':
      return resource('terraform_data', 'input', `input = ${value}`);
    case 'null_resource':
      return resource(type, 'triggers', `triggers = { t = ${value} }`);
    case 'random_string':
      return resource(type, 'keepers', 'length  = 6', `keepers = { k = ${value} }`);
    case 'random_id':
      return resource(type, 'keepers', 'byte_length = 4', `keepers     = { k = ${value} }`);
    case 'random_pet prefix':
      return resource('random_pet', 'prefix', `prefix = ${value}`);
    case 'time_static':
      return resource(type, 'triggers', `triggers = { t = ${value} }`);
    case 'local_file':
      return resource(type, 'content', `filename = "\${path.module}/file-${name}${key}"`, `content  = ${value}`);
    case 'local_file elsewhere':
      return resource('local_file', 'content', `filename = "${ELSEWHERE}/file-${name}${key}"`, `content  = ${value}`);
    case 'local_file named':
      return resource(
        'local_file',
        'filename',
        `filename = "${ELSEWHERE}/${name}-\${sha256(${value})}${key}"`,
        'content  = "same"',
      );
    case 'module':
      return { head: `module "${name}"`, argument: '', lines: ['source = "./box"', `v      = ${value}`] };
    case 'nested module':
      return { head: `module "${name}"`, argument: '', lines: ['source = "./crate"', `v      = ${value}`] };
  }
}

/** Where a file outlives the directory of its build; each run puts a directory of its own in its place. */
export const ELSEWHERE = '/elsewhere';

function isModule(type: ResourceType): boolean {
  return type === 'module' || type === 'nested module';
}

function addressOf(type: ResourceType, name: string): string {
  return isModule(type) ? `module.${name}` : `${type.split(' ')[0]}.${name}`;
}

const ATTRIBUTES: Readonly<Record<ResourceType, readonly string[]>> = {
  terraform_data: ['id'],
  'terraform_data input': ['output', 'id'],
  null_resource: ['id'],
  random_string: ['result'],
  random_id: ['hex'],
  'random_pet prefix': ['id'],
  time_static: ['rfc3339'],
  local_file: ['content_md5', 'id'],
  'local_file elsewhere': ['content_md5', 'id'],
  'local_file named': ['id', 'filename'],
  module: ['out'],
  'nested module': ['out'],
};

/** How what follows may refer to it, whatever instances there are. */
export function references({ type, repetition }: GeneratedResource, name: string): readonly string[] {
  const address = addressOf(type, name);
  return ATTRIBUTES[type].map((attribute) => {
    if (repetition === 'once') return `${address}.${attribute}`;
    if (repetition === 'twice') return `${address}[1].${attribute}`;
    if (FOR_EACH.has(repetition)) return `join(",", [for each in ${address} : each.${attribute}])`;
    return `join(",", ${address}[*].${attribute})`;
  });
}

const FOR_EACH: ReadonlyMap<Repetition, string> = new Map([
  ['by fixed keys', 'toset(["a", "b"])'],
  ['by name', 'toset([data.coder_workspace_owner.me.name, "fixed"])'],
  ['by full name', 'toset([data.coder_workspace_owner.me.full_name, "fixed"])'],
  ['by id', 'toset([data.coder_workspace_owner.me.id, "fixed"])'],
  ['by groups', 'toset(data.coder_workspace_owner.me.groups)'],
]);

/** Whoever builds, it has an instance. */
export const ALWAYS_THERE: readonly Repetition[] = ['once', 'twice', 'by value', 'by fixed keys'];

const COUNTS: ReadonlyMap<Repetition, string> = new Map([
  ['twice', '2'],
  ['by start_count', 'data.coder_workspace.me.start_count'],
  ['by prebuild_count', 'data.coder_workspace.me.prebuild_count'],
  ['in the pool', 'data.coder_workspace.me.is_prebuild ? 1 : 0'],
  ['for people', 'data.coder_workspace.me.is_prebuild ? 0 : 1'],
  ['by local', 'local.is_pool ? 1 : data.coder_workspace.me.is_prebuild ? 1 : 0'],
]);

function repetitionOf(repetition: Repetition, value: string): readonly string[] {
  const keys = FOR_EACH.get(repetition);
  if (keys !== undefined) return [`for_each = ${keys}`];
  const count = repetition === 'by value' ? `${value} == "prebuilds" ? 1 : 2` : COUNTS.get(repetition);
  return count === undefined ? [] : [`count = ${count}`];
}

/** What tells the files of its instances apart. */
function keyOf(repetition: Repetition): string {
  if (repetition === 'once') return '';
  return FOR_EACH.has(repetition) ? `-\${each.key}` : `-\${count.index}`;
}

export function block(head: string, lines: readonly string[]): string {
  return `${head} {\n${lines.map((line) => `  ${line}`).join('\n')}\n}`;
}
