/**
 * Asks the real provider which prebuild schedules it accepts, and writes its
 * answers to `fixtures/schedule-oracle/cases.json`. Needs Terraform, and the
 * provider where Terraform finds it.
 */
import { writeFileSync } from 'node:fs';
import { type Answer, askProvider, type Question } from './ask-provider.ts';

interface OracleCase {
  readonly timezone: string;
  readonly crons: readonly string[];
}

const VERSION = '2.20.0';

const ZONES = [
  'UTC',
  'utc',
  '',
  'Local',
  'local',
  'Europe/Berlin',
  'europe/berlin',
  'Europe/berlin',
  'EUROPE/BERLIN',
  'Berlin',
  'US/Eastern',
  'us/eastern',
  'EST',
  'EST5EDT',
  'est5edt',
  'CEST',
  'CET',
  'GMT',
  'GMT+1',
  'GMT+0',
  'Etc/GMT+5',
  'Etc/GMT+15',
  'UTC+1',
  'SystemV/PST8',
  'IST',
  'BST',
  '+01:00',
  '+0100',
  'Z',
  'Zulu',
  'Asia/Calcutta',
  'Asia/Kolkata',
  'Europe/Kiev',
  'Europe/Kyiv',
  'America/Argentina/Buenos_Aires',
  'America/Buenos_Aires',
  'America/Ciudad_Juarez',
  ' UTC',
  'UTC ',
  'Europe/Berlin/',
  '../UTC',
  '/UTC',
  'Mars/Olympus',
  'PST',
  'PST8PDT',
  'W-SU',
  'GB',
  'Etc/UTC',
  'Etc/utc',
  'Antarctica/Troll',
];

const HOURS = [
  '*',
  '?',
  '8',
  '08',
  '8-18',
  '18-8',
  '0-23',
  '0-24',
  '24',
  '-1',
  '8-',
  '-',
  '8,9',
  '8,',
  ',8',
  ',',
  ',,',
  '*/2',
  '8/4',
  '8-18/2',
  '*/0',
  '*/',
  '/2',
  '*/1',
  '*-5',
  '1-2-3',
  '8/2/2',
  '+8',
  '8-+9',
  '1e1',
  '0x8',
  '８',
  'a',
  '*,8',
  '8,*',
  '**',
  '8.5',
  '8-18,20',
  '00-23',
  '8;9',
  '*/24',
  '*/1000000',
  '?-x',
];
const DAYS = ['1', '31', '32', '0', '1-31', '*/2', 'L', '15W', '1,15', '?', '31-31'];
const MONTHS = ['1', '12', '13', '0', 'JAN', 'jan-mar', 'January', 'Feb,4', '*/3', '?', 'dec-jan'];
const WEEKDAYS = [
  '0',
  '6',
  '7',
  'MON',
  'mon-fri',
  'fri-mon',
  'Monday',
  '1,5',
  '1-5',
  'SUN-SAT',
  '*/2',
  'MON#1',
  '5L',
  '?',
  '0-7',
];

const LINES = [
  '* 8-18 * * 1-5',
  '* * * * *',
  '0 8 * * *',
  '*/1 * * * *',
  '? * * * *',
  '* 8 * *',
  '* 8 * * * *',
  '',
  ' ',
  '  *  8 * * 1  ',
  '*\t8 * * 1',
  '@daily',
  '@every 1h',
  'TZ=UTC 8 * * 1',
  'CRON_TZ=UTC * 8 * * 1',
  '*\u00a08 * * 1',
  '*\u30008 * * 1',
  '*\ufeff8 * * * 1',
  '*\u200b8 * * 1',
  '* 8 31 2 *',
  '*\n8\n*\n*\n1',
  '*,* 8 * * 1',
  '0-59 8 * * 1',
];

const PARTS = [
  '8-18 * * 1-5',
  '19-23 * * 1-5',
  '8-18 * * 6,0',
  '8 1 * *',
  '8 * * 1',
  '8 1 * 1',
  '8 2 * 2',
  '8 2 * 1',
  '8 1 * 2',
  '8 31 2 *',
  '8 31 1 *',
  '8 * 1-3 *',
  '8 * 4-6 *',
  '*/2 * * *',
  '9-17/2 * * *',
  '8 * JAN *',
  '8 * * MON',
  '8 ? * *',
  '8, * * *',
  ', * * *',
  '8 1-15 * *',
  '8 16-31 * *',
  '8 1-15 * 1',
  '8 * 1 1',
  '20 * 4 1',
  '+8 * * 1',
  '8 * * 5-6',
  '* * * 0',
];

function lineCases(): OracleCase[] {
  const fields = [
    ...HOURS.map((hour) => `* ${hour} * * *`),
    ...DAYS.map((day) => `* 8 ${day} * *`),
    ...MONTHS.map((month) => `* 8 * ${month} *`),
    ...WEEKDAYS.map((weekday) => `* 8 * * ${weekday}`),
  ];
  return [...LINES, ...fields].map((cron) => ({ timezone: 'UTC', crons: [cron] }));
}

const CASES: readonly OracleCase[] = [
  ...ZONES.map((timezone) => ({ timezone, crons: ['* 8-18 * * 1-5'] })),
  ...lineCases(),
  ...PARTS.flatMap((first) => PARTS.map((second) => ({ timezone: 'UTC', crons: [`* ${first}`, `* ${second}`] }))),
  ...PARTS.slice(0, 6).map((third) => ({ timezone: 'UTC', crons: ['* 1 * * *', '* 2 * * *', `* ${third}`] })),
];

function questionOf({ timezone, crons }: OracleCase, index: number): Question {
  const schedule = crons.map((cron) => ({ cron, instances: 1 }));
  return {
    type: 'coder_workspace_preset',
    arguments: { name: `preset ${index}`, prebuilds: { instances: 1, scheduling: { timezone, schedule } } },
  };
}

/** Terraform reads nothing while one block is invalid, so what is valid is asked a second time. */
function answersOf(questions: readonly Question[]): readonly Answer[] {
  const first = askProvider(VERSION, questions);
  const open = questions.filter((_, index) => first[index] === undefined);
  const second = new Map(askProvider(VERSION, open).map((answer, index) => [open[index], answer]));
  return questions.map((question, index) => first[index] ?? second.get(question));
}

const answers = answersOf(CASES.map(questionOf));
const recorded = CASES.map((each, index) => ({ ...each, refused: answers[index] ?? null }));
writeFileSync(
  new URL('../fixtures/schedule-oracle/cases.json', import.meta.url),
  `{"provider":"coder/coder ${VERSION}","cases":[\n${recorded.map((each) => JSON.stringify(each)).join(',\n')}\n]}\n`,
);
process.stdout.write(
  `${recorded.length} cases, ${recorded.filter(({ refused }) => refused === null).length} of them accepted\n`,
);
