import { expect, it } from 'vitest';
import { modulePath } from '../../../src/model/plan/plan-configuration.ts';

it.each([
  [undefined, []],
  ['module.box', ['box']],
  ['module.box[0].module.inner["a"]', ['box', 'inner']],
  ['module.box["a.b"].module.inner', ['box', 'inner']],
  ['module.box["x].module.fake[\\"q"].module.inner', ['box', 'inner']],
  ['module.module["module.module"].module.module', ['module', 'module']],
])('the calls that lead to %s are %j', (address, path) => {
  expect(modulePath(address)).toEqual(path);
});
