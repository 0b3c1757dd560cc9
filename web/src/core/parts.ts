/** The small script on every page and its lazy parts know each other through one global object. */
import type { Journal } from "../progress/journal";
import { loadScript, loadStyle } from "./places";

/** The journal of this site in this browser, open. */
export interface Opened {
  readonly journal: Journal;
  /** Names everything of this site in the browser's storage. */
  readonly site: string;
}

export interface Parts {
  search?: (options: { query: string }) => void;
  filters?: () => void;
  help?: () => void;
  progress?: () => Promise<void>;
  /** The one open journal; every part that needs it asks here. */
  journal?: () => Promise<Opened>;
  keeping?: (place: HTMLElement, opened: Opened) => void;
  /** Puts the code editor in the place of a field; gives what takes it away again. */
  editor?: (field: HTMLTextAreaElement, run: () => void) => () => void;
  exercise?: () => Promise<void>;
  mock?: () => Promise<void>;
  carry?: (place: HTMLElement, opened: Opened) => Promise<void>;
  live?: (opened: Opened) => void;
  note?: (item: string, opened: Opened) => { readonly element: HTMLElement; edit: () => void };
  review?: (page: HTMLElement, opened: Opened) => void;
  offline?: (place: HTMLElement) => void;
  rings?: (opened: Opened) => void;
  settings?: (page: HTMLElement) => void;
  today?: (page: HTMLElement, opened: Opened) => void;
  desk?: (page: HTMLElement, opened: Opened) => void;
  sitting?: (page: HTMLElement, opened: Opened) => void;
}

export interface Shared {
  readonly assets: string;
  readonly root: string;
  /** Stands behind the addresses of our scripts and styles, and changes when they do. */
  readonly stamp: string;
  readonly parts: Parts;
}

declare global {
  interface Window {
    prepTracker?: Shared;
    prepSearch?: (name: string, text: string) => void;
  }
}

export function shared(): Shared {
  if (!window.prepTracker) throw new Error("app.js has not run");
  return window.prepTracker;
}

/** Parts that live in another part's script. */
const SCRIPTS: Partial<Record<keyof Parts, string>> = { journal: "progress" };

/** A lazy part's function, loading its script and style when it is first wanted. */
export async function usePart<K extends keyof Parts>(name: K): Promise<NonNullable<Parts[K]>> {
  const { assets, parts, stamp } = shared();
  const file = `${assets}${SCRIPTS[name] ?? name}`;
  if (!parts[name]) await Promise.all([loadScript(`${file}.js${stamp}`), loadStyle(`${file}.css${stamp}`)]);
  const part = parts[name];
  if (!part) throw new Error(`The part ${name} did not start`);
  return part as NonNullable<Parts[K]>;
}
