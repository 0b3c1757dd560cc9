/** The one script on every page: small; everything else is a lazy part. */
import { applyChoices, readChoices } from "./core/choices";
import { mountCopy } from "./core/copy";
import { isTyping } from "./core/dom";
import { usePart } from "./core/parts";
import { readPlaces } from "./core/places";
import { isServed } from "./live/served";
import { registerWorker } from "./offline/worker";

declare global {
  interface Window {
    document$?: { subscribe: (act: () => void) => unknown };
  }
}

const script = document.currentScript;
if (script instanceof HTMLScriptElement) window.prepTracker ??= { ...readPlaces(script.src), parts: {} };

applyChoices(readChoices());

const openSearch = async (): Promise<void> => (await usePart("search"))({ query: "" });

/** Shows the page's search button, which is hidden until a script can answer it. */
function mountSearchButton(): void {
  for (const button of document.querySelectorAll<HTMLElement>("[data-pt-search]")) button.hidden = false;
}

document.addEventListener("click", (event) => {
  if (event.target instanceof Element && event.target.closest("[data-pt-search]")) void openSearch();
});

/** What is typed while the search is on its way; null when nothing is on its way. */
let early: string | null = null;

async function openSearchTyping(): Promise<void> {
  if (early !== null) return;
  early = "";
  try {
    const open = await usePart("search");
    open({ query: early });
  } finally {
    early = null;
  }
}

document.addEventListener("keydown", (event) => {
  const isAlone = !event.ctrlKey && !event.metaKey && !event.altKey;
  const isSlash = event.key === "/" && isAlone && !isTyping(event.target);
  const isCommand = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
  if (early !== null && isAlone && (event.key.length === 1 || event.key === "Backspace")) {
    early = event.key === "Backspace" ? early.slice(0, -1) : early + event.key;
    event.preventDefault();
  } else if (event.key === "?" && isAlone && !isTyping(event.target) && !document.querySelector("dialog[open]")) {
    event.preventDefault();
    void usePart("help").then((open) => open());
  } else if (isSlash || isCommand) {
    event.preventDefault();
    void openSearchTyping();
  }
});

/** Progress is for question pages, the Review page, and for lists once there is some; other readers load nothing. */
function mountProgress(): void {
  const isNeeded = document.querySelector(".pt-question[data-pt-id], .pt-review, .pt-own") !== null;
  if (isNeeded || isServed() || hasRated()) void usePart("progress").then((mount) => mount());
}

function mountFilters(): void {
  if (document.querySelector(".pt-entries--filtered [data-pt-tags]")) void usePart("filters").then((mount) => mount());
}

/** Pages that are a tool, by what is on them. */
const TOOLS = [[".pt-mock", "mock"], [".pt-exercise[data-pt-id]", "exercise"]] as const;

function mountTools(): void {
  for (const [place, part] of TOOLS) if (document.querySelector(place)) void usePart(part).then((mount) => mount());
}

function hasRated(): boolean {
  try {
    return localStorage.getItem("prep-tracker:rated") !== null;
  } catch {
    return false;
  }
}

function mountSettings(): void {
  const page = document.querySelector<HTMLElement>(".pt-settings");
  if (page) void usePart("settings").then((mount) => mount(page));
}

/** The page that has its widgets; Material's instant navigation puts another in its place. */
let mounted: Element | null = null;

function start(): void {
  const page = document.querySelector("main article");
  if (mounted !== null && mounted === page) return;
  if (mounted === null) registerWorker();
  mounted = page ?? document.body;
  mountSettings();
  mountSearchButton();
  mountCopy();
  mountProgress();
  mountFilters();
  mountTools();
  if (new URLSearchParams(location.search).has("q")) void openSearch();
}

/** Material tells of every page that it puts in by itself; without instant navigation, of the first alone. */
function begin(): void {
  start();
  window.document$?.subscribe(start);
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
else begin();
