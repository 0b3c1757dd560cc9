import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Rating } from "../../src/progress/event";
import { elapsedDays, type Memory, recall, review } from "../../src/progress/schedule";

interface Row {
  at: string;
  rating: Rating;
  days: number;
  recall: number;
  stability: number;
  difficulty: number;
  due: string;
}

const vectors = JSON.parse(readFileSync(new URL("../../../tests/vectors/fsrs.json", import.meta.url), "utf8")) as {
  cases: { retention: number; reviews: Row[] }[];
};

describe("ts-fsrs under our rule of days gives what the Python package gives", () => {
  it.each(vectors.cases.map((one, number) => [number, one] as const))("case %i", (_, { retention, reviews }) => {
    let memory: Memory | null = null;
    for (const row of reviews) {
      const at = Date.parse(row.at);
      if (memory) {
        expect(elapsedDays(memory.last, at)).toBe(row.days);
        expect(Math.abs(recall(memory, at) - row.recall)).toBeLessThan(1e-6);
      }
      const next = review(memory, row.rating, at, retention);
      memory = next.memory;
      expect(Math.abs(memory.stability / row.stability - 1)).toBeLessThan(1e-6);
      expect(Math.abs(memory.difficulty - row.difficulty)).toBeLessThan(1e-6);
      expect(new Date(next.due).toISOString()).toBe(row.due);
    }
  });
});
