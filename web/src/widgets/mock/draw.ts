/** A mock drawn and timed by the rules of `prep_tracker/plan/mock.py`. */
import { makeChance } from "./chance";

export interface Phase {
  readonly title: string;
  /** Minutes from the beginning. */
  readonly starts: number;
  readonly ends: number;
}

/** What a draw has to know of a question. */
export interface Candidate {
  readonly id: string;
  /** `pack/topic` */
  readonly topic: string;
  readonly minutes: number;
  /** How likely it is asked of this learner, >= 0. */
  readonly weight: number;
}

const CLOSING = "your questions";

/** Minutes of a 45-minute round by phase, as the terminal's checklist and mock have them. */
const PHASES: Readonly<Record<string, readonly (readonly [string, number])[]>> = {
  coding: [["understand and ask", 5], ["plan and agree", 5], ["code", 20], ["test and complexity", 10], [CLOSING, 5]],
  "ml-breadth": [["answers of two minutes each", 35], ["one deeper", 5], [CLOSING, 5]],
  "ml-depth": [["frame your topic", 5], ["go deep", 30], ["limits and alternatives", 5], [CLOSING, 5]],
  "system-design": [["clarify and frame", 8], ["numbers and data", 7], ["model and metrics", 12], ["serve and monitor", 10], ["trade-offs", 3], [CLOSING, 5]],
  project: [["the project in two minutes", 2], ["approach and choices", 15], ["challenges", 13], ["results and lessons", 10], [CLOSING, 5]],
  behavioral: [["four stories of six minutes with their probes", 24], ["shorter prompts", 14], [CLOSING, 7]],
  business: [["clarify the goal", 7], ["structure", 8], ["analyse with numbers", 18], ["recommend", 7], [CLOSING, 5]],
}; // prettier-ignore

/** To the nearest whole number, halves to the even one, as Python rounds. */
function roundEven(value: number): number {
  const low = Math.floor(value);
  const rest = value - low;
  return rest < 0.5 || (rest === 0.5 && low % 2 === 0) ? low : low + 1;
}

/** The round's usual phases stretched to so many minutes, at least one minute each. */
export function splitPhases(round: string, minutes: number): Phase[] {
  const usual = PHASES[round] ?? [];
  const total = usual.reduce((sum, [, length]) => sum + length, 0);
  let starts = 0;
  let used = 0;
  return usual.map(([title, length]) => {
    used += length;
    const phase = { title, starts, ends: Math.max(roundEven((used * minutes) / total), starts + 1) };
    starts = phase.ends;
    return phase;
  });
}

/** The phase of a minute; after the end, the last one. */
export const phaseAt = (phases: readonly Phase[], minute: number): Phase | undefined =>
  phases.find((phase) => phase.ends > minute) ?? phases.at(-1);

/** Minutes at which the interviewer looks at the clock: half time, and five before the end. */
export const nudgesOf = (minutes: number): number[] =>
  [...new Set([Math.floor(minutes / 2), Math.max(minutes - 5, 0)])].sort((a, b) => a - b);

/** Draws questions: weighty ones more often, no topic twice while others are left; the same seed draws the same.
 *
 * Weighted sampling without replacement by keys `u ** (1 / w)`: Efraimidis and Spirakis (2006), algorithm A-ES.
 */
export function drawQuestions(fitting: readonly Candidate[], round: string, minutes: number, seed: number): Candidate[] {
  const chance = makeChance(seed);
  const closing = splitPhases(round, minutes).filter((phase) => phase.title === CLOSING);
  const left = minutes - closing.reduce((sum, phase) => sum + phase.ends - phase.starts, 0);
  const byId = (a: Candidate, b: Candidate): number => (a.id < b.id ? -1 : 1);
  const keyed = [...fitting].sort(byId).map((one) => {
    const draw = chance();
    return { one, key: one.weight > 0 ? draw ** (1 / one.weight) : draw - 1 };
  });
  keyed.sort((a, b) => b.key - a.key || byId(a.one, b.one));
  return fill(keyed.map(({ one }) => one), left);
}

/** In order until the minutes are used; a second one of a topic only when none else fits. */
function fill(order: readonly Candidate[], minutes: number): Candidate[] {
  const chosen: Candidate[] = [];
  const topics = new Set<string>();
  let left = minutes;
  for (const once of [true, false]) {
    for (const one of order) {
      if (chosen.includes(one) || (once && topics.has(one.topic)) || one.minutes > Math.max(left, 0)) continue;
      chosen.push(one);
      topics.add(one.topic);
      left -= one.minutes;
    }
  }
  return chosen.length ? chosen : order.slice(0, 1);
}
