/** The service worker from the page's side: registered on http, a new version announced, never taken without being asked. */
import { make } from "../core/dom";
import { isServed } from "../live/served";
import { shared } from "../core/parts";

/** Whether this page can have one: not from a folder, and not while the site is being edited (`site serve`). */
export const canInstall = (): boolean =>
  /^https?:$/.test(location.protocol) && "serviceWorker" in navigator && !isServed();

export function registerWorker(): void {
  if (!/^https?:$/.test(location.protocol)) return;
  document.head.append(make("link", { rel: "manifest", href: `${shared().root}manifest.webmanifest` }));
  if (!canInstall()) return;
  const register = (): void => void navigator.serviceWorker.register(`${shared().root}sw.js`, { updateViaCache: "none" }).then((registration) => registration && watch(registration), () => undefined);
  if (document.readyState === "complete") register();
  else window.addEventListener("load", register);
}

function watch(registration: ServiceWorkerRegistration | undefined): void {
  if (!registration) return; // Some blockers answer so.
  const announce = (): void => {
    if (registration.waiting && navigator.serviceWorker.controller) showNews(registration.waiting);
  };
  announce();
  registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", announce));
}

function showNews(waiting: ServiceWorker): void {
  if (document.querySelector(".pt-news")) return;
  const use = make("button", { type: "button" }, "Use it now");
  const later = make("button", { type: "button" }, "Later");
  const news = make("div", { class: "pt-news", role: "status" }, make("p", {}, "A new version of this site is ready."), use, later);
  use.addEventListener("click", () => {
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
    waiting.postMessage("use");
  });
  later.addEventListener("click", () => news.remove());
  document.body.append(news);
}
