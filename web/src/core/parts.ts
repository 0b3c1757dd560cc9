/** The small script on every page and its lazy parts know each other through one global object. */
import { loadScript, loadStyle } from "./places";

export interface Parts {
  search?: (options: { query: string }) => void;
  filters?: () => void;
  help?: () => void;
  progress?: () => Promise<void>;
}

export interface Shared {
  readonly assets: string;
  readonly root: string;
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

/** A lazy part's function, loading its script and style when it is first wanted. */
export async function usePart<K extends keyof Parts>(name: K): Promise<NonNullable<Parts[K]>> {
  const { assets, parts } = shared();
  if (!parts[name]) await Promise.all([loadScript(`${assets}${name}.js`), loadStyle(`${assets}${name}.css`)]);
  const part = parts[name];
  if (!part) throw new Error(`The part ${name} did not start`);
  return part as NonNullable<Parts[K]>;
}
