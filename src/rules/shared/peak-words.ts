import type { PeakHour } from '../../model/template/prebuild-peak.ts';
import { say, type Text } from '../../model/text.ts';

/** `on Monday at 08:00 (Europe/Berlin)`, or `on 29 February at 12:00 (UTC)` for an hour that does not come back every week. */
export function describePeakHour({ weekday, month, dayOfMonth, hour, minute, zone, weekly }: PeakHour): Text {
  const day = weekly ? WEEKDAYS[weekday] : `${dayOfMonth} ${MONTHS[month - 1]}`;
  return say`on ${[`${day} at ${twoDigits(hour)}:${twoDigits(minute)}`]} (${zone})`;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
