/** Words one edit away; the same as `prep_tracker/site/search/spelling.py`. */
const LETTERS = "abcdefghijklmnopqrstuvwxyz";
const SHORTEST = 4;
const SUGGESTIONS = 3;

export function editsOf(word: string): Set<string> {
  const found = new Set<string>();
  for (let place = 0; place <= word.length; place += 1) {
    const head = word.slice(0, place);
    const tail = word.slice(place);
    if (tail) found.add(head + tail.slice(1));
    if (tail.length > 1) found.add(head + tail.charAt(1) + tail.charAt(0) + tail.slice(2));
    for (const letter of LETTERS) {
      found.add(head + letter + tail);
      if (tail) found.add(head + letter + tail.slice(1));
    }
  }
  found.delete(word);
  return found;
}

/** Known words one edit away, the commonest first; none for words under four letters. */
export function findCorrections(word: string, words: ReadonlyMap<string, number>): string[] {
  if (word.length < SHORTEST || !/^[a-z]+$/.test(word)) return [];
  const known = [...editsOf(word)].filter((other) => other.length >= SHORTEST && words.has(other));
  const common = (other: string): number => words.get(other) ?? 0;
  return known.sort((a, b) => common(b) - common(a) || (a < b ? -1 : 1)).slice(0, SUGGESTIONS);
}
