import { expect, it } from 'vitest';
import { formatPath } from '../../../src/model/plan/attribute-path.ts';

it.each([
  [[], '(whole resource)'],
  [['env'], 'env'],
  [['ports', 0, 'internal'], 'ports[0].internal'],
  [['labels', 'coder.owner'], 'labels["coder.owner"]'],
  [['rule', null, 'port'], 'rule[*].port'],
  [['b.c'], '["b.c"]'],
  [['d"e'], '["d\\"e"]'],
  [['größe'], 'größe'],
  [['a', '__proto__'], 'a.__proto__'],
])('%j reads %s', (path, formatted) => {
  expect(formatPath(path)).toBe(formatted);
});
