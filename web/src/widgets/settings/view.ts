/** The Settings page: how the site looks here, what works without a network, and where progress is kept. */
import { type Choices, TEXT_SIZES, applyChoices, keepChoices, readChoices } from "../../core/choices";
import { make } from "../../core/dom";
import { usePart } from "../../core/parts";
import { listKeys } from "../help/keys";
import { THEMES, chooseTheme, currentTheme, hasThemes, onTheme } from "./theme";

type Option = readonly [value: string, title: string];

export function mountSettings(page: HTMLElement): void {
  if (page.querySelector(".pt-settings__part")) return;
  page.querySelector(".pt-settings__without")?.remove();
  const progress = make("div", { class: "pt-keeping__inside" });
  const carry = make("div", {});
  const offline = make("div", { class: "pt-offline" });
  page.append(
    part("Looks", "looks", ...looks()),
    part("Without a network", "offline", offline),
    part("Your progress", "progress", carry, progress),
    part("Keys", "keys", ...listKeys()),
  );
  void Promise.all([usePart("keeping"), usePart("journal")]).then(async ([fill, open]) => {
    const opened = await open();
    fill(progress, opened);
    await (await usePart("carry"))(carry, opened);
    if (location.hash.startsWith("#take=")) carry.scrollIntoView();
  });
  void usePart("offline").then((mount) => mount(offline));
}

const part = (title: string, anchor: string, ...inside: readonly HTMLElement[]): HTMLElement =>
  make("section", { class: "pt-settings__part", "aria-labelledby": anchor }, make("h2", { id: anchor }, title), ...inside);

function looks(): HTMLElement[] {
  const said = make("p", { class: "pt-settings__said", role: "status" });
  let choices = readChoices();
  const change = (changed: Partial<Choices>): void => {
    choices = { ...choices, ...changed };
    applyChoices(choices);
    said.replaceChildren(keepChoices(choices) ? "Kept on this device." : "This browser does not let the page keep it; it holds for this page.");
  };
  return [
    ...(hasThemes() ? [themes()] : []),
    radios("text", "Text size", TEXT_SIZES.map((size) => [String(size), size === 100 ? "usual" : `${size} %`]), String(choices.text), (value) => change({ text: Number(value) })),
    radios("motion", "Motion", [["system", "as the system has it"], ["less", "none"]], choices.motion, (value) => change({ motion: value === "less" ? value : "system" })),
    radios("spoilers", "Answers in lists and in search", [["shown", "may be shown"], ["hidden", "hidden, so that nothing is given away"]], choices.spoilers, (value) => change({ spoilers: value === "hidden" ? value : "shown" })),
    said,
  ];
}

function themes(): HTMLElement {
  const box = radios("theme", "Colors", THEMES.map((title, number) => [String(number), title]), String(currentTheme()), (value) => chooseTheme(Number(value)));
  onTheme(() => {
    const input = box.querySelector<HTMLInputElement>(`input[value="${currentTheme()}"]`);
    if (input) input.checked = true;
  });
  return box;
}

function radios(name: string, title: string, options: readonly Option[], chosen: string, changed: (value: string) => void): HTMLElement {
  const choices = options.map(([value, words]) => {
    const input = make("input", { type: "radio", name: `pt-${name}`, value, checked: value === chosen });
    input.addEventListener("change", () => changed(value));
    return make("label", {}, input, words);
  });
  return make("fieldset", { class: "pt-settings__choice" }, make("legend", {}, title), make("div", { class: "pt-settings__options" }, ...choices));
}
