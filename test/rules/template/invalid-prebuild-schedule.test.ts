import { describe, expect, it } from 'vitest';
import { invalidPrebuildSchedule as rule } from '../../../src/rules/template/invalid-prebuild-schedule.ts';
import { prebuilds, preset, snapshot, template } from '../../support/builders.ts';
import { decided, said } from '../../support/rule.ts';

function judge(timezone: string, ...schedules: readonly (string | readonly [cron: string, instances: number])[]) {
  const scheduling = {
    timezone,
    schedules: schedules.map((each) =>
      typeof each === 'string' ? { cron: each, instances: 1 } : { cron: each[0], instances: each[1] },
    ),
  };
  return snapshot({ template: template({ presets: [preset({ prebuilds: prebuilds({ scheduling }) })] }) });
}

describe('invalid-prebuild-schedule', () => {
  it.each([
    { zone: 'Europe/Berlin', crons: ['* 8-18 * * 1-5'], severity: undefined, because: 'all is well' },
    {
      zone: 'Europe/Berlin',
      crons: ['* 8-18 * * MON-FRI'],
      severity: undefined,
      because: 'one schedule may have names',
    },
    { zone: 'Mars/Olympus', crons: ['* 8 * * *'], severity: 'error', because: 'there is no such zone' },
    {
      zone: 'europe/berlin',
      crons: ['* 8 * * *'],
      severity: 'error',
      because: 'the server looks for a file of that name',
    },
    { zone: '+01:00', crons: ['* 8 * * *'], severity: 'error', because: 'an offset is no zone' },
    { zone: 'Local', crons: ['* 8 * * *'], severity: 'warning', because: 'nobody can tell which zone that is' },
    { zone: 'UTC', crons: ['0 8 * * *'], severity: 'error', because: 'a minute makes no range' },
    { zone: 'UTC', crons: ['* 8 * *'], severity: 'error', because: 'a field is missing' },
    { zone: 'UTC', crons: ['* 8 * * 7'], severity: 'error', because: 'Sunday is 0' },
    { zone: 'UTC', crons: ['* 8 31 2 *'], severity: 'warning', because: 'no February has a 31st' },
    { zone: 'UTC', crons: ['* 8-12 * * *', '* 12-18 * * *'], severity: 'error', because: '12:00 is in both' },
    { zone: 'UTC', crons: ['* 8-11 * * *', '* 12-18 * * *'], severity: undefined, because: 'they are an hour apart' },
    { zone: 'UTC', crons: ['* 8 * * MON', '* 9 * * 1'], severity: 'error', because: 'two schedules may have no names' },
    { zone: 'UTC', crons: ['* */2 * * *', '* 9 * * 1'], severity: 'error', because: 'two schedules may have no steps' },
    {
      zone: 'UTC',
      crons: ['* 8 1 * 1', '* 8 * * 2'],
      severity: 'warning',
      because: 'only a first that is a Tuesday is in both',
    },
    {
      zone: 'UTC',
      crons: ['* 8 31 1,4 *', '* 8 31 4 *'],
      severity: 'error',
      because: 'the provider compares field by field',
    },
  ])('$crons in $zone: $severity, because $because', ({ zone, crons, severity }) => {
    expect(decided(rule, judge(zone, ...crons))).toEqual({
      found: severity === undefined ? [] : [`${severity} preset Small`],
      open: [],
    });
  });

  it('refuses a negative number of instances, which the provider does not', () => {
    expect(decided(rule, judge('UTC', ['* 8 * * *', -1])).found).toEqual(['error preset Small']);
    expect(decided(rule, judge('UTC', ['* 8 * * *', 0])).found).toEqual([]);
  });

  it('is not checked where the block is not known', () => {
    const unknown = preset({ unknown: ['prebuilds'] });
    expect(decided(rule, snapshot({ template: template({ presets: [unknown] }) })).open).toEqual(['preset-not-known']);
  });

  it('explains itself', () => {
    const crons = ['* 8-12 * * *', '* 12-18 * * *', '* 9/2 * * *', '0 8 * * *', '* 8 * *', '* 8 * * 7', '* 8 31 2 *'];
    expect(said(rule, judge('Europe/berlin', ...crons, ['* 20 * * *', -2]))).toMatchInlineSnapshot(`
      "The schedules of preset \`Small\` have a problem. Write the time zone \`Europe/berlin\` as \`Europe/Berlin\`. The provider refuses the schedule \`0 8 * * *\`: its minute must be \`*\`, because a schedule is a range of whole hours, not a point in time. The provider refuses the schedule \`* 8 * *\`: it has 4 fields, not five. The provider refuses the schedule \`* 8 * * 7\`: its weekday cannot be \`7\`; Sunday is 0 and Saturday 6. The schedule \`* 8 31 2 *\` is never active, because no year has such an hour. The schedule \`* 20 * * *\` asks for -2 instances. The schedules \`* 8-12 * * *\` and \`* 12-18 * * *\` overlap. The provider cannot compare the schedules \`* 8-12 * * *\` and \`* 9/2 * * *\`: if there is more than one schedule, it reads only \`*\`, numbers, ranges and lists, and not \`9/2\`. There are 4 more.
      The provider refuses the preset, and with it the whole template version. A server that already has the preset keeps the base number of instances at all hours.
      Write a schedule as \`* HOUR DAY-OF-MONTH MONTH WEEKDAY\`, with hours that no other schedule has. For example, \`* 8-18 * * 1-5\` is 8:00 to 18:59, Monday to Friday."
    `);
    expect(said(rule, judge('Local', '* 8 1 * 1', '* 8 * * 2'))).toMatchInlineSnapshot(`
      "The schedules of preset \`Small\` have a problem. The time zone \`Local\` is the zone of the server, which may be any. The schedules \`* 8 1 * 1\` and \`* 8 * * 2\` overlap on some days. The provider does not notice, and the first one counts.
      The provider accepts it, but the pool has a different size from what the template seems to say.
      Write a schedule as \`* HOUR DAY-OF-MONTH MONTH WEEKDAY\`, with hours that no other schedule has. For example, \`* 8-18 * * 1-5\` is 8:00 to 18:59, Monday to Friday."
    `);
    expect(said(rule, judge('Mars/Olympus', '* 8 30 2 *', '* 8 * 2 *', '* 8 31 4 *'))).toMatchInlineSnapshot(`
      "The schedules of preset \`Small\` have a problem. There is no time zone \`Mars/Olympus\`; use a name from the IANA database, such as \`Europe/Berlin\`. The schedule \`* 8 30 2 *\` is never active, because no year has such an hour. The schedule \`* 8 31 4 *\` is never active, because no year has such an hour. The provider treats the schedules \`* 8 30 2 *\` and \`* 8 * 2 *\` as overlapping, although no hour is in both, because it compares field by field.
      The provider refuses the preset, and with it the whole template version. A server that already has the preset keeps the base number of instances at all hours.
      Write a schedule as \`* HOUR DAY-OF-MONTH MONTH WEEKDAY\`, with hours that no other schedule has. For example, \`* 8-18 * * 1-5\` is 8:00 to 18:59, Monday to Friday."
    `);
  });
});
