/** Filters above a list; the address keeps them, so that they can be sent and gone back to. */
import { make } from "../../core/dom";
import { FACETS, FACET_TITLES, type Facet, type Facts, type Wish, describeShown, isWanted, listChoices, readFacts, readWish, writeWish } from "./state";

const LEAST = 4;

export function mountFilters(list: HTMLElement): void {
  const entries = [...list.querySelectorAll<HTMLElement>(":scope > .pt-entry[data-pt-tags]")];
  if (entries.length < LEAST || list.previousElementSibling?.classList.contains("pt-filters")) return;
  new Filters(list, entries);
}

class Filters {
  readonly #selects = make("div", { class: "pt-filters__selects" });
  readonly #said = make("span", { role: "status" });
  readonly #clear = make("button", { type: "button" }, "Show all");

  constructor(list: HTMLElement, readonly entries: readonly HTMLElement[]) {
    this.#clear.addEventListener("click", () => this.#wish({}));
    const line = make("p", { class: "pt-filters__said" }, this.#said, this.#clear);
    list.before(make("div", { class: "pt-filters", role: "group", "aria-label": "Filter the list" }, this.#selects, line));
    window.addEventListener("popstate", () => this.#refresh());
    document.addEventListener("prep-tracker:badges", () => this.#refresh());
    this.#refresh();
  }

  #wish(wish: Wish, facet?: Facet): void {
    history.replaceState(history.state, "", location.pathname + writeWish(location.search, wish) + location.hash);
    document.dispatchEvent(new Event("prep-tracker:badges"));
    this.#selects.querySelector<HTMLElement>(facet ? `#${idOf(facet)}` : "select")?.focus();
  }

  #refresh(): void {
    const wish = readWish(location.search);
    const facts = this.entries.map((entry) => readFacts(entry.dataset["ptTags"] ?? "", entry.dataset["ptState"] ?? "", entry.dataset["ptOwn"] ?? ""));
    let shown = 0;
    this.entries.forEach((entry, place) => {
      entry.hidden = !isWanted(facts[place] as Facts, wish);
      if (!entry.hidden) shown += 1;
    });
    this.#said.replaceChildren(describeShown(shown, this.entries.length));
    this.#clear.hidden = Object.keys(wish).length === 0;
    this.#selects.replaceChildren(...FACETS.flatMap((facet) => this.#makeSelect(facet, facts, wish)));
  }

  #makeSelect(facet: Facet, facts: readonly Facts[], wish: Wish): HTMLElement[] {
    const choices = listChoices(facet, facts, wish);
    if (!choices.length) return [];
    const options = [["", "any"] as const, ...choices].map(([value, title]) =>
      make("option", { value, selected: value === (wish[facet] ?? "") }, title));
    const select = make("select", { id: idOf(facet) }, ...options);
    select.addEventListener("change", () => {
      const { [facet]: _, ...others } = readWish(location.search);
      this.#wish(select.value ? { ...others, [facet]: select.value } : others, facet);
    });
    return [make("label", {}, FACET_TITLES[facet], select)];
  }
}

const idOf = (facet: Facet): string => `pt-filter-${facet}`;
