import { describe, expect, it } from 'vitest';
import { startCanary, stepCanary } from '../../../src/model/history/canary.ts';
import { historySource } from '../../../src/model/history/history.ts';
import { NOT_CONFIGURED, read } from '../../../src/model/judgement/outcome.ts';
import { renderHistoryJson } from '../../../src/report/json/history-json.ts';
import { renderCanaryEnd, renderCanaryLook } from '../../../src/report/text/canary-text.ts';
import { renderHistoryTable } from '../../../src/report/text/history-table.ts';
import { buildMarks } from '../../../src/report/words/build-marks.ts';
import { notChecked, report } from '../../support/builders.ts';
import { builds, failedDeletion, history, historyPolicy, presetHistory } from '../../support/history.ts';

const policy = historyPolicy({ backoffIntervalMs: 300_000 });

const mixed = history({
  presets: [
    presetHistory('Healthy', 'ok ok'),
    presetHistory('Going', 'run fail fail ok'),
    presetHistory('Stopped', 'fail fail fail'),
    presetHistory('Refused', '', { attempted: false }),
    presetHistory('Plain', '', { desiredInstances: null }),
    presetHistory('Many', 'ok '.repeat(12).trim(), { desiredInstances: 12 }),
  ],
  failedDeletions: [failedDeletion()],
});

describe('the table of histories', () => {
  it('shows the worst first, with marks, counts, what Coder does and the last error', () => {
    expect(renderHistoryTable(read([mixed]), policy)).toMatchInlineSnapshot(`
      "docker (coder), version v12, seen 2026-03-01 12:00 UTC
        preset   status             ready  last builds, newest first  streak  left  Coder                              last error
        Stopped  hard_limited       0/2    ✗ ✗ ✗                      3       0     backs off until 12:13 UTC, 13 min  exit status 1
        Refused  validation_failed  0/2                               0       3     builds none: validation
        Going    failing            1/2    … ✗ ✗ ✓                    0       3     backs off until 12:06 UTC, 6 min   exit status 1
        Healthy  healthy            2/2    ✓ ✓                        0       3     builds
        Many     healthy            12/12  ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ +2     0       3     builds
        1 more preset wants no prebuilds
        1 prebuild could not be deleted

      ✓ succeeded  ✗ failed  … under way  – canceled
      "
    `);
  });

  it('shows what was not seen and why', () => {
    const hidden = history({
      presets: [presetHistory('Go', '', { builds: undefined, ready: undefined })],
      reconciliationPaused: true,
      deprecated: true,
      gaps: [notChecked()],
    });
    expect(renderHistoryTable(read([hidden], hidden.gaps), policy)).toMatchInlineSnapshot(`
      "docker (coder), version v12, seen 2026-03-01 12:00 UTC
        preset  status   ready  last builds, newest first  streak  left  Coder                last error
        Go      unknown  ?      not seen                   ?       ?     builds none: paused
        reconciliation is paused
        the template is deprecated

      Not checked: The plan was made without a state, so nothing could be replaced.
        Plan on the state of a prebuild: \`prebuild-guard rehearse\`.
      "
    `);
  });

  it('shows a template without prebuilds, and no template at all', () => {
    const bare = history({ presets: [presetHistory('Plain', '', { desiredInstances: null })] });
    expect(renderHistoryTable(read([bare]), policy)).toMatch(
      /no preset with prebuilds\n {2}1 more preset wants no prebuilds/,
    );
    expect(renderHistoryTable(NOT_CONFIGURED, policy)).toBe('No Coder was asked.\n');
  });

  it('lets no name act on the terminal', () => {
    const evil = history({ template: 'a\u001b[2J', presets: [presetHistory('\u202Eevil\n', 'ok')] });
    const table = renderHistoryTable(read([evil]), policy);
    for (const bad of ['\u001b', '\u202E']) expect(table).not.toContain(bad);
  });

  it('is no wider than the terminal, but for names', () => {
    const [build] = builds('fail');
    const long = presetHistory('Go', '', { builds: [{ ...build!, error: 'no such image '.repeat(30) }] });
    const lines = renderHistoryTable(read([history({ presets: [long] })]), policy, 130).split('\n');
    expect(Math.max(...lines.map((line) => [...line].length))).toBeLessThanOrEqual(130);
  });
});

it('marks stop at a limit and count the rest', () => {
  expect(buildMarks(builds('fail ok run wait cancel canceling odd'), 5)).toBe('✗ ✓ … … – +2');
});

it('the JSON of histories holds the decisions and the builds they rest on', () => {
  const one = history({ presets: [presetHistory('Go', 'fail ok')] });
  expect(
    JSON.parse(renderHistoryJson(report({ history: { histories: read([one], [notChecked()]), policy } }))),
  ).toMatchSnapshot();
});

describe('the canary in words', () => {
  const look = (words: readonly string[], isTimeUp = false) => {
    const presets = words.map((own, index) => presetHistory(['Go', 'Rust'][index] ?? '', own));
    const { decision } = stepCanary(startCanary('v12'), historySource(history({ presets })), policy, isTimeUp);
    return { decision, version: 'v12', elapsedMs: 90_000, leftMs: 1_110_000 };
  };

  it.each([
    ['waiting', look(['run', 'ok'])],
    ['failing on the way', look(['fail fail', 'ok'])],
    ['ready', look(['ok', 'ok fail'])],
    ['failed', look(['fail fail fail', 'ok'])],
    ['out of time', look(['run', 'ok'], true)],
  ])('is one line while %s', (_, own) => {
    expect(renderCanaryLook(own)).toMatchSnapshot();
  });

  it('says at the end what failed and how to go back', () => {
    const command = 'coder templates versions promote --template=docker --template-version=v11 --org=coder';
    expect(renderCanaryEnd(look(['fail fail fail', 'ok']), command)).toMatchInlineSnapshot(`
      "Version v12 fails, after 2 min: Go ✗ reached the limit, Rust ✓
        Go: exit status 1 (https://coder.example.com/@prebuilds/prebuild-0/builds/1)
      To go back to the version before:
        coder templates versions promote --template=docker --template-version=v11 --org=coder
      "
    `);
  });
});
