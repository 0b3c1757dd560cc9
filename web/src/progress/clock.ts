/** The learner's day: local, from four in the morning. */
export const MINUTE = 60_000;
const ROLL_OVER = 4;

/** First instant of the learner's day that `now` is in, and of the next. */
export function dayOf(now: number): { start: number; end: number } {
  const day = new Date(now);
  if (day.getHours() < ROLL_OVER) day.setDate(day.getDate() - 1);
  day.setHours(ROLL_OVER, 0, 0, 0);
  const start = day.getTime();
  day.setDate(day.getDate() + 1);
  return { start, end: day.getTime() };
}
