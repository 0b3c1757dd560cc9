import { describe, expect, it } from "vitest";
import { findClockWarning, sayDamaged } from "../../src/progress/behind";

const NOW = Date.UTC(2026, 10, 22, 10);

describe("a clock that went back", () => {
  it("is nothing while it is a few minutes, or went forward", () => {
    expect(findClockWarning(NOW + 4 * 60_000, NOW)).toBe("");
    expect(findClockWarning(NOW - 86_400_000, NOW)).toBe("");
    expect(findClockWarning(0, NOW)).toBe("");
  });

  it.each([[7, "7 minutes"], [119, "119 minutes"], [120, "2 hours"], [24 * 60, "24 hours"], [48 * 60, "2 days"]])("of %i minutes is told as %s", (minutes, words) => {
    expect(findClockWarning(NOW + minutes * 60_000, NOW)).toContain(`Your clock is ${words} behind your newest answer`);
  });
});

describe("damaged records", () => {
  it("are counted in words that agree", () => {
    expect(sayDamaged(0)).toBe("");
    expect(sayDamaged(1)).toBe("1 saved record is damaged and was passed over; the others are used.");
    expect(sayDamaged(2)).toContain("2 saved records are damaged and were");
  });
});
