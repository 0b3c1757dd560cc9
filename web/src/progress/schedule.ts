/** FSRS-6 under the one rule shared with the terminal: a memory ages in whole days of 86,400,000 ms, never less than none. */
import { FSRSAlgorithm, type Grade, generatorParameters } from "ts-fsrs";
import type { Rating } from "./event";

export const DAY = 86_400_000;
const LONGEST = 36_500;

export interface Memory {
  readonly stability: number;
  readonly difficulty: number;
  /** The last review, milliseconds since 1970 UTC. */
  readonly last: number;
}

const algorithms = new Map<number, FSRSAlgorithm>();

function algorithm(retention: number): FSRSAlgorithm {
  let known = algorithms.get(retention);
  if (!known) {
    known = new FSRSAlgorithm(
      generatorParameters({ request_retention: retention, maximum_interval: LONGEST, enable_fuzz: false, enable_short_term: true }),
    );
    algorithms.set(retention, known);
  }
  return known;
}

/** Whole days between two instants; none when the clock went back. */
export const elapsedDays = (last: number, now: number): number => Math.max(0, Math.floor((now - last) / DAY));

/** The memory after one review, and the instant at which it is to come back. */
export function review(memory: Memory | null, rating: Rating, at: number, retention: number): { memory: Memory; due: number } {
  const fsrs = algorithm(retention);
  const days = memory ? elapsedDays(memory.last, at) : 0;
  const { stability, difficulty } = fsrs.next_state(memory, days, rating as unknown as Grade);
  const interval = fsrs.next_interval(stability, days);
  return { memory: { stability, difficulty, last: at }, due: at + interval * DAY };
}

/** Chance, 0-1, that it is remembered now; 0 when never seen. */
export function recall(memory: Memory | null, now: number): number {
  return memory ? algorithm(0.9).forgetting_curve(elapsedDays(memory.last, now), memory.stability) : 0;
}

/** The due instant that each rating would give. */
export function nextDates(memory: Memory | null, now: number, retention: number): Record<Rating, number> {
  const due = (rating: Rating): number => review(memory, rating, now, retention).due;
  return { 1: due(1), 2: due(2), 3: due(3), 4: due(4) };
}
