import { describe, expect, it } from 'vitest';
import type { TemplateHistory } from '../../../src/model/history/history.ts';
import { type LimitMark, NOTHING_REMEMBERED, planNotification } from '../../../src/model/history/notify-once.ts';
import { notChecked } from '../../support/builders.ts';
import { history, historyPolicy, presetHistory } from '../../support/history.ts';

const policy = historyPolicy();

/** The preset `Go` of one version after these builds, newest first. */
function version(words: string, name = 'v12'): TemplateHistory {
  const number = name.slice(1);
  const { version: whole } = history();
  return history({
    version: { ...whole, id: `version-${number}`, name },
    presets: [presetHistory('Go', words), presetHistory('Rust')],
  });
}

const limited = version('fail fail fail');
const mark: LimitMark = {
  organization: 'coder',
  template: 'docker',
  preset: 'Go',
  versionId: 'version-12',
  version: 'v12',
  closed: false,
};
const old: LimitMark = { ...mark, versionId: 'version-11', version: 'v11' };

function told(marks: readonly LimitMark[]): readonly string[] {
  return marks.map(({ version: name, closed }) => (closed ? `${name} closed` : name));
}

it.each([
  { because: 'it is the first time', before: [], now: limited, reached: ['v12'], recovered: [], marks: ['v12'] },
  { because: 'they were told already', before: [mark], now: limited, reached: [], recovered: [], marks: ['v12'] },
  {
    because: 'it is another version',
    before: [old],
    now: limited,
    reached: ['v12'],
    recovered: [],
    marks: ['v11 closed', 'v12'],
  },
  {
    because: 'it recovered',
    before: [mark],
    now: version('ok'),
    reached: [],
    recovered: ['v12'],
    marks: ['v12 closed'],
  },
  {
    because: 'a new version fixed it',
    before: [old],
    now: version('ok'),
    reached: [],
    recovered: ['v11'],
    marks: ['v11 closed'],
  },
  {
    because: 'it failed again in a version that they know of',
    before: [{ ...mark, closed: true }],
    now: limited,
    reached: [],
    recovered: [],
    marks: ['v12 closed'],
  },
  {
    because: 'a build is under way, which may fail too',
    before: [mark],
    now: version('run fail fail fail'),
    reached: [],
    recovered: [],
    marks: ['v12'],
  },
  { because: 'nothing ever was wrong', before: [], now: version('ok'), reached: [], recovered: [], marks: [] },
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
    marks: ['v12 closed'],
  },
])(
  'people are told of $reached and of $recovered recovered, because $because',
  ({ before, now, reached, recovered, marks }) => {
    const plan = planNotification({ marks: before, cut: false }, [now], policy);
    expect(plan.reached.map(({ version: name }) => name)).toEqual(reached);
    expect(plan.recovered.map(({ version: name }) => name)).toEqual(recovered);
    expect(told(plan.memory.marks)).toEqual(marks);
  },
);

it('people are told once of a limit and once of a recovery in one version, however often it is looked at', () => {
  const looks = ['fail fail fail', 'fail fail fail', 'ok', 'ok', 'fail fail fail ok', 'ok fail fail fail'].map(
    (words) => version(words),
  );
  let memory = NOTHING_REMEMBERED;
  const counts = looks.map((now) => {
    const plan = planNotification(memory, [now], policy);
    memory = plan.memory;
    return [plan.reached.length, plan.recovered.length];
  });
  expect(counts).toEqual([
    [1, 0],
    [0, 0],
    [0, 1],
    [0, 0],
    [0, 0],
    [0, 0],
  ]);
});

it('a version that is promoted again is not new', () => {
  const first = planNotification(NOTHING_REMEMBERED, [limited], policy);
  const next = planNotification(first.memory, [version('fail fail fail', 'v13')], policy);
  const back = planNotification(next.memory, [limited], policy);
  expect([first, next, back].map(({ reached }) => reached.length)).toEqual([1, 1, 0]);
});

describe('nobody is told of a limit', () => {
  it('where it is switched off', () => {
    expect(planNotification(NOTHING_REMEMBERED, [limited], historyPolicy({ failureHardLimit: 0 })).reached).toEqual([]);
  });

  it('where they may have been told before, and it is forgotten', () => {
    const plan = planNotification({ marks: [], cut: true }, [limited], policy);
    expect(plan.reached).toEqual([]);
    expect(plan.memory.cut).toBe(true);
  });
});
