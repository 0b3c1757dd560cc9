/** The keys of a sitting, shown on screen. */
import { make } from "../../core/dom";

const KEYS: readonly (readonly [string, string])[] = [
  ["space", "show the answer"],
  ["y n", "tick a key point or not"],
  ["1 2 3 4", "again, hard, good, easy"],
  ["Enter", "take the proposal"],
  ["e", "full answer"],
  ["p", "probes"],
  ["s", "put aside"],
  ["u", "undo"],
  ["q", "end"],
];

export const makeKeys = (keys: readonly (readonly [string, string])[] = KEYS): HTMLElement =>
  make("dl", { class: "pt-review__keys" }, ...keys.map(([names, means]) =>
    make("div", {}, make("dt", {}, ...names.split(" ").map((key) => make("kbd", {}, key))), make("dd", {}, means))));

export const makeLegend = (): HTMLElement =>
  make(
    "details",
    { class: "pt-keeping pt-review__legend", open: matchMedia("(hover: hover)").matches },
    make("summary", {}, "Keys"),
    makeKeys(),
  );
