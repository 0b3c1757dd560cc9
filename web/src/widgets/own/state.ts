/** What the learner keeps on a question, as marks on lists: a bookmark, a note. */
import type { Kept } from "../../progress/kept";

export type Mark = "bookmark" | "note";

export const MARK_SIGNS: Readonly<Record<Mark, readonly [sign: string, words: string]>> = {
  bookmark: ["★", "bookmarked"],
  note: ["✎", "with your note"],
};

export const marksOf = (item: string, { bookmarks, notes }: Pick<Kept, "bookmarks" | "notes">): Mark[] => [
  ...(bookmarks.has(item) ? (["bookmark"] as const) : []),
  ...(notes.has(item) ? (["note"] as const) : []),
];
