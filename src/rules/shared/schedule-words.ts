import type { CronProblem } from '../../model/schedule/cron.ts';
import type { ScheduleProblem } from '../../model/schedule/schedule-problem.ts';
import { say, type Text } from '../../model/text.ts';

/** A sentence. */
export function describeScheduleProblem(problem: ScheduleProblem): Text {
  switch (problem.kind) {
    case 'zone-unknown':
      return say`No time zone has the name ${problem.timezone}; it must be one of the IANA database, such as ${'Europe/Berlin'}.`;
    case 'zone-miscased':
      return say`The time zone ${problem.timezone} is spelled ${problem.proper}.`;
    case 'zone-of-server':
      return say`The time zone ${'Local'} is whatever zone the server runs in.`;
    case 'cron':
      return say`The schedule ${problem.cron} is refused: ${describeCronProblem(problem.problem)}.`;
    case 'never-active':
      return say`The schedule ${problem.cron} names no hour that any year has.`;
    case 'negative-instances':
      return say`The schedule ${problem.cron} asks for ${problem.instances} instances.`;
    case 'overlap':
      return describeOverlap(problem);
    case 'not-comparable':
      return say`The schedules ${problem.cron} and ${problem.other} cannot be compared by the provider: with more than one schedule it reads ${'*'}, numbers, ranges and lists only, and not ${problem.text}.`;
  }
}

function describeOverlap({ cron, other, seenBy }: Extract<ScheduleProblem, { kind: 'overlap' }>): Text {
  switch (seenBy) {
    case 'both':
      return say`The schedules ${cron} and ${other} overlap.`;
    case 'provider':
      return say`The provider takes the schedules ${cron} and ${other} for overlapping, although no hour is in both: it compares field by field.`;
    case 'calendar':
      return say`The schedules ${cron} and ${other} overlap on some days, which the provider does not see; the first one counts then.`;
  }
}

function describeCronProblem(problem: CronProblem): Text {
  switch (problem.kind) {
    case 'field-count':
      return say`it has ${problem.count} fields, not five`;
    case 'minute':
      return say`its minute must be ${'*'}, because a schedule is a range of whole hours and no point in time`;
    case 'field':
      return say`its ${[problem.field]} cannot be ${problem.text}${[problem.field === 'weekday' ? '; Sunday is 0 and Saturday 6' : '']}`;
  }
}
