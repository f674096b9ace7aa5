import { DEFAULT_HISTORY_POLICY, isHardLimited, type PrebuildBuild } from '../../model/history/history.ts';
import { aboutPreset } from '../../model/judgement/finding.ts';
import { judge, NOT_CONFIGURED } from '../../model/judgement/outcome.ts';
import type { Rule } from '../../model/judgement/rule.ts';
import { code, joined, say, type Text } from '../../model/text.ts';

interface Limited {
  readonly preset: string;
  readonly version: string;
  readonly limit: number;
  readonly lastFailure: PrebuildBuild;
  readonly templateChanged: boolean;
}

export const hardLimitedPreset: Rule<Limited> = {
  id: 'hard-limited-preset',
  group: 'history',
  severity: 'error',
  summary: 'Coder stopped building prebuilds of a preset because its newest builds all failed.',
  since: '0.1.0',

  evaluate({ histories = NOT_CONFIGURED, policy: { history = DEFAULT_HISTORY_POLICY } }) {
    const { failureHardLimit: limit, templateChanged } = history;
    return judge(histories, (templates) =>
      templates.flatMap(({ presets, version }) =>
        presets.flatMap(({ name, builds = [] }) => {
          const [lastFailure] = builds;
          if (lastFailure === undefined || !isHardLimited(builds, limit)) return [];
          return [
            {
              subject: aboutPreset(name),
              evidence: 'declared',
              // A merge starts a version with a count of zero, so this change may well be the fix.
              ...(templateChanged ? { severity: 'warning' } : {}),
              data: { preset: name, version: version.name, limit, lastFailure, templateChanged },
            },
          ];
        }),
      ),
    );
  },

  explain({ data: { preset, version, limit, lastFailure, templateChanged } }) {
    return {
      what: joined([
        limit === 1
          ? say`Coder no longer builds prebuilds of preset ${preset}: the newest build of version ${version} failed.`
          : say`Coder no longer builds prebuilds of preset ${preset}: the newest ${limit} builds of version ${version} all failed.`,
        ...errorOf(lastFailure),
      ]),
      why: [
        'Coder notifies nobody. The pool runs empty, and every claim becomes an ordinary build that the user waits for.',
      ],
      remedy: templateChanged
        ? say`The build log is at ${lastFailure.url}. A merge starts a new version with no failures, so make sure that it fixes this error.`
        : say`The build log is at ${lastFailure.url}. Fix the template and promote a new version. If the cause was outside the template, delete the failed prebuilds: ${'coder list --search owner:prebuilds'} lists them.`,
    };
  },
};

function errorOf({ error, errorCode }: PrebuildBuild): readonly Text[] {
  if (error === undefined) return [];
  return [
    errorCode === undefined ? ['The last error: ', code(error), '.'] : say`The last error (${errorCode}): ${error}.`,
  ];
}
