/** The service worker: pages from the network first, files of one version from the cache first, never two versions mixed. */
/// <reference lib="webworker" />
import { type Files, type Site, cacheName, cachePrefix, isPage, isStamped, isUnstampedData, pathIn, readFiles, renderOffline } from "./offline/rules";

/** Written before this script when the site is built. */
declare const prepSite: Site;

const worker = self as unknown as ServiceWorkerGlobalScope;
const { scope } = worker.registration;
const NAME = cacheName(scope, prepSite.version);
const PATIENCE = 4_000;
const AT_ONCE = 6;

let files: Promise<Files> | null = null;
let hasAskedForUpdate = false;

const open = (): Promise<Cache> => caches.open(NAME);
const fetchFresh = (path: string): Promise<Response> => fetch(new URL(path, scope), { cache: "no-cache" });

async function fetchFiles(): Promise<{ response: Response; known: Files }> {
  const response = await fetchFresh("assets/files.json");
  const known = readFiles(await response.clone().json());
  if (!response.ok || known.version !== prepSite.version) throw new Error("Another version is being published");
  return { response, known };
}

/** The files of this version, as they were when it was installed. */
function knownFiles(): Promise<Files> {
  files ??= caches.match(new URL("assets/files.json", scope), { cacheName: NAME })
    .then(async (kept) => readFiles(kept ? await kept.json() : null))
    .catch(() => readFiles(null));
  return files;
}

/** The cache of the version before this one, if there is one. */
async function findOlder(): Promise<{ cache: Cache; known: Files } | null> {
  const older = (await caches.keys()).filter((name) => name.startsWith(cachePrefix(scope)) && name !== NAME).at(-1);
  if (older === undefined) return null;
  const cache = await caches.open(older);
  const kept = await cache.match(new URL("assets/files.json", scope));
  return { cache, known: readFiles(kept ? await kept.json() : null) };
}

/** Takes every file of the shell, and of what the reader had before, in this version: all of them or none. */
async function install(): Promise<void> {
  const { response, known } = await fetchFiles();
  const older = await findOlder();
  const had = older ? (await older.cache.keys()).flatMap((request) => pathIn(scope, request.url) ?? []) : [];
  const wanted = [...new Set([...prepSite.shell, ...had])].filter((path) => known.files.has(path));
  const cache = await open();
  const take = async (path: string): Promise<void> => {
    const isSame = older?.known.files.get(path)?.digest === known.files.get(path)?.digest;
    const kept = isSame ? await older?.cache.match(new URL(path, scope)) : undefined;
    const found = kept ?? (await fetchFresh(path));
    if (!found.ok) throw new Error(`${path} is not there`);
    await cache.put(new URL(path, scope), found);
  };
  for (let at = 0; at < wanted.length; at += AT_ONCE) await Promise.all(wanted.slice(at, at + AT_ONCE).map(take));
  await cache.put(new URL("assets/files.json", scope), response);
  await fetchFiles();
}

/** The version before stays for tabs that were opened with it; older ones go. */
async function activate(): Promise<void> {
  const ours = (await caches.keys()).filter((name) => name.startsWith(cachePrefix(scope)) && name !== NAME);
  await Promise.all(ours.slice(0, -1).map((name) => caches.delete(name)));
  await worker.clients.claim();
}

const hex = (bytes: ArrayBuffer): string => [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/** Keeps a fresh answer if it is of this version; otherwise a newer one has been published. */
async function keep(path: string, response: Response): Promise<void> {
  const expected = (await knownFiles()).files.get(path)?.digest;
  if (expected === undefined) return;
  const digest = hex(await crypto.subtle.digest("SHA-256", await response.clone().arrayBuffer()));
  if (digest.startsWith(expected)) await (await open()).put(new URL(path, scope), response);
  else if (!hasAskedForUpdate) {
    hasAskedForUpdate = true;
    await worker.registration.update().catch(() => undefined);
  }
}

const late = (time: number): Promise<never> => new Promise((_, reject) => setTimeout(() => reject(new Error("late")), time));

/** From the network when it answers in time, from the cache otherwise. */
async function networkFirst(event: FetchEvent, path: string): Promise<Response> {
  const cached = await (await open()).match(new URL(path, scope));
  try {
    const asked = fetch(event.request);
    const response = await (cached ? Promise.race([asked, late(PATIENCE)]) : asked);
    if (response.status >= 500 && cached) return cached;
    if (response.ok && !response.redirected) event.waitUntil(keep(path, response.clone()).catch(() => undefined));
    return response;
  } catch (error) {
    if (cached) return cached;
    if (isPage(path)) return new Response(renderOffline(new URL(scope).pathname), { status: 503, headers: { "Content-Type": "text/html; charset=utf-8" } });
    throw error;
  }
}

/** From the cache, whichever version it is of, since its address says the version; from the network otherwise. */
async function cacheFirst(event: FetchEvent, path: string): Promise<Response> {
  const names = (await caches.keys()).filter((name) => name.startsWith(cachePrefix(scope)));
  for (const name of [NAME, ...names.filter((one) => one !== NAME)]) {
    const cached = await caches.match(new URL(path, scope), { cacheName: name });
    if (cached) return cached;
  }
  const response = await fetch(event.request);
  if (response.ok && (isStamped(path) ? (await knownFiles()).files.has(path) : true)) event.waitUntil(keep(path, response.clone()).catch(() => undefined));
  return response;
}

worker.addEventListener("install", (event) => event.waitUntil(install()));
worker.addEventListener("activate", (event) => event.waitUntil(activate()));
worker.addEventListener("message", (event) => {
  if (event.data === "use") void worker.skipWaiting();
});
worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const path = pathIn(scope, request.url);
  if (request.method !== "GET" || path === null || path.startsWith("-/") || path === "sw.js" || request.headers.has("range")) return;
  event.respondWith(isPage(path) || isUnstampedData(path) ? networkFirst(event, path) : cacheFirst(event, path));
});
