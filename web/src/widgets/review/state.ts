/** A sitting as values: which question, what was done, what a key means. */
import type { Rating } from "../../progress/event";
import type { Turn } from "../../progress/queue";

export interface Done {
  readonly item: string;
  readonly title: string;
  /** Id of the event, so that it can be taken back. */
  readonly event: string;
  /** 0 when it was put aside. */
  readonly rating: Rating | 0;
  readonly seconds: number;
}

export interface Sitting {
  readonly v: 1;
  readonly turns: readonly Turn[];
  readonly at: number;
  readonly minutes: number;
  readonly done: readonly Done[];
}

export const RATING_TITLES: Readonly<Record<Rating | 0, string>> = { 0: "put aside", 1: "again", 2: "hard", 3: "good", 4: "easy" };

export const MINUTES = [5, 10, 20, 30, 45, 60] as const;
export const USUAL_MINUTES = 20;

export const startSitting = (turns: readonly Turn[], minutes: number): Sitting => ({ v: 1, turns, at: 0, minutes, done: [] });

export const advance = (sitting: Sitting, done: Done): Sitting => ({ ...sitting, at: sitting.at + 1, done: [...sitting.done, done] });

/** The sitting with nothing left to answer; what was done can still be taken back. */
export const endSitting = (sitting: Sitting): Sitting => ({ ...sitting, turns: sitting.turns.slice(0, sitting.at) });

/** The sitting before its last deed, and that deed. */
export function stepBack(sitting: Sitting): { sitting: Sitting; undone: Done } | null {
  const undone = sitting.done.at(-1);
  if (!undone) return null;
  const at = sitting.turns.findIndex((turn) => turn.item === undone.item);
  return { sitting: { ...sitting, at: Math.max(0, at), done: sitting.done.slice(0, -1) }, undone };
}

export const minutesUsed = (sitting: Sitting): number => sitting.done.reduce((sum, one) => sum + one.seconds, 0) / 60;

/** The question to answer now; null when the questions or the minutes are used up. */
export function currentTurn(sitting: Sitting): Turn | null {
  if (sitting.done.length && minutesUsed(sitting) >= sitting.minutes) return null;
  return sitting.turns[sitting.at] ?? null;
}

/** A sitting from storage; null when it is none of ours. */
export function readSitting(text: string | null): Sitting | null {
  try {
    const value = JSON.parse(text ?? "null") as Partial<Sitting> | null;
    const isOurs = value?.v === 1 && Array.isArray(value.turns) && Array.isArray(value.done) && Number.isInteger(value.at);
    return isOurs && typeof value.minutes === "number" ? (value as Sitting) : null;
  } catch {
    return null;
  }
}

export type Action = "reveal" | "full" | "probes" | "said" | "unsaid" | "aside" | "undo" | "quit" | "accept" | Rating;

const ALWAYS: Readonly<Record<string, Action>> = { s: "aside", u: "undo", q: "quit" };
const THINKING: Readonly<Record<string, Action>> = { " ": "reveal", enter: "reveal", e: "full" };
const SHOWN: Readonly<Record<string, Action>> = {
  1: 1, 2: 2, 3: 3, 4: 4, enter: "accept", e: "full", p: "probes", y: "said", n: "unsaid",
}; // prettier-ignore

/** What a key does before and after the answer is shown; the same keys as the terminal's. */
export function actionOf(key: string, shown: boolean): Action | null {
  const name = key.toLowerCase();
  const own = shown ? SHOWN : THINKING;
  if (Object.hasOwn(own, name)) return own[name] ?? null;
  return Object.hasOwn(ALWAYS, name) ? (ALWAYS[name] ?? null) : null;
}

export const WHY_TITLES: Readonly<Record<Turn["why"], string>> = { due: "due", ahead: "ahead of a full day", new: "new" };

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? "" : "s"}`;

/** What a sitting holds, in one line. */
export function describeTurns(turns: readonly Turn[]): string {
  const parts = (["due", "ahead", "new"] as const).flatMap((why) => {
    const number = turns.filter((turn) => turn.why === why).length;
    return number ? [`${number} ${WHY_TITLES[why]}`] : [];
  });
  return `${count(turns.length, "question")}: ${parts.join(", ")}.`;
}

export function describePlace(sitting: Sitting): string {
  const turn = sitting.turns[sitting.at];
  const place = `Question ${sitting.at + 1} of ${sitting.turns.length}`;
  return `${place} · ${turn ? WHY_TITLES[turn.why] : ""} · ${Math.round(minutesUsed(sitting))} of ${sitting.minutes} min`;
}

/** The end of a sitting in one sentence. */
export function summarize(sitting: Sitting): string {
  const rated = sitting.done.filter((one) => one.rating !== 0);
  const known = rated.filter((one) => one.rating >= 3).length;
  const aside = sitting.done.length - rated.length;
  const time = minutesUsed(sitting);
  const minutes = time < 1 ? "less than a minute" : count(Math.round(time), "minute");
  return `${count(rated.length, "question")} rated in ${minutes}, ${known} of them known${aside ? `; ${aside} put aside` : ""}.`;
}
