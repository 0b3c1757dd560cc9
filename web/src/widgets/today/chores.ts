/** Today's tasks that are not questions: each kind saves a share of the days since it last had its turn. */
import type { Chores } from "../../progress/aims";

export type ChoreKind = "exercise" | "case" | "story" | "mock" | "checklist";

export interface Chore {
  readonly kind: ChoreKind;
  /** Id of the exercise or case, a competency, a round, or empty. */
  readonly id: string;
  readonly title: string;
  readonly minutes: number;
}

export interface Work {
  /** The most useful of each kind; kinds with nothing to do are left out. */
  readonly waiting: Partial<Record<"exercise" | "case" | "story", Chore>>;
  /** Days since each kind was done; infinite when never. */
  readonly since: Readonly<Record<"exercise" | "case" | "story" | "mock", number>>;
  /** Rounds that mocks take turns through. */
  readonly rounds: readonly string[];
  readonly mocks: number;
}

/** Days that a kind which was never done has saved up for. */
const NEVER = 5;

/** What to do today besides questions, in minutes that leave the rest of the day for them. */
export function listChores(rules: Chores, work: Work, minutes: number, daysLeft: number | null): Chore[] {
  if (daysLeft !== null && daysLeft <= 1) return listLast(rules, minutes, daysLeft);
  let room = rules.most * minutes;
  const found: Chore[] = [];
  const take = (chore: Chore): void => {
    found.push(chore);
    room -= chore.minutes;
  };
  const round = work.rounds[work.mocks % Math.max(1, work.rounds.length)];
  const isSoon = daysLeft !== null && daysLeft < rules.mockBefore;
  const isTurn = Number.isFinite(work.since.mock) ? work.since.mock >= rules.mockEvery : work.since.exercise + work.since.case < Infinity;
  if (round !== undefined && isTurn && !isSoon && room >= rules.mockMinutes / 2) {
    take({ kind: "mock", id: round, title: "Mock interview", minutes: Math.floor(Math.min(rules.mockMinutes, room)) });
  }
  for (const kind of ["exercise", "case", "story"] as const) {
    const chore = work.waiting[kind];
    const saved = (rules.shares[kind] ?? 0) * minutes * Math.min(work.since[kind], NEVER);
    if (chore && chore.minutes <= Math.min(saved, room)) take(chore);
  }
  return found;
}

/** The eve and the day itself: the checklist, and nothing new. */
function listLast(rules: Chores, minutes: number, daysLeft: number): Chore[] {
  if (daysLeft < 0) return [];
  const most = daysLeft === 0 ? rules.checklistMinutes : Math.min(rules.checklistMinutes, Math.floor(rules.most * minutes));
  return most > 0 ? [{ kind: "checklist", id: "", title: daysLeft === 0 ? "The checklist for today" : "The checklist for the day before", minutes: most }] : [];
}
