/** Text to the terms of the index; the same as `prep_tracker/site/search/words.py`. */
import { stem as snowball } from "porter2";
import { amendedStem } from "./amendments";

export const STOP_WORDS: ReadonlySet<string> = new Set(
  `a about after again all also am an and any are aren as at be because been before being between both but by can
    cannot cant could couldn did didn do does doesn doing don done dont down each else ever every for from gave get gets give given
    got had has hasn have haven having he her here hers him his how however i if im in into is isn it its itself just
    ll let lets made make makes may me might more most much must my need needs no nor not of off on once only or other our out
    over own please re really same shall she should shouldn so some such than that the their them then there these
    they this those through to too under until up upon us use used uses using ve very via was wasn we well were what
    whats when where whether which while who whom whose why will with within without won would wouldn you your
    yours`.split(/\s+/),
);

const GREEK_NAMES =
  "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma sigma tau upsilon phi chi psi omega".split(
    " ",
  );
const GREEK = new Map([..."αβγδεζηθικλμνξοπρςστυφχψω"].map((letter, place) => [letter, GREEK_NAMES[place] ?? ""]));
const TOKEN = /[a-z0-9]+(?:[-_./'][a-z0-9]+|\+\+|#)*/g;
const PART = /[a-z0-9]+/g;
const TAIL = /'[a-z]{1,2}$/;

/** Plurals that Snowball leaves alone for want of another vowel: LLMs, CNNs, GPUs, KPIs. */
const NAMES = /^[^aeiouy]{2,4}[uio]?s$/;

/** Lower case without accents, Greek letters as their names, typographic signs as ASCII. */
export function fold(text: string): string {
  const low = text.toLowerCase();
  if (/^[\x00-\x7f]*$/.test(low)) return low;
  return low
    .replace(/’/g, "'")
    .replace(/[‑–]/g, "-")
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[α-ω]/g, (letter) => ` ${GREEK.get(letter) ?? ""} `);
}

/** The word's Snowball English stem; words with a digit stay as they are, plurals of short names lose the s. */
export function stem(word: string): string {
  if (word.length < 3 || !/^[a-z]+$/.test(word)) return word;
  return amendedStem(word) ?? (NAMES.test(word) ? word.slice(0, -1) : snowball(word));
}

const isPlain = (token: string): boolean => /^[a-z0-9]+$/.test(token);

/** The words that one token stands for: `k-means++` is kmeans++, kmeans, k and means. */
export function splitToken(raw: string): string[] {
  const token = raw.replace(TAIL, "");
  if (isPlain(token)) return [token];
  const parts = token.match(PART) ?? [];
  const whole = parts.join("");
  const sign = token.endsWith("++") ? "++" : token.endsWith("#") ? "#" : "";
  const words = [whole + sign];
  if (sign && whole.length > 1) words.push(whole);
  if (parts.length > 1) words.push(...parts);
  return [...new Set(words)];
}

/** The words of one token one after another: `k-means++` is k and means. */
export function partsOf(raw: string): string[] {
  const token = raw.replace(TAIL, "");
  if (isPlain(token)) return [token];
  const parts = token.match(PART) ?? [];
  return parts.length > 1 ? [...parts] : splitToken(token).slice(-1);
}

/** Tokens of a text in order, folded, not yet split or stemmed. */
export function tokensOf(text: string): string[] {
  return fold(text).match(TOKEN) ?? [];
}

/** Terms of a text in order: split, without stop words, stemmed. */
export function termsOf(text: string, stemmer: (word: string) => string = stem): string[] {
  return tokensOf(text)
    .filter((token) => token.length <= 40)
    .flatMap(splitToken)
    .filter((word) => !STOP_WORDS.has(word))
    .map(stemmer);
}
