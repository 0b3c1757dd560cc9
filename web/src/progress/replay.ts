/** Events replayed into cards; the same as `prep_tracker/memory/replay.py`. */
import { type PrepEvent, type Rating, undoneBy } from "./event";
import { type Memory, review } from "./schedule";

export const RETENTION = 0.9;

export interface Card {
  readonly item: string;
  readonly memory: Memory | null;
  readonly due: number | null;
  readonly rating: Rating | 0;
  readonly reviews: number;
  readonly lapses: number;
  readonly seconds: number;
  readonly suspended: boolean;
}

const newCard = (item: string): Card => ({
  item,
  memory: null,
  due: null,
  rating: 0,
  reviews: 0,
  lapses: 0,
  seconds: 0,
  suspended: false,
});

/** The events that count, by instant and id: without undone ones and without the undos. */
export function standingEvents(events: Iterable<PrepEvent>): PrepEvent[] {
  const kept = [...new Map([...events].map((event) => [event.id, event])).values()];
  kept.sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || (a.id < b.id ? -1 : 1));
  const undone = new Set(kept.map(undoneBy).filter(Boolean));
  return kept.filter((event) => event.kind !== "undo" && !undone.has(event.id));
}

/** The id that a question has now; chains of replacements are followed, a circle ends at its start. */
export function newestId(item: string, aliases: Readonly<Record<string, string>>): string {
  const seen = new Set([item]);
  let id = item;
  for (;;) {
    const later = Object.hasOwn(aliases, id) ? aliases[id] : undefined;
    if (later === undefined || seen.has(later)) return id;
    seen.add(later);
    id = later;
  }
}

/** The card after one more review. */
export function addReview(card: Card, at: number, rating: Rating, seconds: number, retention: number): Card {
  const { memory, due } = review(card.memory, rating, at, retention);
  return {
    ...card,
    memory,
    due,
    rating,
    reviews: card.reviews + 1,
    lapses: card.lapses + (card.reviews > 0 && rating === 1 ? 1 : 0),
    seconds: card.seconds + seconds,
  };
}

/** All cards from all events, in any order; the same event may come twice. */
export function replayEvents(
  events: Iterable<PrepEvent>,
  retention = RETENTION,
  aliases: Readonly<Record<string, string>> = {},
): Map<string, Card> {
  const cards = new Map<string, Card>();
  for (const event of standingEvents(events)) {
    const item = newestId(event.item, aliases);
    const card = cards.get(item) ?? newCard(item);
    if (event.kind === "review" && event.rating !== null) {
      cards.set(item, addReview(card, Date.parse(event.at), event.rating, event.seconds, retention));
    } else if (event.kind === "suspension") {
      cards.set(item, { ...card, suspended: event.data["suspended"] !== false });
    }
  }
  return cards;
}
