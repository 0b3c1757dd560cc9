/** A story as values: the document `story/<slug>`, and the same checks as `prep_tracker/plan/stories/check.py`. */
import type { Document } from "../../progress/kept";
import type { StoryRules } from "../../progress/papers";

export interface Story {
  readonly id: string;
  readonly title: string;
  readonly competencies: readonly string[];
  readonly project: string;
  /** Text by part. */
  readonly parts: Readonly<Record<string, string>>;
}

export interface Remark {
  readonly code: string;
  readonly message: string;
  readonly why: string;
}

const texts = (value: unknown): string[] => (Array.isArray(value) ? value.filter((one): one is string => typeof one === "string") : []);
const text = (value: unknown): string => (typeof value === "string" ? value : "");

/** The story of a document, which may come from anywhere. */
export function readStory(id: string, document: Document): Story {
  const parts = typeof document["parts"] === "object" && document["parts"] !== null ? Object.entries(document["parts"]) : [];
  return {
    id,
    title: text(document["title"]) || id,
    competencies: texts(document["competencies"]),
    project: text(document["project"]),
    parts: Object.fromEntries(parts.filter((pair): pair is [string, string] => typeof pair[1] === "string")),
  };
}

/** The document of a story; what the page does not show of it stays. */
export const writeStory = (before: Document | undefined, { title, competencies, project, parts }: Story): Document => ({
  ...before,
  title,
  competencies,
  project,
  parts,
});

/** Names of the parts a story should have. */
export const partsOf = (rules: StoryRules, story: Story): string[] => [...rules.star, ...(story.project ? rules.project : [])];

const LETTER = "[\\p{L}\\p{N}_]";
const escapeWord = (word: string): string => word.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
const wordPattern = (words: readonly string[], flags: string): RegExp =>
  new RegExp(`(?<!${LETTER})(?:${words.map(escapeWord).join("|")})(?!${LETTER})`, flags);
const countMatches = (pattern: RegExp, where: string): number => [...where.matchAll(pattern)].length;

/** Number of words in a text. */
export const countWords = (where: string): number => countMatches(/[\p{L}\p{N}_'\u2019-]+/gu, where);

/** To the nearest whole number, halves to the even one, as the terminal rounds. */
function roundEven(value: number): number {
  const low = Math.floor(value);
  const rest = value - low;
  return rest < 0.5 || (rest === 0.5 && low % 2 === 0) ? low : low + 1;
}

const spokenParts = (rules: StoryRules): readonly string[] => rules.star.slice(0, 4);
const partOf = (story: Story, part: string): string => story.parts[part] ?? "";

/** Seconds it takes to tell situation, task, action and result. */
export const secondsAloud = (rules: StoryRules, story: Story, wordsPerMinute: number): number =>
  roundEven((spokenParts(rules).reduce((sum, part) => sum + countWords(partOf(story, part)), 0) * 60) / wordsPerMinute);

export const sayTime = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

/** All remarks on a story; none means that no rule objects, not that the story is good. */
export function checkStory(rules: StoryRules, story: Story, wordsPerMinute: number): Remark[] {
  const found: (readonly [string, string])[] = [];
  for (const part of partsOf(rules, story)) {
    if (part !== "Result" && !partOf(story, part).trim()) found.push(["empty-part", `'${part}' is empty.`]);
  }
  const result = partOf(story, "Result").trim();
  if (!result) found.push(["no-result", "There is no result."]);
  else if (!/\p{Nd}/u.test(result) && !wordPattern(rules.numbers, "iu").test(result)) found.push(["no-number", "The result has no number."]);
  found.push(...checkAction(rules, story), ...checkLength(rules, story, wordsPerMinute));
  if (!story.competencies.length) found.push(["no-competency", "No competency is named."]);
  return found.map(([code, message]) => ({ code, message, why: rules.whys[code] ?? "" }));
}

function checkAction(rules: StoryRules, story: Story): (readonly [string, string])[] {
  const found: (readonly [string, string])[] = [];
  const action = partOf(story, "Action");
  const we = countMatches(wordPattern(rules.we, "giu"), action);
  const mine = countMatches(wordPattern(rules.mine, "gu"), action);
  if (we >= rules.fewestWe && we > mine) found.push(["we-not-i", `The action says 'we' ${we} times and 'I' ${mine} times.`]);
  const before = countWords(partOf(story, "Situation")) + countWords(partOf(story, "Task"));
  const words = countWords(action);
  if (words && before > words) found.push(["long-situation", `Situation and task take ${before} words, the action ${words}.`]);
  return found;
}

function checkLength(rules: StoryRules, story: Story, wordsPerMinute: number): (readonly [string, string])[] {
  const found: (readonly [string, string])[] = [];
  const seconds = secondsAloud(rules, story, wordsPerMinute);
  if (seconds > rules.mostSeconds) {
    found.push(["too-long", `Told aloud it takes about ${sayTime(seconds)} minutes at ${wordsPerMinute} words a minute.`]);
  }
  const spoken = spokenParts(rules).map((part) => partOf(story, part)).join(" ");
  const jargon = rules.jargon.filter((word) => wordPattern([word], "u").test(spoken));
  if (jargon.length) found.push(["jargon", `Words from inside the field: ${jargon.slice(0, 6).join(", ")}.`]);
  return found;
}

/** A name for a new document, like the terminal's for a file: letters, digits and hyphens, none that is taken. */
export function makeSlug(words: string, usual: string, taken: ReadonlySet<string>): string {
  const stem = words.toLowerCase().replace(/[^\p{L}\p{N}_]+/gu, "-").replace(/^-+|-+$/g, "").slice(0, 60) || usual;
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? stem : `${stem}-${number}`;
    if (!taken.has(slug)) return slug;
  }
}
