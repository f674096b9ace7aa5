import { expect, it } from 'vitest';
import { type LimitMark, planNotification } from '../../src/domain/notify-once.ts';
import { notChecked } from '../support/builders.ts';
import { history, historyPolicy, presetHistory } from '../support/history.ts';

const policy = historyPolicy();
const limited = history({ presets: [presetHistory('Go', 'fail fail fail'), presetHistory('Rust')] });
const mark: LimitMark = {
  organization: 'coder',
  template: 'docker',
  preset: 'Go',
  versionId: 'version-12',
  version: 'v12',
};
const old: LimitMark = { ...mark, versionId: 'version-11', version: 'v11' };

it.each([
  { because: 'it is the first time', before: [], now: limited, reached: ['v12'], recovered: [], marks: ['v12'] },
  { because: 'they were told already', before: [mark], now: limited, reached: [], recovered: [], marks: ['v12'] },
  { because: 'it is another version', before: [old], now: limited, reached: ['v12'], recovered: [], marks: ['v12'] },
  { because: 'it recovered', before: [mark], now: history(), reached: [], recovered: ['v12'], marks: [] },
  { because: 'a new version mended it', before: [old], now: history(), reached: [], recovered: ['v12'], marks: [] },
  { because: 'nothing ever was wrong', before: [], now: history(), reached: [], recovered: [], marks: [] },
  {
    because: 'nobody could look',
    before: [mark],
    now: history({ presets: [presetHistory('Go', '', { builds: undefined })], gaps: [notChecked()] }),
    reached: [],
    recovered: [],
    marks: ['v12'],
  },
  {
    because: 'another template was looked at',
    before: [mark],
    now: history({ template: 'kubernetes' }),
    reached: [],
    recovered: [],
    marks: ['v12'],
  },
  {
    because: 'the preset is gone with its version',
    before: [mark],
    now: history({ presets: [presetHistory('Rust')] }),
    reached: [],
    recovered: [],
    marks: [],
  },
])(
  'people are told of $reached and of $recovered recovered, because $because',
  ({ before, now, reached, recovered, marks }) => {
    const plan = planNotification(before, [now], policy);
    const versions = (own: readonly LimitMark[]) => own.map(({ version }) => version);
    expect(versions(plan.reached)).toEqual(reached);
    expect(versions(plan.recovered)).toEqual(recovered);
    expect(versions(plan.marks)).toEqual(marks);
  },
);

it('people are told once, however often it is looked at', () => {
  const first = planNotification([], [limited], policy);
  const second = planNotification(first.marks, [limited], policy);
  const third = planNotification(second.marks, [history()], policy);
  const fourth = planNotification(third.marks, [history()], policy);
  expect([first, second, third, fourth].map(({ reached, recovered }) => [reached.length, recovered.length])).toEqual([
    [1, 0],
    [0, 0],
    [0, 1],
    [0, 0],
  ]);
});

it('a limit that is switched off tells nobody', () => {
  expect(planNotification([], [limited], historyPolicy({ failureHardLimit: 0 })).reached).toEqual([]);
});
