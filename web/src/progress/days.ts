/** What was done on each of the learner's days, which roll over at 04:00; as `memory/habit.py` and `storage/days.py`. */
import { MINUTE } from "./clock";
import type { PrepEvent } from "./event";
import { standingEvents } from "./replay";
import { DAY } from "./schedule";

/** A day as its number since 1970-01-01. */
export type DayNumber = number;

const ROLL_OVER = 240;
const WORK: readonly string[] = ["review", "attempt", "mock"];

/** The learner's day of an instant where local time is `offset` minutes ahead of UTC. */
export const dayNumber = (at: number, offset: number): DayNumber => Math.floor((at / MINUTE + offset - ROLL_OVER) / 1440);

export const readDay = (day: string): DayNumber => Date.parse(`${day}T00:00:00Z`) / DAY;
export const showDay = (day: DayNumber): string => new Date(day * DAY).toISOString().slice(0, 10);

/** 0 for Monday to 6 for Sunday. */
export const weekdayOf = (day: DayNumber): number => (((day + 3) % 7) + 7) % 7;

/** Minutes of study by day. */
export function minutesByDay(events: Iterable<PrepEvent>): Map<DayNumber, number> {
  const days = new Map<DayNumber, number>();
  for (const { kind, at, offset, seconds } of standingEvents(events)) {
    if (!WORK.includes(kind)) continue;
    const day = dayNumber(Date.parse(at), offset);
    days.set(day, (days.get(day) ?? 0) + seconds / 60);
  }
  return days;
}

/** Days in a row with study, up to today, which does not break it; days off neither count nor break it. */
export function streakOf(days: ReadonlyMap<DayNumber, number>, today: DayNumber, isOff: (day: DayNumber) => boolean): number {
  if (days.size === 0) return 0;
  const first = Math.min(...days.keys());
  let count = 0;
  for (let day = days.has(today) ? today : today - 1; day >= first; day -= 1) {
    if (days.has(day)) count += 1;
    else if (!isOff(day)) break;
  }
  return count;
}

export interface Square {
  readonly day: DayNumber;
  readonly minutes: number;
}

/** The last weeks as columns of seven days, Monday first; days to come are left out. */
export function listWeeks(days: ReadonlyMap<DayNumber, number>, today: DayNumber, count: number): Square[][] {
  const monday = today - weekdayOf(today) - 7 * (count - 1);
  return Array.from({ length: count }, (_, week) =>
    Array.from({ length: 7 }, (_, weekday) => monday + 7 * week + weekday)
      .filter((day) => day <= today)
      .map((day) => ({ day, minutes: days.get(day) ?? 0 })),
  );
}
