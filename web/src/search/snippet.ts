/** Where the words stand: a piece of the text, with the words that were looked for marked. */
import { splitToken, tokensOf } from "./words";

export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

const WORDS_SHOWN = 30;

type IsWanted = (word: string) => boolean;

/** Whether a written word stands for one of the terms. */
export function wantedBy(terms: readonly string[], stemmer: (word: string) => string): IsWanted {
  const wanted = new Set(terms);
  return (written) => tokensOf(written).some((token) => splitToken(token).some((word) => wanted.has(stemmer(word))));
}

/** The text as pieces, wanted words marked. */
export function markWords(text: string, isWanted: IsWanted): Piece[] {
  const pieces: Piece[] = [];
  for (const part of text.split(/(\s+)/)) {
    const marked = part.trim() !== "" && isWanted(part);
    const last = pieces.at(-1);
    if (last && last.marked === marked) pieces[pieces.length - 1] = { text: last.text + part, marked };
    else pieces.push({ text: part, marked });
  }
  return pieces;
}

/** The run of words that holds the most of what was looked for, the earliest when several do. */
export function cutSnippet(text: string, isWanted: IsWanted): Piece[] {
  const words = text.split(/\s+/).filter(Boolean);
  const wanted = words.map((word) => (isWanted(word) ? fold(word) : ""));
  let best = 0;
  let bestCount = -1;
  for (let start = 0; start === 0 || start + WORDS_SHOWN <= words.length; start += 3) {
    const count = new Set(wanted.slice(start, start + WORDS_SHOWN).filter(Boolean)).size;
    if (count > bestCount) [best, bestCount] = [start, count];
  }
  const shown = words.slice(best, best + WORDS_SHOWN).join(" ");
  const before = best > 0 ? "… " : "";
  const after = best + WORDS_SHOWN < words.length ? " …" : "";
  return markWords(before + shown + after, isWanted);
}

const fold = (word: string): string => word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
