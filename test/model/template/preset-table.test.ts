import { expect, it } from 'vitest';
import { read } from '../../../src/model/judgement/outcome.ts';
import type { Snapshot } from '../../../src/model/judgement/snapshot.ts';
import { presetTable } from '../../../src/model/template/preset-table.ts';
import {
  claimContext,
  claimPlan,
  parameter,
  plan,
  prebuilds,
  preset,
  snapshot,
  template,
} from '../../support/builders.ts';

const MONDAY_NOON = Date.UTC(2028, 0, 3, 12);

const given = snapshot({
  template: template({
    parameters: [
      parameter({ name: 'size' }),
      parameter({ name: 'region', default: 'eu' }),
      parameter({ name: 'shell', default: 'zsh', mutable: true }),
      parameter({ name: 'repository', default: undefined }),
      parameter({ name: 'disk', default: '10', conditional: true }),
    ],
    presets: [
      preset({
        name: 'Go',
        isDefault: true,
        parameters: new Map([
          ['size', 'large'],
          ['flavour', 'vanilla'],
        ]),
        prebuilds: prebuilds({
          instances: 1,
          scheduling: { timezone: 'UTC', schedules: [{ cron: '* 8-18 * * 1-5', instances: 4 }] },
        }),
      }),
      preset({ name: 'Bare', parameters: new Map(), prebuilds: undefined, unknown: ['parameters'] }),
      preset({
        name: 'Late',
        parameters: new Map([['size', undefined]]),
        prebuilds: prebuilds({ instances: undefined }),
      }),
    ],
  }),
});

it('shows where each value comes from', () => {
  const [go, bare, late] = presetTable(given, { at: undefined, statuses: new Map() });
  const cells = (row: typeof go) =>
    row?.parameters.map(
      (cell) => `${cell.parameter} ${cell.value} ${cell.origin}${cell.uncertain ? ' uncertain' : ''}`,
    );
  expect(cells(go)).toEqual([
    'size large preset',
    'region eu default',
    'shell zsh open',
    'repository undefined missing',
    'disk 10 default uncertain',
    'flavour vanilla undefined',
  ]);
  expect(new Set(bare?.parameters.map(({ origin }) => origin))).toEqual(new Set(['unknown']));
  expect(cells(late)?.[0]).toBe('size undefined preset');
});

it('leaves everything open that a preset without prebuilds does not set', () => {
  const byHand = preset({ name: 'By hand', prebuilds: undefined });
  const [row] = presetTable(snapshot({ template: template({ ...given.template, presets: [byHand] }) }), {
    at: undefined,
    statuses: new Map(),
  });
  expect(row?.parameters.map(({ parameter: name, origin }) => `${name} ${origin}`)).toEqual([
    'size preset',
    'region open',
    'shell open',
    'repository open',
    'disk open',
  ]);
});

it('tells a parameter behind a condition from one that there is not', () => {
  const declaredParameters = [{ address: 'data.coder_parameter.gpu', name: 'gpu', conditional: true }];
  const sets = preset({ parameters: new Map(['gpu', 'gup'].map((name) => [name, 'a10'])) });
  const rows = (claims: Snapshot['claims']) =>
    presetTable(snapshot({ template: template({ presets: [sets], parameters: [], declaredParameters }), claims }), {
      at: undefined,
      statuses: new Map(),
    })[0]?.parameters.map(({ parameter: name, origin, uncertain }) => `${name} ${origin} ${uncertain}`);
  expect(rows(read([]))).toEqual(['gpu undefined true', 'gup undefined false']);
  const rehearsed = claimPlan({
    plan: plan({ parameters: [parameter({ name: 'gpu', conditional: true })] }),
    context: claimContext({ preset: sets.name }),
  });
  expect(rows(read([rehearsed]))).toEqual(['gpu preset false', 'gup undefined false']);
});

it('shows the instances now and at the peak', () => {
  const rows = (at: number | undefined) =>
    presetTable(given, { at, statuses: new Map() }).map(({ instances }) => instances);
  expect(rows(MONDAY_NOON)).toEqual([
    { base: 1, now: 4, peak: 4 },
    undefined,
    { base: undefined, now: undefined, peak: undefined },
  ]);
  expect(rows(MONDAY_NOON - 86_400_000)[0]).toEqual({ base: 1, now: 1, peak: 4 });
  expect(rows(undefined)[0]).toEqual({ base: 1, now: undefined, peak: 4 });
});

it('shows the status that Coder gives, and none of its own', () => {
  const rows = presetTable(given, { at: undefined, statuses: new Map([['Go', 'hard_limited']]) });
  expect(rows.map(({ preset: name, status }) => `${name} ${status}`)).toEqual([
    'Go hard_limited',
    'Bare undefined',
    'Late undefined',
  ]);
});
