/** What the service worker goes by, as values: which file is what, and the list of a version's files. */

/** What the build writes before the worker: the version, and the paths that every reader gets at once. */
export interface Site {
  readonly version: string;
  readonly shell: readonly string[];
}

export interface Files {
  readonly version: string;
  /** By path from the root of the site. */
  readonly files: ReadonlyMap<string, { readonly bytes: number; readonly digest: string }>;
}

/** All caches of one site begin so; two sites below one address do not share them. */
export const cachePrefix = (scope: string): string => `prep-tracker:${new URL(scope).pathname}:`;
export const cacheName = (scope: string, version: string): string => cachePrefix(scope) + version;

/** The path inside the site, with the stamp of a version and without any other query; null outside of it. */
export function pathIn(scope: string, address: string): string | null {
  const { origin, pathname, search } = new URL(address);
  const root = new URL(scope);
  if (origin !== root.origin || !pathname.startsWith(root.pathname)) return null;
  const path = pathname.slice(root.pathname.length);
  const full = path === "" || path.endsWith("/") ? `${path}index.html` : path;
  return /^\?h=\w+$/.test(search) ? full + search : full;
}

export const isPage = (path: string): boolean => path.endsWith(".html");
export const isStamped = (path: string): boolean => path.includes("?h=");

/** Lists and indices that are made anew with every build, below one address. */
export const isUnstampedData = (path: string): boolean => /^assets\/(?!javascripts\/|stylesheets\/)[^?]*\.(js|json)$/.test(path);

/** The list of files from JSON; anything else gives none. */
export function readFiles(value: unknown): Files {
  const { version, files } = (typeof value === "object" && value !== null ? value : {}) as Record<string, unknown>;
  const rows = (Array.isArray(files) ? files : []) as readonly unknown[];
  const known = rows.flatMap((row) => {
    const [path, bytes, digest] = Array.isArray(row) ? (row as readonly unknown[]) : [];
    return typeof path === "string" && typeof bytes === "number" && typeof digest === "string" ? [[path, { bytes, digest }] as const] : [];
  });
  return { version: typeof version === "string" ? version : "", files: new Map(known) };
}

/** What stands for a page that is not on this device. */
export const renderOffline = (root: string): string => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Not on this device</title>
<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
<h1>This page is not on this device</h1>
<p>There is no network, and this page was not downloaded. The questions you have read are here, and so is your progress.</p>
<p><a href="${encodeURI(root)}index.html">Home</a> · <a href="${encodeURI(root)}review.html">Review</a> · <a href="${encodeURI(root)}settings.html">Download everything when you are online</a></p></html>`;
