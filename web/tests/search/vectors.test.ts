import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { search } from "../../src/search/query";
import { Reader } from "../../src/search/reader";
import { partsOf, stem, STOP_WORDS, termsOf, tokensOf } from "../../src/search/words";

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(`../../../tests/vectors/${name}`, import.meta.url), "utf8"));

interface Answer {
  query: string;
  filters: string[];
  meant: string;
  count: number;
  hits: [string, number][];
}

const vectors = read("search.json") as { files: Record<string, string>; queries: Answer[] };
const texts = read("search-words.json") as { text: string; terms: string[]; sequence: string[] }[];
const open = (): Promise<Reader> =>
  Reader.open(async (name) => {
    const text = vectors.files[name];
    if (text === undefined) throw new Error(name);
    return text;
  });

describe("the page and the terminal split text alike", async () => {
  const reader = await open();
  const stemmer = (word: string): string => reader.stem(word);
  it.each(texts)("$text", ({ text, terms, sequence }) => {
    expect(termsOf(text, stemmer)).toEqual(terms);
    const words = tokensOf(text).flatMap(partsOf).filter((word) => !STOP_WORDS.has(word));
    expect(words.map(stemmer)).toEqual(sequence);
    expect(stem("llms")).toBe("llm");
  });
});

describe("the page and the terminal give the same order", () => {
  it.each(vectors.queries)("$query $filters", async ({ query, filters, meant, count, hits }) => {
    const reader = await open();
    const found = await search(reader, query, filters);
    const best = await Promise.all(found.hits.slice(0, 12).map(async ({ number, score }) => [(await reader.row(number)).id, score]));
    expect(best).toEqual(hits);
    expect(found.hits.length).toBe(count);
    expect(found.meant).toBe(meant);
  });
});
