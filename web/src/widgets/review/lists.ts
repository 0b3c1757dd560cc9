/** Folded lists of questions on the Review page: links by id at first, by title once the fold is opened. */
import { make } from "../../core/dom";
import { questionUrl } from "../../core/links";
import { loadAims } from "../../progress/aims";

/** A fold with a link for each question; nothing when there is none. */
export function foldQuestions(title: string, items: readonly string[], after: (item: string) => readonly Node[] = () => []): HTMLElement[] {
  if (!items.length) return [];
  const links = items.map((item) => make("a", { href: questionUrl(item) }, item));
  const rows = links.map((link, place) => make("li", {}, link, ...after(items[place] ?? "")));
  const fold = make("details", { class: "pt-keeping" }, make("summary", {}, `${title}: ${items.length}`), make("ul", {}, ...rows));
  fold.addEventListener("toggle", () => void showTitles(items, links).catch(() => undefined), { once: true });
  return [fold];
}

async function showTitles(items: readonly string[], links: readonly HTMLElement[]): Promise<void> {
  const titles = new Map((await loadAims()).rows.map(([id, title]) => [id, title]));
  items.forEach((item, place) => links[place]?.replaceChildren(titles.get(item) ?? item));
}
