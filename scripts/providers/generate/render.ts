import { renderExpression } from './expression.ts';
import { ALWAYS_THERE, block, references, resourceBlock, type Written } from './render-resource.ts';
import { type AgentKind, type GeneratedParameter, type GeneratedTemplate, isSetBy, type Part } from './template.ts';

/** Files of a template by their path. */
export type Files = ReadonlyMap<string, string>;

export function renderTemplate({ agent, parameters, presets, parts }: GeneratedTemplate): Files {
  const shared = [...parameters.map(parameterReference), 'coder_agent.main.token', 'coder_agent.main.id'];
  const blocks = [
    ...HEAD,
    ...agentBlocks(agent),
    ...parameters.map(parameterBlock),
    ...presets.map((set, index) => presetBlock(set, index, parameters)),
    ...parts.flatMap((part, index) => partBlocks(part, `${LETTERS[index]}_`, shared)),
  ];
  const types = new Set(parts.flatMap(({ resources }) => resources.map(({ type }) => type)));
  return new Map([
    ['main.tf', `${blocks.join('\n\n')}\n`],
    ...(types.has('module') || types.has('nested module') ? [['box/main.tf', BOX] as const] : []),
    ...(types.has('nested module') ? [['crate/main.tf', CRATE] as const] : []),
  ]);
}

/** The part that an address belongs to. */
export function partOf(address: string): number {
  return LETTERS.indexOf(/\.([a-z])_r\d/.exec(address)?.[1] ?? '');
}

const LETTERS = 'abcdefghij';

/** A local and a resource in turns, each of which may refer to what stands before it. */
function partBlocks({ locals, resources }: Part, prefix: string, shared: readonly string[]): readonly string[] {
  const known = [...shared];
  const written: Written[] = [];
  const blocks: string[] = [];
  const open = [...locals];
  for (const [index, resource] of resources.entries()) {
    const local = open.shift();
    if (local !== undefined) {
      blocks.push(`locals {\n  ${prefix}l${index} = ${renderExpression(local, known)}\n}`);
      known.push(`local.${prefix}l${index}`);
    }
    const name = `${prefix}r${index}`;
    blocks.push(resourceBlock(resource, name, written, known));
    known.push(...references(resource, name));
    written.push({ type: resource.type, name, isAlwaysThere: ALWAYS_THERE.includes(resource.repetition) });
  }
  return blocks;
}

function agentBlocks(kind: AgentKind): readonly string[] {
  const second = kind === 'two' || kind === 'two-of-which-one-is-used';
  const environment = kind === 'of-owner' ? '\n  env  = { OWNER = data.coder_workspace_owner.me.email }' : '';
  const used = kind === 'two' ? '[coder_agent.main.token, coder_agent.second.token]' : 'coder_agent.main.token';
  return [
    `resource "coder_agent" "main" {\n  os   = "linux"\n  arch = "amd64"${environment}\n}`,
    ...(second ? ['resource "coder_agent" "second" {\n  os   = "linux"\n  arch = "amd64"\n}'] : []),
    `resource "terraform_data" "compute" {\n${kind === 'counted' ? '  count = data.coder_workspace.me.start_count\n' : ''}  input = ${used}\n}`,
  ];
}

function parameterBlock({ isMutable, byOwner, gate }: GeneratedParameter, index: number): string {
  return block(`data "coder_parameter" "p${index}"`, [
    ...(gate === 'everybody'
      ? []
      : [`count   = data.coder_workspace.me.is_prebuild ? ${gate === 'pool' ? '1 : 0' : '0 : 1'}`]),
    `name    = "p${index}"`,
    'type    = "string"',
    `default = ${byOwner ? `"of-\${data.coder_workspace_owner.me.name}"` : '"d"'}`,
    `mutable = ${isMutable || gate !== 'everybody'}`,
  ]);
}

function parameterReference({ gate }: GeneratedParameter, index: number): string {
  const address = `data.coder_parameter.p${index}`;
  return gate === 'everybody' ? `${address}.value` : `try(${address}[0].value, "none")`;
}

function presetBlock(set: readonly boolean[], index: number, parameters: readonly GeneratedParameter[]): string {
  const values = parameters.flatMap((parameter, at) =>
    isSetBy(set, at, parameter) ? [`p${at} = "set-${index}"`] : [],
  );
  return block(`data "coder_workspace_preset" "s${index}"`, [
    `name       = "S${index}"`,
    `parameters = { ${values.join(', ')} }`,
    'prebuilds {\n    instances = 1\n  }',
  ]);
}

const HEAD: readonly string[] = [
  'terraform {\n  required_providers {\n    coder = { source = "coder/coder" }\n  }\n}',
  'data "coder_workspace" "me" {}',
  'data "coder_workspace_owner" "me" {}',
  'locals {\n  is_pool = data.coder_workspace_owner.me.name == "prebuilds"\n}',
];

const BOX = `variable "v" { type = string }

resource "terraform_data" "x" {
  triggers_replace = var.v
}

resource "random_string" "y" {
  length  = 5
  keepers = { v = lower(var.v) }
}

output "out" { value = random_string.y.result }
`;

const CRATE = `variable "v" { type = string }

locals {
  initial = substr(var.v, 0, 1)
}

module "each" {
  source   = "../box"
  for_each = toset(["a", "b"])
  v        = each.key == "a" ? var.v : local.initial
}

resource "null_resource" "here" {
  triggers = { at = path.module, out = module.each["b"].out }
}

output "out" { value = module.each["a"].out }
`;
