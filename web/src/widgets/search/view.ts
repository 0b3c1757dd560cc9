/** The search dialog: a field, filters, and the results as links. */
import { make } from "../../core/dom";
import { shared } from "../../core/parts";
import { loadScript } from "../../core/places";
import { type Found, search } from "../../search/query";
import { type Load, Reader, type Row } from "../../search/reader";
import { type Piece, cutSnippet, markWords, wantedBy } from "../../search/snippet";
import {
  CHOICES,
  FACETS,
  FACET_TITLES,
  type Wish,
  describe,
  filterNames,
  kindTitle,
  moveChoice,
  readAddress,
  writeAddress,
} from "./state";

const SHOWN = 10;

/** Files of the index arrive as scripts that call `prepSearch`. */
function scriptLoader(folder: string): Load {
  const arrived = new Map<string, string>();
  window.prepSearch = (name, text) => arrived.set(name, text);
  return async (name, version) => {
    await loadScript(`${folder}${name}.js${version ? `?v=${version}` : ""}`);
    const text = arrived.get(name);
    arrived.delete(name);
    if (text === undefined) throw new Error(`The search index has no ${name}.`);
    return text;
  };
}

const pieces = (parts: readonly Piece[]): (Node | string)[] =>
  parts.map((part) => (part.marked ? make("mark", {}, part.text) : part.text));

export class SearchDialog {
  readonly #dialog: HTMLDialogElement;
  readonly #field: HTMLInputElement;
  readonly #list: HTMLElement;
  readonly #status: HTMLElement;
  readonly #more: HTMLButtonElement;
  readonly #selects = new Map<string, HTMLSelectElement>();
  readonly #root: string;
  #reader: Promise<Reader> | undefined;
  #turn = 0;
  #chosen = -1;
  #limit = SHOWN;

  constructor() {
    const { assets, root } = shared();
    this.#root = root;
    this.#field = make("input", {
      class: "pt-search__field",
      type: "search",
      role: "combobox",
      "aria-label": "Search questions, exercises, companies, e-mails and pages",
      "aria-expanded": "false",
      "aria-controls": "pt-search-results",
      "aria-autocomplete": "list",
      autocomplete: "off",
      autocapitalize: "none",
      spellcheck: "false",
      enterkeyhint: "search",
      placeholder: "Search",
      maxlength: 400,
    });
    this.#list = make("div", { class: "pt-search__results", id: "pt-search-results", role: "listbox", "aria-label": "Results" });
    this.#status = make("div", { class: "pt-search__status", role: "status" });
    this.#more = make("button", { class: "pt-search__more", type: "button", hidden: true }, "Show more");
    const close = make("button", { class: "pt-search__close", type: "button" }, "Close");
    const filters = make("div", { class: "pt-search__filters" }, ...FACETS.map((facet) => this.#makeSelect(facet)));
    this.#dialog = make(
      "dialog",
      { class: "pt-search", "aria-label": "Search" },
      make("div", { class: "pt-search__bar" }, this.#field, close),
      filters,
      this.#status,
      make("div", { class: "pt-search__scroll" }, this.#list, this.#more),
      make("p", { class: "pt-search__keys", "aria-hidden": "true" }, ...KEYS()),
    );
    document.body.append(this.#dialog);
    close.addEventListener("click", () => this.#dialog.close());
    this.#more.addEventListener("click", () => this.#showMore());
    this.#field.addEventListener("input", () => this.#changed());
    this.#dialog.addEventListener("keydown", (event) => this.#pressed(event));
    this.#dialog.addEventListener("click", (event) => this.#clicked(event));
    this.#dialog.addEventListener("close", () => this.#remember(null));
    this.#open = () => Reader.open(scriptLoader(`${assets}search/`));
  }

  readonly #open: () => Promise<Reader>;

  /** Shows the dialog, with this query when there is one. */
  open(wish: Wish, isEarly: boolean): void {
    if (wish.query || !this.#field.value) this.#fill(wish);
    if (!this.#dialog.open) this.#dialog.showModal();
    this.#field.focus();
    if (!isEarly) this.#field.select();
    void this.#ready();
    this.#changed();
  }

  #fill(wish: Wish): void {
    this.#field.value = wish.query;
    for (const facet of FACETS) {
      const select = this.#selects.get(facet);
      if (select) select.value = wish.filters[facet] ?? "";
    }
  }

  #makeSelect(facet: (typeof FACETS)[number]): HTMLElement {
    const select = make("select", { "aria-label": FACET_TITLES[facet] }, make("option", { value: "" }, `Any ${facet}`));
    for (const [value, title] of CHOICES[facet]) select.append(make("option", { value }, title));
    select.addEventListener("change", () => this.#changed());
    this.#selects.set(facet, select);
    return select;
  }

  #ready(): Promise<Reader> {
    if (!this.#reader) {
      this.#reader = this.#open();
      this.#reader.catch(() => (this.#reader = undefined));
    }
    return this.#reader;
  }

  #wish(): Wish {
    const filters = Object.fromEntries([...this.#selects].filter(([, s]) => s.value).map(([facet, s]) => [facet, s.value]));
    return { query: this.#field.value, filters };
  }

  #changed(): void {
    this.#limit = SHOWN;
    void this.#run();
  }

  #showMore(): void {
    this.#limit += SHOWN;
    void this.#run().then(() => this.#choose(this.#limit - SHOWN));
    this.#field.focus();
  }

  async #run(): Promise<void> {
    const turn = ++this.#turn;
    const wish = this.#wish();
    this.#remember(wish);
    try {
      const reader = await this.#ready();
      const names = filterNames(wish);
      const found = await search(reader, wish.query, names);
      const rows = await Promise.all(found.hits.slice(0, this.#limit).map((hit) => reader.row(hit.number)));
      if (turn === this.#turn) this.#show(reader, wish, found, rows);
    } catch {
      if (turn === this.#turn) this.#status.replaceChildren("The search index could not be loaded. Check the connection and type again.");
    }
  }

  #show(reader: Reader, wish: Wish, found: Found, rows: readonly Row[]): void {
    const isWanted = wantedBy(found.terms, (word) => reader.stem(word));
    this.#status.replaceChildren(describe(wish.query, found.hits.length, filterNames(wish).length > 0));
    if (found.meant) this.#status.append(" · Did you mean ", this.#suggestion(found.meant), "?");
    this.#list.replaceChildren(...rows.map((row, place) => this.#result(row, place, isWanted)));
    this.#more.hidden = found.hits.length <= rows.length;
    this.#field.setAttribute("aria-expanded", String(rows.length > 0));
    this.#choose(-1);
    this.#list.dispatchEvent(new CustomEvent("prep-tracker:results", { bubbles: true }));
  }

  #suggestion(meant: string): HTMLElement {
    const button = make("button", { type: "button", class: "pt-search__meant" }, meant);
    button.addEventListener("click", () => {
      this.#field.value = meant;
      this.#field.focus();
      this.#changed();
    });
    return button;
  }

  #result(row: Row, place: number, isWanted: (word: string) => boolean): HTMLElement {
    const facts = [kindTitle(row.kind), row.level, row.minutes ? `${row.minutes} min` : ""].filter(Boolean);
    return make(
      "a",
      { class: "pt-search__result", id: `pt-search-result-${place}`, role: "option", tabindex: -1, href: this.#root + row.url, "aria-selected": "false" },
      make("span", { class: "pt-search__title" }, ...pieces(markWords(row.title, isWanted))),
      make("span", { class: "pt-search__facts" }, ...facts.map((fact) => make("span", {}, fact)), make("span", { class: "pt-status", "data-pt-status": row.id })),
      make("span", { class: "pt-search__snippet" }, ...pieces(cutSnippet(row.text, isWanted))),
    );
  }

  #choose(place: number): void {
    const results = [...this.#list.children];
    results.forEach((result, number) => result.setAttribute("aria-selected", String(number === place)));
    this.#chosen = place;
    const chosen = results[place];
    if (chosen) {
      this.#field.setAttribute("aria-activedescendant", chosen.id);
      chosen.scrollIntoView({ block: "nearest" });
    } else this.#field.removeAttribute("aria-activedescendant");
  }

  #pressed(event: KeyboardEvent): void {
    if (event.target !== this.#field || event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      this.#choose(moveChoice(this.#chosen, event.key === "ArrowDown" ? 1 : -1, this.#list.childElementCount));
    } else if (event.key === "Enter") {
      event.preventDefault();
      const result = this.#list.children[Math.max(0, this.#chosen)];
      if (result instanceof HTMLElement) result.click();
    } else if (event.key === "Escape") {
      event.preventDefault();
      this.#dialog.close();
    }
  }

  #clicked(event: MouseEvent): void {
    if (event.target === this.#dialog) this.#dialog.close();
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey && isSamePage(link)) this.#dialog.close();
  }

  /** Keeps the address in step, so that Back and a copied link bring the same results. */
  #remember(wish: Wish | null): void {
    const query = writeAddress(location.search, wish);
    if (query === location.search) return;
    try {
      history.replaceState(history.state, "", `${location.pathname}${query}${location.hash}`);
    } catch {
      // Some browsers refuse to change the address of a plain file; the search works without it.
    }
  }
}

const KEYS = (): HTMLElement[] =>
  [
    ["↑ ↓", "choose"],
    ["Enter", "open"],
    ["Esc", "close"],
  ].map(([key = "", what = ""]) => make("span", {}, make("kbd", {}, key), ` ${what}`));

const isSamePage = (link: HTMLAnchorElement): boolean => link.pathname === location.pathname && link.host === location.host;

export const addressWish = (): Wish => readAddress(location.search);
