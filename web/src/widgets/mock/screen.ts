/** What the screens of a mock share. */
import { make } from "../../core/dom";
import { shared } from "../../core/parts";
import type { Drafts } from "../../core/drafts";
import type { Aims } from "../../progress/aims";
import type { Journal } from "../../progress/journal";
import type { TakeRecorder } from "./recorder";
import type { Sheets } from "./sheets";
import type { Mock } from "./state";

/** What a screen may use. */
export interface Tools {
  readonly aims: Aims;
  readonly journal: Journal;
  readonly drafts: Drafts;
  readonly recorder: TakeRecorder;
}

/** One screen: what it shows, and what ends with it. */
export interface Screen {
  readonly element: HTMLElement;
  readonly stop?: () => void;
}

/** Changes the mock: `quietly` keeps the screen as it is, for what is being typed. */
export type Change = (mock: Mock, quietly?: "quietly") => void;

export interface Room extends Tools {
  readonly mock: Mock;
  readonly sheets: Sheets;
  readonly change: Change;
}

export const questionUrl = (item: string): string => `${shared().root}questions/${item}.html`;

export function button(title: string, press: () => void, { key = "", style = "", off = false } = {}): HTMLButtonElement {
  const made = make("button", { type: "button", class: style || undefined, disabled: off, "aria-keyshortcuts": key || undefined }, title);
  if (key) made.append(make("kbd", {}, key));
  made.addEventListener("click", press);
  return made;
}

/** Plain words with code between backticks. */
export const inline = (text: string): (Node | string)[] =>
  text.split("`").map((part, place) => (place % 2 ? make("code", {}, part) : part));

export const titleOf = (named: readonly (readonly [string, string])[], value: string): string =>
  named.find(([known]) => known === value)?.[1] ?? value;

/** Lets the reader save a text as a file. */
export function saveFile(name: string, text: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = make("a", { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
