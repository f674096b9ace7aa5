import type { AttributePath } from '../plan/attribute-path.ts';
import type { Expression, Reference, SourceRange } from './expression.ts';
import type { ReplacementTable } from './known-replacements.ts';
import type { Location } from './location.ts';

/** A template as its files say it: the root module and every module that it calls and that could be read. */
export interface Configuration {
  /** By the names of the calls that lead there, joined with a dot; the root is the empty name. */
  readonly modules: ReadonlyMap<string, SourceModule>;
  /** Text of every file of the repository that was read, by its path from the root. */
  readonly texts: ReadonlyMap<string, string>;
  readonly replacements: ReplacementTable;
  /** Versions that `terraform init` chose, by source: `kreuzwerker/docker`. A provider is missing where no lock file names it. */
  readonly providers?: ReadonlyMap<string, string>;
}

export interface SourceModule {
  /** Names of the calls that lead here. */
  readonly path: readonly string[];
  /** Its files lie in the repository, so that a line of them can be shown and fixed. */
  readonly isOwn: boolean;
  /** By address within the module: `docker_container.workspace`, `data.coder_workspace.me`. */
  readonly resources: ReadonlyMap<string, ResourceBlock>;
  readonly locals: ReadonlyMap<string, Attribute>;
  readonly variables: ReadonlyMap<string, Block>;
  readonly outputs: ReadonlyMap<string, Block>;
  readonly calls: ReadonlyMap<string, ModuleCallBlock>;
}

export type ResourceMode = 'managed' | 'data' | 'ephemeral';

export interface ResourceBlock {
  readonly mode: ResourceMode;
  readonly type: string;
  readonly name: string;
  readonly body: Block;
  readonly repetition: Repetition | undefined;
  readonly lifecycle: Lifecycle;
}

export interface ModuleCallBlock {
  readonly name: string;
  readonly body: Block;
  readonly repetition: Repetition | undefined;
  /** Undefined where it is not a plain string. */
  readonly source: string | undefined;
  /** False where the files of the module are not there: a module that was not downloaded. */
  readonly isRead: boolean;
}

export interface Repetition {
  readonly kind: 'count' | 'for_each';
  readonly expression: Expression;
}

export interface Lifecycle {
  readonly ignoreChanges: IgnoreChanges;
  readonly replaceTriggeredBy: readonly Reference[];
  readonly preventDestroy: boolean;
  readonly createBeforeDestroy: boolean;
}

export type IgnoreChanges =
  | { readonly kind: 'none' }
  | { readonly kind: 'all'; readonly range: SourceRange }
  | { readonly kind: 'listed'; readonly paths: readonly AttributePath[]; readonly range: SourceRange };

/** What is between braces. A `dynamic` block is kept as it is written. */
export interface Block {
  readonly type: string;
  readonly labels: readonly string[];
  readonly syntax: 'hcl' | 'json';
  readonly attributes: ReadonlyMap<string, Attribute>;
  readonly blocks: readonly Block[];
  readonly range: SourceRange;
}

export interface Attribute {
  readonly name: string;
  readonly value: Expression;
  /** From the name to the end of the value. */
  readonly range: SourceRange;
}

/** Blocks of a type, static and dynamic ones, in the order they are written. */
export interface NestedBlock {
  readonly body: Block;
  /** What a `dynamic` block repeats over. */
  readonly dynamic: { readonly forEach: Expression; readonly iterator: string } | undefined;
}

export function moduleKey(path: readonly string[]): string {
  return path.join('.');
}

/** `module.box.module.inner.` before what is in that module; nothing for the root. */
export function modulePrefix(path: readonly string[]): string {
  return path.map((name) => `module.${name}.`).join('');
}

export function addressOf({ mode, type, name }: Pick<ResourceBlock, 'mode' | 'type' | 'name'>): string {
  return mode === 'managed' ? `${type}.${name}` : `${mode}.${type}.${name}`;
}

export function parentOf(configuration: Configuration, module: SourceModule): SourceModule | undefined {
  return module.path.length === 0 ? undefined : configuration.modules.get(moduleKey(module.path.slice(0, -1)));
}

/** The call that brings the module in; undefined for the root. */
export function callOf(configuration: Configuration, module: SourceModule): ModuleCallBlock | undefined {
  const name = module.path.at(-1);
  return name === undefined ? undefined : parentOf(configuration, module)?.calls.get(name);
}

export function nestedBlocks(body: Block, type: string): readonly NestedBlock[] {
  return body.blocks.flatMap((block): readonly NestedBlock[] => {
    if (block.type === type) return [{ body: block, dynamic: undefined }];
    const forEach = block.attributes.get('for_each');
    const content = block.blocks.find((inner) => inner.type === 'content');
    if (block.type !== 'dynamic' || block.labels[0] !== type || forEach === undefined || content === undefined)
      return [];
    const iterator = block.attributes.get('iterator')?.value;
    return [
      {
        body: content,
        dynamic: { forEach: forEach.value, iterator: iterator?.kind === 'reference' ? iterator.root : type },
      },
    ];
  });
}

/** Names of the attributes and nested blocks that are arguments of the resource type, as they are written first. */
export function argumentNames(body: Block): readonly string[] {
  const blocks = body.blocks.map((block) => (block.type === 'dynamic' ? (block.labels[0] ?? '') : block.type));
  return [...new Set([...body.attributes.keys(), ...blocks])].filter((name) => !META_ARGUMENTS.has(name));
}

export function locationOf(range: SourceRange): Location {
  const { file, line, endLine, column } = range;
  return endLine > line ? { file, line, endLine, column } : { file, line, column };
}

/** Terraform's own, whatever the resource type. */
const META_ARGUMENTS: ReadonlySet<string> = new Set([
  'count',
  'for_each',
  'provider',
  'depends_on',
  'lifecycle',
  'provisioner',
  'connection',
  'dynamic',
]);
