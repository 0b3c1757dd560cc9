/** Downloading the whole site into the cache of its version, with what it costs and how far it is. */
import { type Files, cacheName, cachePrefix, pathIn, readFiles } from "./rules";

const AT_ONCE = 6;

export interface Stock {
  readonly version: string;
  /** What is not on this device yet. */
  readonly missing: readonly string[];
  readonly missingBytes: number;
  readonly files: number;
  readonly bytes: number;
}

export function takeStock(known: Files, had: ReadonlySet<string>): Stock {
  const missing = [...known.files].filter(([path]) => !had.has(path));
  const sum = (rows: readonly (readonly [string, { bytes: number }])[]): number => rows.reduce((total, [, { bytes }]) => total + bytes, 0);
  return {
    version: known.version,
    missing: missing.map(([path]) => path),
    missingBytes: sum(missing),
    files: known.files.size,
    bytes: sum([...known.files]),
  };
}

/** What is there and what is missing of the version that is installed; null when none is. */
export async function readStock(scope: string): Promise<Stock | null> {
  const name = (await caches.keys()).filter((one) => one.startsWith(cachePrefix(scope))).at(-1);
  if (name === undefined) return null;
  const cache = await caches.open(name);
  const kept = await cache.match(new URL("assets/files.json", scope));
  const known = readFiles(kept ? await kept.json() : null);
  if (cacheName(scope, known.version) !== name) return null;
  const had = (await cache.keys()).flatMap((request) => pathIn(scope, request.url) ?? []);
  return takeStock(known, new Set(had));
}

/** Fetches what is missing; `told` after each file; stops when the signal says so. */
export async function download(scope: string, { version, missing }: Stock, told: (done: number) => void, signal: AbortSignal): Promise<void> {
  const cache = await caches.open(cacheName(scope, version));
  let next = 0;
  let done = 0;
  const work = async (): Promise<void> => {
    for (let path = missing[next++]; path !== undefined; path = missing[next++]) {
      const response = await fetch(new URL(path, scope), { cache: "no-cache", signal });
      if (!response.ok) throw new Error(`${path} could not be loaded (${response.status})`);
      await cache.put(new URL(path, scope), response);
      told((done += 1));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

export const describeBytes = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 1 : 0)} MB`;
