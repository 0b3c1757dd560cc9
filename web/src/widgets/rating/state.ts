/** Rating a question as values: what ticked key points propose, and how a card is told. */
import type { Rating } from "../../progress/event";
import type { Card } from "../../progress/replay";
import { DAY } from "../../progress/schedule";

export const RATINGS: readonly (readonly [Rating, string, string])[] = [
  [1, "Again", "I did not know it"],
  [2, "Hard", "I was unsure"],
  [3, "Good", "I knew it"],
  [4, "Easy", "I knew it at once"],
];

const ENOUGH = 0.6;
const QUICK = 0.5;
const MATURE = 21;

export interface Sitting {
  readonly said: number;
  readonly total: number;
  /** Until the answer was shown. */
  readonly seconds: number;
  /** What the question allows. */
  readonly minutes: number;
  /** The rating before, 0 for a new question. */
  readonly last: Rating | 0;
}

/** The rating that an answer deserves by its key points; the same rule as the terminal's. */
export function proposeRating({ said, total, seconds, minutes, last }: Sitting): Rating {
  const share = total ? said / total : 1;
  if (share < ENOUGH) return 1;
  if (share < 1) return 2;
  const isQuick = seconds > 0 && seconds <= minutes * 60 * QUICK;
  return isQuick && last >= 3 ? 4 : 3;
}

export type Status = "new" | "due" | "learning" | "known" | "aside";

export function statusOf(card: Card | undefined, now: number): Status {
  if (!card) return "new";
  if (card.suspended) return "aside";
  if (!card.memory || card.due === null) return "new";
  if (card.due <= now) return "due";
  return card.memory.stability >= MATURE ? "known" : "learning";
}

export const STATUS_TITLES: Readonly<Record<Status, string>> = {
  new: "New",
  due: "Due",
  learning: "Learning",
  known: "Known",
  aside: "Put aside",
};

/** How long until an instant, in words. */
export function describeGap(from: number, to: number): string {
  const days = Math.round((to - from) / DAY);
  if (days < 1) return "today";
  if (days === 1) return "in 1 day";
  if (days < 31) return `in ${days} days`;
  const months = Math.round(days / 30.44);
  if (months < 12) return months === 1 ? "in 1 month" : `in ${months} months`;
  const years = Math.round(days / 36.525) / 10;
  return years === 1 ? "in 1 year" : `in ${years} years`;
}

/** One line about a card. */
export function describeCard(card: Card | undefined, now: number): string {
  const status = statusOf(card, now);
  if (!card || status === "new") return "You have not rated this yet.";
  if (status === "aside") return "Put aside: it does not come back by itself.";
  const times = card.reviews === 1 ? "Rated once" : `Rated ${card.reviews} times`;
  return status === "due" ? `${times}. It is due now.` : `${times}. Back ${describeGap(now, card.due ?? now)}.`;
}
