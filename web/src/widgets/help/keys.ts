/** Keys by where they work. */
import { make } from "../../core/dom";
import { makeKeys } from "../review/legend";

const EVERYWHERE = [
  ["/", "search"],
  ["?", "this help"],
  ["Esc", "close"],
] as const;

const MOCK = [
  ["p", "next probe"],
  ["n", "next question"],
] as const;

const EXERCISE = [
  ["Ctrl Enter", "run the tests"],
  ["Tab", "indent"],
  ["Esc Tab", "leave the field"],
] as const;

/** All keys there are, under their headings. */
export const listKeys = (): HTMLElement[] => [
  make("h3", {}, "Everywhere"), makeKeys(EVERYWHERE),
  make("h3", {}, "In a review"), makeKeys(),
  make("h3", {}, "In a mock interview"), makeKeys(MOCK),
  make("h3", {}, "In an exercise"), makeKeys(EXERCISE),
]; // prettier-ignore
