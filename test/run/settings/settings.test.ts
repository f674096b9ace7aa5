import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/model/user-error.ts';
import { parseSettings } from '../../../src/run/settings/settings.ts';

it('nothing given means the defaults', () => {
  expect(parseSettings({ plan: '', 'fail-on': ' ' })).toEqual({
    plans: [],
    templates: [],
    assumePrebuild: false,
    failOn: 'error',
    onInconclusive: 'fail',
    values: 'none',
    persistentTypes: [],
    baseline: undefined,
    maxPrebuilds: undefined,
    prebuildGrowthFactor: undefined,
    comment: 'on-findings',
    commentKey: 'default',
    notify: [],
    suggestions: true,
    annotations: true,
    report: undefined,
  });
});

it('lists have one value a line, and types may have commas between them', () => {
  const settings = parseSettings({ plan: 'a.json\r\n\n b.json ', 'persistent-types': 'nas_share, disk\nvault' });
  expect(settings).toMatchObject({ plans: ['a.json', 'b.json'], persistentTypes: ['nas_share', 'disk', 'vault'] });
});

describe('a value that there is not', () => {
  it.each([
    ['fail-on', 'eror', 'Input `fail-on` is `eror`; use error, warning, notice or never.'],
    ['on-inconclusive', 'pass', 'Input `on-inconclusive` is `pass`; use fail or warn.'],
    ['values', 'all', 'Input `values` is `all`; use none or safe.'],
    ['comment', 'yes', 'Input `comment` is `yes`; use on-findings, always or never.'],
    ['assume-prebuild', 'yes', 'Input `assume-prebuild` is `yes`; use true or false.'],
    ['max-prebuilds', 'ten', 'Input `max-prebuilds` is `ten`; use a number, such as 10.'],
    ['annotations', '1', 'Input `annotations` is `1`; use true or false.'],
    ['suggestions', 'no', 'Input `suggestions` is `no`; use true or false.'],
  ])('%s: %s is refused with what there is', (name, value, message) => {
    expect(() => parseSettings({ [name]: value })).toThrow(new UserError(message));
  });
});
