/** What is odd about what is kept, in words: a clock that went back (as the terminal says it), damage, loss. */
import { MINUTE } from "./clock";

/** When there was something and the browser has it no more. */
export const GONE = "Your progress was kept here, and the browser has lost or cleared it. Import your last export to bring it back.";

const SLACK = 5;
const SPANS: readonly (readonly [number, string])[] = [[1440, "days"], [60, "hours"]];

/** Minutes as a person says them. */
function saySpan(minutes: number): string {
  const [length, name] = SPANS.find(([length]) => minutes >= 2 * length) ?? [1, "minutes"];
  return `${Math.round(minutes / length)} ${name}`;
}

/** A sentence when the clock is behind the newest answer, else empty. */
export function findClockWarning(newest: number, now: number): string {
  const behind = (newest - now) / MINUTE;
  if (!(behind >= SLACK)) return "";
  return `Your clock is ${saySpan(behind)} behind your newest answer: check date and time. ` +
    "Nothing is lost; new answers are kept with the time your clock says.";
}

/** A sentence about records that cannot be read, else empty. */
export function sayDamaged(count: number): string {
  if (count === 0) return "";
  const [records, were] = count === 1 ? ["1 saved record is", "was"] : [`${count} saved records are`, "were"];
  return `${records} damaged and ${were} passed over; the others are used.`;
}
