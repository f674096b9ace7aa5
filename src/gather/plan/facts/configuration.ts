import type {
  ConfiguredModule,
  ConfiguredResource,
  ModuleCall,
  PlanConfiguration,
} from '../../../model/plan/plan-configuration.ts';
import { childrenOf, elementsOf, entriesOf, hasOwn, isObject, own } from '../own.ts';

/** The references of a configuration; its constants stay behind, since secrets are among them. */
export function configurationOf(rootModule: unknown): PlanConfiguration | undefined {
  if (!isObject(rootModule)) return undefined;
  const root = emptyModule();
  const pending = [{ raw: rootModule as unknown, module: root }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { raw, module } = next;
    for (const resource of elementsOf(own(raw, 'resources'))) {
      module.resources.set(addressOf(resource), resourceOf(resource));
    }
    for (const [name, output] of entriesOf(own(raw, 'outputs'))) {
      module.outputs.set(name, referencesIn(own(output, 'expression')));
    }
    for (const [name, call] of entriesOf(own(raw, 'module_calls'))) {
      const called = emptyModule();
      module.calls.set(name, {
        inputs: referencesByName(own(call, 'expressions')),
        repetition: repetitionOf(call),
        ...waitingOf(call),
        module: called,
      });
      pending.push({ raw: own(call, 'module'), module: called });
    }
  }
  return { root };
}

interface GrowingModule extends ConfiguredModule {
  readonly resources: Map<string, ConfiguredResource>;
  readonly calls: Map<string, ModuleCall>;
  readonly outputs: Map<string, readonly string[]>;
}

function emptyModule(): GrowingModule {
  return { resources: new Map(), calls: new Map(), outputs: new Map() };
}

function addressOf(resource: unknown): string {
  const address = own(resource, 'address');
  if (typeof address === 'string') return address;
  const prefix = own(resource, 'mode') === 'data' ? 'data.' : '';
  return `${prefix}${String(own(resource, 'type'))}.${String(own(resource, 'name'))}`;
}

function resourceOf(resource: unknown): ConfiguredResource {
  return {
    attributes: referencesByName(own(resource, 'expressions')),
    repetition: repetitionOf(resource),
    ...waitingOf(resource),
  };
}

/** `depends_on` is a list of addresses, not an expression. */
function waitingOf(block: unknown): { readonly waitsFor?: readonly string[] } {
  const order = elementsOf(own(block, 'depends_on')).filter((address) => typeof address === 'string');
  const provisioners = referencesIn(own(block, 'provisioners'));
  return order.length + provisioners.length === 0 ? {} : { waitsFor: [...order, ...provisioners] };
}

function referencesByName(expressions: unknown): ReadonlyMap<string, readonly string[]> {
  return new Map(entriesOf(expressions).map(([name, expression]) => [name, referencesIn(expression)]));
}

function repetitionOf(block: unknown): readonly string[] | undefined {
  if (hasOwn(block, 'count_expression')) return referencesIn(own(block, 'count_expression'));
  return hasOwn(block, 'for_each_expression') ? referencesIn(own(block, 'for_each_expression')) : undefined;
}

/** Nested blocks are objects and arrays of expressions, to any depth. */
function referencesIn(expression: unknown): readonly string[] {
  const references = new Set<string>();
  const pending = [expression];
  while (pending.length > 0) {
    const node = pending.pop();
    const here = own(node, 'references');
    if (Array.isArray(here)) {
      for (const reference of here) if (typeof reference === 'string') references.add(reference);
    } else if (!hasOwn(node, 'constant_value')) {
      for (const child of childrenOf(node).toReversed()) pending.push(child);
    }
  }
  return [...references];
}
