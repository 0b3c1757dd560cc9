/** What the page of an exercise says: its starter, its tests, its facts. */

export interface Task {
  readonly id: string;
  readonly starter: string;
  readonly tests: string;
  readonly minutes: number;
  /** Import names beyond the standard library. */
  readonly requires: readonly string[];
  readonly rubric: readonly string[];
}

/** Reads the page; null when a part is missing. */
export function readTask(page: HTMLElement): Task | null {
  const text = (selector: string): string => page.querySelector(selector)?.textContent ?? "";
  const id = page.dataset["ptId"] ?? "";
  const starter = text("#starter ~ .language-python code");
  const tests = text("#tests .language-python code");
  if (!id || !starter || !tests) return null;
  const chip = (name: string): string => [...(page.querySelector(`.pt-chip--${name}`)?.childNodes ?? [])].at(-1)?.textContent?.trim() ?? "";
  const requires = chip("requires");
  return {
    id, starter, tests,
    minutes: Number.parseInt(chip("minutes"), 10) || 20,
    requires: requires ? requires.split(", ") : [],
    rubric: [...page.querySelectorAll("#rubric li")].map((point) => point.textContent?.trim() ?? ""),
  }; // prettier-ignore
}
