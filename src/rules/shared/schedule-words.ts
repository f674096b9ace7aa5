import type { CronProblem } from '../../model/schedule/cron.ts';
import type { ScheduleProblem } from '../../model/schedule/schedule-problem.ts';
import { say, type Text } from '../../model/text.ts';

/** One sentence for each problem. */
export function describeScheduleProblem(problem: ScheduleProblem): Text {
  switch (problem.kind) {
    case 'zone-unknown':
      return say`There is no time zone ${problem.timezone}; use a name from the IANA database, such as ${'Europe/Berlin'}.`;
    case 'zone-miscased':
      return say`Write the time zone ${problem.timezone} as ${problem.proper}.`;
    case 'zone-of-server':
      return say`The time zone ${'Local'} is the zone of the server, which may be any.`;
    case 'cron':
      return say`The provider refuses the schedule ${problem.cron}: ${describeCronProblem(problem.problem)}.`;
    case 'never-active':
      return say`The schedule ${problem.cron} is never active, because no year has such an hour.`;
    case 'negative-instances':
      return say`The schedule ${problem.cron} asks for ${problem.instances} instances.`;
    case 'overlap':
      return describeOverlap(problem);
    case 'not-comparable':
      return say`The provider cannot compare the schedules ${problem.cron} and ${problem.other}: if there is more than one schedule, it reads only ${'*'}, numbers, ranges and lists, and not ${problem.text}.`;
  }
}

function describeOverlap({ cron, other, seenBy }: Extract<ScheduleProblem, { kind: 'overlap' }>): Text {
  switch (seenBy) {
    case 'both':
      return say`The schedules ${cron} and ${other} overlap.`;
    case 'provider':
      return say`The provider treats the schedules ${cron} and ${other} as overlapping, although no hour is in both, because it compares field by field.`;
    case 'calendar':
      return say`The schedules ${cron} and ${other} overlap on some days. The provider does not notice, and the first one counts.`;
  }
}

function describeCronProblem(problem: CronProblem): Text {
  switch (problem.kind) {
    case 'field-count':
      return say`it has ${problem.count} fields, not five`;
    case 'minute':
      return say`its minute must be ${'*'}, because a schedule is a range of whole hours, not a point in time`;
    case 'field':
      return say`its ${[problem.field]} cannot be ${problem.text}${[problem.field === 'weekday' ? '; Sunday is 0 and Saturday 6' : '']}`;
  }
}
