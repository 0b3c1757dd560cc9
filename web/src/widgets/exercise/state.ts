/** An attempt at an exercise as values: what is written, how long it takes, and how it is rated; as in the terminal. */
import { type Moment, type PrepEvent, type Rating, makeEvent } from "../../progress/event";
import { standingEvents } from "../../progress/replay";
import { type Memory, review } from "../../progress/schedule";

export interface Attempt {
  readonly v: 1;
  readonly code: string;
  /** Milliseconds since 1970; 0 until the first key. */
  readonly started: number;
  /** Up to when its time is in the journal. */
  readonly counted: number;
  readonly hints: number;
  readonly seen: boolean;
  /** How many attempts came before. */
  readonly number: number;
}

export const newAttempt = (code: string, number = 0): Attempt => ({ v: 1, code, started: 0, counted: 0, hints: 0, seen: false, number });

/** The attempt with the clock running. */
export const begin = (attempt: Attempt, now: number): Attempt =>
  attempt.started ? attempt : { ...attempt, started: now, counted: now };

/** An attempt from storage; null when it is none of ours. */
export function readAttempt(value: unknown): Attempt | null {
  const attempt = value as Partial<Attempt> | null | undefined;
  const numbers = [attempt?.started, attempt?.counted, attempt?.hints, attempt?.number];
  return attempt?.v === 1 && typeof attempt.code === "string" && numbers.every(Number.isFinite) ? (attempt as Attempt) : null;
}

export interface Checked {
  readonly name: string;
  readonly status: "passed" | "failed" | "not-run";
  readonly input: string;
  readonly expected: string;
  readonly got: string;
  readonly message: string;
}

export interface Verdict {
  readonly verdict: "passed" | "failed" | "broken" | "timeout" | "crashed";
  readonly message: string;
  readonly tests: readonly Checked[];
  readonly of: number;
  readonly printed: string;
  readonly printedBytes: number;
}

export const isPassed = (verdict: Verdict): boolean => verdict.verdict === "passed" && verdict.tests.length > 0;
const countPassed = (verdict: Verdict): number => verdict.tests.filter(({ status }) => status === "passed").length;

/** The judge's report from the worker. */
export function readReport(text: string): Verdict {
  const report = JSON.parse(text) as { verdict: Verdict["verdict"]; message: string; tests: Checked[]; printed: string; printed_bytes: number };
  const { verdict, message, tests, printed } = report;
  return { verdict, message, tests, of: tests.length, printed, printedBytes: report.printed_bytes };
}

/** The verdict on a run that ended without one: the tests that were told, and the one that was under way. */
export function cutShort(verdict: "timeout" | "crashed", message: string, told: readonly Checked[], of: number): Verdict {
  const missing = { status: "failed", input: "", expected: "an answer", got: message, message } as const;
  const late = told.length < of ? [{ name: `test ${told.length + 1} of ${of}`, ...missing }] : [];
  return { verdict, message, tests: [...told, ...late], of, printed: "", printedBytes: 0 };
}

const WORDS: Readonly<Record<Verdict["verdict"], string>> = {
  passed: "Passed",
  failed: "Not yet",
  timeout: "Stopped",
  crashed: "Crashed",
  broken: "Does not run",
};

/** The verdict in one sentence. */
export const describeVerdict = (verdict: Verdict): string =>
  `${WORDS[verdict.verdict]}: ${verdict.message || `${countPassed(verdict)} of ${verdict.tests.length} tests passed`}.`;

/** Failed or copied 1, with hints or late 2, passed 3, passed again in half the time 4. */
export function rate(attempt: Attempt, verdict: Verdict, minutes: number, now: number): Rating {
  const spent = (now - attempt.started) / 60_000;
  if (!isPassed(verdict) || attempt.seen) return 1;
  if (attempt.hints || spent > minutes) return 2;
  return spent * 2 <= minutes && attempt.number ? 4 : 3;
}

const LONGEST_FACTOR = 3;

/** The attempt as an event in the terminal's form. */
export function makeAttempt(
  moment: Moment, exercise: string, attempt: Attempt, verdict: Verdict, minutes: number, more: Readonly<Record<string, unknown>> = {},
): PrepEvent {
  const seconds = Math.min(Math.max(0, moment.now - attempt.counted) / 1000, LONGEST_FACTOR * minutes * 60, 86_400);
  return makeEvent(moment, "attempt", exercise, {
    rating: rate(attempt, verdict, minutes, moment.now),
    seconds: Math.round(seconds * 1000) / 1000,
    data: {
      passed: isPassed(verdict), verdict: verdict.verdict, tests: countPassed(verdict), of: verdict.of,
      hints: attempt.hints, solution_seen: attempt.seen, ...more,
    },
  });
} // prettier-ignore

/** When an exercise is to come back: its attempts replayed as reviews are; null when it was never rated. */
export function findDue(events: Iterable<PrepEvent>, exercise: string, retention: number): number | null {
  let memory: Memory | null = null;
  let due: number | null = null;
  for (const { kind, item, rating, at } of standingEvents(events)) {
    if (kind !== "attempt" || item !== exercise || rating === null) continue;
    ({ memory, due } = review(memory, rating, Date.parse(at), retention));
  }
  return due;
}
