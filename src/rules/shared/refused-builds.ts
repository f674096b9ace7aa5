import { aboutPreset, type Subject, THE_TEMPLATE } from '../../model/judgement/finding.ts';
import { judge, NOT_CONFIGURED, type Outcome } from '../../model/judgement/outcome.ts';
import type { RefusedBuild } from '../../model/judgement/rehearsal.ts';
import type { Violation } from '../../model/judgement/rule.ts';
import type { Snapshot } from '../../model/judgement/snapshot.ts';

/** One violation for each build of a kind that Terraform refuses; not configured where nothing was rehearsed. */
export function judgeRefusals(
  { refusals = NOT_CONFIGURED }: Snapshot,
  build: RefusedBuild['build'],
  subjectOf: (refused: RefusedBuild) => Subject,
): Outcome<Violation<RefusedBuild>> {
  return judge(refusals, (all) =>
    all
      .filter((refused) => refused.build === build)
      .map((refused) => ({
        subject: subjectOf(refused),
        evidence: 'rehearsed',
        ...(refused.context.persona === undefined ? {} : { details: { seenIn: [refused.context] } }),
        data: refused,
      })),
  );
}

export function aboutItsPreset({ context: { preset } }: RefusedBuild): Subject {
  return preset === undefined ? THE_TEMPLATE : aboutPreset(preset);
}
