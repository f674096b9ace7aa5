import { DEFAULT_HISTORY_POLICY } from '../../model/history/history.ts';
import { decidePreset, diagnosePreset, type PresetDiagnosis } from '../../model/history/preset-status.ts';
import { formatTime } from '../../model/history/time.ts';
import { aboutPreset } from '../../model/judgement/finding.ts';
import { judge, NOT_CONFIGURED } from '../../model/judgement/outcome.ts';
import type { Rule } from '../../model/judgement/rule.ts';
import { joined, say, type Text } from '../../model/text.ts';

interface Failing {
  readonly preset: string;
  readonly version: string;
  readonly diagnosis: PresetDiagnosis;
}

export const failingPreset: Rule<Failing> = {
  id: 'failing-preset',
  group: 'history',
  severity: 'warning',
  summary: 'The newest prebuilds of a preset failed, and Coder stops building it if this goes on.',
  since: '0.1.0',

  evaluate({ histories = NOT_CONFIGURED, policy: { history: policy = DEFAULT_HISTORY_POLICY } }) {
    return judge(histories, (templates) =>
      templates.flatMap((history) =>
        history.presets
          .filter((preset) => decidePreset(history, preset, policy).status === 'failing')
          .map((preset) => ({
            subject: aboutPreset(preset.name),
            evidence: 'declared',
            data: {
              preset: preset.name,
              version: history.version.name,
              diagnosis: diagnosePreset(history, preset, policy),
            },
          })),
      ),
    );
  },

  explain({ data: { preset, version, diagnosis } }) {
    const { lastFailure } = diagnosis;
    return {
      what: joined([
        streakOf(preset, version, diagnosis),
        ...(lastFailure?.error === undefined ? [] : [say`The last error: ${lastFailure.error}.`]),
      ]),
      why: joined([limitOf(diagnosis), ...backoffOf(diagnosis)]),
      remedy:
        lastFailure === undefined
          ? ['Look at the log of the failed build and fix the error there.']
          : say`The build log is at ${lastFailure.url}. Fix the error there, then promote a new version.`,
    };
  },
};

function streakOf(preset: string, version: string, { streak, underWay }: PresetDiagnosis): Text {
  if (streak > 0) {
    const builds = streak === 1 ? 'build' : `${streak} builds`;
    return ['The newest ', builds, ...say` of preset ${preset} in version ${version} failed.`];
  }
  return underWay > 0
    ? say`Builds of preset ${preset} in version ${version} failed; ${underWay} newer ${underWay === 1 ? ['one is'] : ['ones are']} under way.`
    : say`A recent build of preset ${preset} in version ${version} failed.`;
}

function limitOf({ streak, settledStreak, failuresLeft, underWay }: PresetDiagnosis): Text {
  if (failuresLeft === undefined) return ['The failure limit is switched off, so Coder keeps trying.'];
  // A build under way breaks the streak only until it fails.
  const left = Math.max(failuresLeft + streak - settledStreak, 1);
  const more = settledStreak > 0 ? ' more' : '';
  const failures = left === 1 ? `one${more} failure` : `${left}${more} failures in a row`;
  return [
    `After ${failures}${underWay > 0 ? ' (builds under way included)' : ''}, Coder stops building it and notifies nobody.`,
  ];
}

function backoffOf({ backoff }: PresetDiagnosis): readonly Text[] {
  if (backoff === undefined) return [];
  return [
    [`Until ${formatTime(backoff.until)}, Coder backs off: it neither builds nor deletes prebuilds of this preset.`],
  ];
}
