import type { DeclaredParameter } from '../../../model/template/template.ts';
import { elementsOf, entriesOf, hasOwn, own } from '../own.ts';

/** The `coder_parameter` blocks of a configuration, those of modules included. */
export function declaredParametersOf(rootModule: unknown): readonly DeclaredParameter[] {
  const declared: DeclaredParameter[] = [];
  const pending = [{ module: rootModule, prefix: '', conditional: false }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { module, prefix, conditional } = next;
    for (const resource of elementsOf(own(module, 'resources'))) {
      if (own(resource, 'type') !== 'coder_parameter' || own(resource, 'mode') !== 'data') continue;
      const name = own(own(own(resource, 'expressions'), 'name'), 'constant_value');
      declared.push({
        address: `${prefix}${String(own(resource, 'address'))}`,
        name: typeof name === 'string' ? name : undefined,
        conditional: conditional || isRepeated(resource),
      });
    }
    for (const [name, call] of entriesOf(own(module, 'module_calls'))) {
      pending.push({
        module: own(call, 'module'),
        prefix: `${prefix}module.${name}.`,
        conditional: conditional || isRepeated(call),
      });
    }
  }
  return declared;
}

function isRepeated(block: unknown): boolean {
  return hasOwn(block, 'count_expression') || hasOwn(block, 'for_each_expression');
}
