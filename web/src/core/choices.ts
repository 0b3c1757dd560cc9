/** How the site looks on this device: chosen on the Settings page, kept in this browser, applied on every page. */

export interface Choices {
  /** Per cent of the usual size. */
  readonly text: number;
  readonly motion: "system" | "less";
  readonly spoilers: "shown" | "hidden";
}

export const USUAL: Choices = { text: 100, motion: "system", spoilers: "shown" };
export const TEXT_SIZES: readonly number[] = [90, 100, 115, 130, 150];
const NAME = "prep-tracker:choices";

/** Choices from what was kept; anything else gives the usual ones. */
export function decodeChoices(kept: string | null): Choices {
  let values: Partial<Record<keyof Choices, unknown>> = {};
  try {
    const found: unknown = JSON.parse(kept ?? "{}");
    if (typeof found === "object" && found !== null) values = found;
  } catch {
    // The usual ones.
  }
  const { text, motion, spoilers } = values;
  return {
    text: typeof text === "number" && TEXT_SIZES.includes(text) ? text : USUAL.text,
    motion: motion === "less" ? motion : USUAL.motion,
    spoilers: spoilers === "hidden" ? spoilers : USUAL.spoilers,
  };
}

export function readChoices(): Choices {
  try {
    return decodeChoices(localStorage.getItem(NAME));
  } catch {
    return USUAL;
  }
}

/** False when the browser does not let us keep them; they hold for this page then. */
export function keepChoices(choices: Choices): boolean {
  try {
    localStorage.setItem(NAME, JSON.stringify(choices));
    return true;
  } catch {
    return false;
  }
}

/** Puts the choices on the page, where the styles find them. */
export function applyChoices({ text, motion, spoilers }: Choices): void {
  const { dataset } = document.documentElement;
  if (text === USUAL.text) delete dataset["ptText"];
  else dataset["ptText"] = String(text);
  dataset["ptMotion"] = motion;
  dataset["ptSpoilers"] = spoilers;
}
