/**
 * Words that Snowball 3 (the terminal's stemmer) stems otherwise than the page's older one, by their stem.
 * The index carries those of its own vocabulary as well; this is for words that only a query has.
 */
const TABLE: Readonly<Record<string, string>> = {
  add: "added adding",
  emerg: "emerge emerged emerges emerging",
  emergenc: "emergence emergences emergency emergencies",
  emergent: "emergent emergently",
  err: "erred erring",
  intern: "interned interning interns",
  internal: "internal internals internally internalize internalized internalizing",
  internat: "international internationally internationalize internationalization",
  interval: "interval intervals",
  lateral: "lateral laterals laterally",
  organ: "organs",
  organiz: "organize organizes organized organizing organizer organizers organization organizations",
  organis: "organise organises organised organising organiser organisers organisation organisations",
  organic: "organic organically organics",
  organism: "organism organisms",
  paste: "paste pastes pasted pasting",
  univers: "universe universes",
  universal: "universal universals universally universality",
  universiti: "university universities",
};

const STEMS = new Map(Object.entries(TABLE).flatMap(([stem, words]) => words.split(" ").map((word) => [word, stem])));

/** The amended stem of a word, or undefined when both stemmers agree. */
export function amendedStem(word: string): string | undefined {
  return STEMS.get(word) ?? (/ologists?$/.test(word) ? word.replace(/ists?$/, "") : undefined);
}
