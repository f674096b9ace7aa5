import type { Block, Configuration, SourceModule } from '../model/configuration/configuration.ts';
import { moduleKey, modulePrefix } from '../model/configuration/configuration.ts';
import { formatReference, referencesIn } from '../model/configuration/expression.ts';
import type { ConfiguredModule, PlanConfiguration } from '../model/plan/plan-configuration.ts';

/**
 * What waits for what, as `terraform graph` draws it and Coder reads it: one
 * node for each block, whatever its instances. A plan does not tell what a
 * local means; the template's files do. Either alone may be had, or both.
 */
export interface DependencyGraph {
  /** Addresses of blocks, without instance keys, that wait for this one, however far away. */
  dependentsOf(address: string): ReadonlySet<string>;
}

export interface GraphSources {
  readonly plan: PlanConfiguration | undefined;
  readonly files: Configuration | undefined;
}

export function dependencyGraph({ plan, files }: GraphSources): DependencyGraph {
  const waiting = new Map<string, Set<string>>();
  const wait = (dependent: string, dependency: string) => {
    const known = waiting.get(dependency);
    if (known === undefined) waiting.set(dependency, new Set([dependent]));
    else known.add(dependent);
  };
  if (plan !== undefined) drawPlan(plan.root, [], wait);
  for (const module of files?.modules.values() ?? []) drawModule(module, wait);
  return {
    dependentsOf(address) {
      const found = new Set<string>();
      const open = [address];
      for (let next = open.pop(); next !== undefined; next = open.pop()) {
        for (const dependent of waiting.get(next) ?? []) {
          if (!found.has(dependent)) open.push(dependent);
          found.add(dependent);
        }
      }
      return found;
    },
  };
}

type Wait = (dependent: string, dependency: string) => void;

function drawPlan(module: ConfiguredModule, path: readonly string[], wait: Wait): void {
  const waitFor = (dependent: string, references: Iterable<string>) => {
    for (const reference of references) for (const node of nodesOf(path, reference)) wait(dependent, node);
  };
  for (const [address, { attributes, repetition = [], waitsFor = [] }] of module.resources) {
    const node = modulePrefix(path) + address;
    enter(node, path, wait);
    waitFor(node, [...[...attributes.values()].flat(), ...repetition, ...waitsFor]);
  }
  for (const [name, references] of module.outputs) {
    const node = outputNode(path, name);
    wait(moduleNode(path), node);
    waitFor(node, references);
  }
  for (const [name, { inputs, repetition = [], waitsFor = [], module: inner }] of module.calls) {
    const called = [...path, name];
    wait(entryNode(called), entryNode(path));
    waitFor(entryNode(called), [...repetition, ...waitsFor]);
    for (const [input, references] of inputs) waitFor(inputNode(called, input), references);
    drawPlan(inner, called, wait);
  }
}

function drawModule({ path, resources, locals, outputs, calls }: SourceModule, wait: Wait): void {
  const waitFor = (dependent: string, references: Iterable<string>) => {
    for (const reference of references) for (const node of nodesOf(path, reference)) wait(dependent, node);
  };
  for (const [address, { body }] of resources) {
    const node = modulePrefix(path) + address;
    enter(node, path, wait);
    waitFor(node, referencesOf(body));
  }
  for (const [name, { value }] of locals) {
    waitFor(`${modulePrefix(path)}local.${name}`, referencesIn(value).map(formatReference));
  }
  for (const [name, block] of outputs) {
    const node = outputNode(path, name);
    wait(moduleNode(path), node);
    waitFor(node, referencesOf(block));
  }
  for (const [name, { body, repetition }] of calls) {
    const called = [...path, name];
    const order = body.attributes.get('depends_on');
    const deciding = [repetition?.expression, order?.value].filter((part) => part !== undefined);
    wait(entryNode(called), entryNode(path));
    waitFor(entryNode(called), deciding.flatMap(referencesIn).map(formatReference));
    for (const [input, { value }] of body.attributes) {
      waitFor(inputNode(called, input), referencesIn(value).map(formatReference));
    }
  }
}

/** Whatever is in a module waits for what decides that the module is there, and is waited for with the module. */
function enter(node: string, path: readonly string[], wait: Wait): void {
  wait(node, entryNode(path));
  wait(moduleNode(path), node);
  for (let length = path.length - 1; length > 0; length -= 1) {
    wait(moduleNode(path.slice(0, length)), moduleNode(path.slice(0, length + 1)));
  }
}

/** Every reference in a block, its nested ones, `depends_on`, `lifecycle` and provisioners included. */
function referencesOf(body: Block): readonly string[] {
  return [
    ...[...body.attributes.values()].flatMap(({ value }) => referencesIn(value).map(formatReference)),
    ...body.blocks.flatMap(referencesOf),
  ];
}

/** The nodes that a reference may mean where it is written; names that nothing has are never asked for. */
function nodesOf(path: readonly string[], reference: string): readonly string[] {
  const [, head = '', name, attribute] = REFERENCE.exec(reference) ?? [];
  if (name === undefined) return [];
  const prefix = modulePrefix(path);
  if (head === 'var') return [inputNode(path, name)];
  if (head === 'module') {
    return [attribute === undefined ? moduleNode([...path, name]) : outputNode([...path, name], attribute)];
  }
  if (head === 'data' || head === 'ephemeral')
    return attribute === undefined ? [] : [`${prefix}${head}.${name}.${attribute}`];
  return [`${prefix}${head}.${name}`];
}

const REFERENCE = /^([^.[]+)(?:\.([^.[]+))?(?:\[[^\]]*\])?(?:\.([^.[]+))?/;

function inputNode(path: readonly string[], name: string): string {
  return `${modulePrefix(path)}var.${name}`;
}

function outputNode(path: readonly string[], name: string): string {
  return `${modulePrefix(path)}output.${name}`;
}

/** All of a module together. */
function moduleNode(path: readonly string[]): string {
  return `${moduleKey(path)} (close)`;
}

/** What decides whether the module is there. */
function entryNode(path: readonly string[]): string {
  return `${moduleKey(path)} (expand)`;
}
