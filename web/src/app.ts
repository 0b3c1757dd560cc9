/** The one script on every page: small; everything else is a lazy part. */
import { isTyping } from "./core/dom";
import { usePart } from "./core/parts";
import { readPlaces } from "./core/places";

const script = document.currentScript;
if (script instanceof HTMLScriptElement) window.prepTracker ??= { ...readPlaces(script.src), parts: {} };

const openSearch = async (query = ""): Promise<void> => (await usePart("search"))({ query });

/** Shows the page's search button, which is hidden until a script can answer it. */
function mountSearchButton(): void {
  for (const button of document.querySelectorAll<HTMLElement>("[data-pt-search]")) button.hidden = false;
}

document.addEventListener("click", (event) => {
  if (event.target instanceof Element && event.target.closest("[data-pt-search]")) void openSearch();
});

document.addEventListener("keydown", (event) => {
  const isSlash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target);
  const isCommand = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
  if (!isSlash && !isCommand) return;
  event.preventDefault();
  void openSearch();
});

function start(): void {
  mountSearchButton();
  if (new URLSearchParams(location.search).has("q")) void openSearch();
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
else start();
