import { expect, it } from 'vitest';
import { dayOf, momentOf, timeOf } from '../../../client/history/when.ts';

const at = (year: number, month: number, day: number, hour = 14, minute = 5): Date =>
  new Date(year, month - 1, day, hour, minute);

it('HISTORY-26 moments are told as people say them: today, yesterday, a day, a day of another year', () => {
  const now = at(2026, 5, 12, 0, 30);
  const told = (moment: Date): [string, string] => [
    dayOf(moment.toISOString(), now),
    momentOf(moment.toISOString(), now),
  ];
  expect(timeOf(at(2026, 5, 12, 0, 7).toISOString())).toBe('00:07');
  expect(told(at(2026, 5, 12, 0, 7))).toEqual(['Today', '00:07']);
  expect(told(at(2026, 5, 11, 23, 59))).toEqual(['Yesterday', '23:59 yesterday']);
  expect(told(at(2026, 5, 10))).toEqual(['Sun 10 May', '14:05, Sun 10 May']);
  expect(told(at(2025, 12, 31))).toEqual(['31 Dec 2025', '14:05, 31 Dec 2025']);
});
