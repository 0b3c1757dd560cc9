/** From one device to another by camera: the latest events as QR codes that hold links, and what such a link brings. */
import { encode } from "uqr";
import { make } from "../../core/dom";
import { pageUrl } from "../../core/links";
import type { Opened } from "../../core/parts";
import { readLines } from "../../progress/event";
import { describeKinds } from "../keeping/state";
import { importText } from "../keeping/transfer";
import { cutForCodes, eventsSince, unpack } from "./state";

const DAY = 86_400_000;
const SVG = "http://www.w3.org/2000/svg";
const SPANS: readonly (readonly [number, string])[] = [[DAY, "the last day"], [7 * DAY, "the last week"], [31 * DAY, "the last month"]];

export async function mountCarry(place: HTMLElement, opened: Opened): Promise<void> {
  if (location.protocol === "file:") return;
  place.replaceChildren(...(await offerTaken(opened)), new CodesBox(opened).element);
}

/** What the address of this page brings, after a question. */
async function offerTaken({ journal }: Opened): Promise<HTMLElement[]> {
  const text = await unpack(location.hash);
  if (text === null) return location.hash.startsWith("#take=") ? [make("p", { role: "alert" }, "This link holds nothing that can be read. Make it again on the other device.")] : [];
  const { events, problems } = readLines(text);
  const said = make("p", { role: "status" });
  const take = make("button", { type: "button" }, "Bring it in");
  const leave = make("button", { type: "button" }, "Leave it");
  const words = events.length ? `This link brings ${describeKinds(events)} from another device.` : `This link brings nothing that can be used: ${problems[0] ?? "it is empty"}.`;
  const box = make("div", { class: "pt-carry__taken" }, make("p", {}, words), ...(events.length ? [take] : []), leave, said);
  const close = (): void => {
    history.replaceState(history.state, "", location.pathname + location.search);
    for (const button of [take, leave]) button.remove();
  };
  take.addEventListener("click", () => void importText(journal, text).then((came) => {
    said.replaceChildren(came);
    close();
  }));
  leave.addEventListener("click", () => {
    said.replaceChildren("Nothing was taken.");
    close();
  });
  return [box];
}

class CodesBox {
  readonly #shown = make("div", { class: "pt-carry__code" });
  readonly #said = make("p", { role: "status" });
  readonly element = make("details", { class: "pt-keeping pt-carry" }, make("summary", {}, "To another device by camera"));
  #links: readonly string[] = [];

  constructor(readonly opened: Opened) {
    const buttons = SPANS.map(([span, title]) => {
      const button = make("button", { type: "button" }, `Show ${title}`);
      button.addEventListener("click", () => void this.#show(span, title));
      return button;
    });
    this.element.append(
      make("p", {}, "A code holds the latest events as a link to this page. Nothing of it is sent anywhere: point the other device's camera at it, open the link, and say yes there. For everything, carry the exported file."),
      make("div", { class: "pt-keeping__buttons" }, ...buttons), this.#said, this.#shown);
  }

  async #show(span: number, title: string): Promise<void> {
    const events = eventsSince(await this.opened.journal.readAll(), Date.now() - span);
    this.#shown.replaceChildren();
    if (!events.length) return this.#said.replaceChildren(`Nothing was done in ${title}.`);
    const links = await cutForCodes(events, pageUrl("settings.html"));
    if (!links) return this.#said.replaceChildren(`${events.length} events are too many for codes. Export the file instead, or show less.`);
    this.#links = links;
    this.#turn(0, describeKinds(events));
  }

  #turn(number: number, words: string): void {
    const link = this.#links[number] ?? "";
    const step = (title: string, to: number): HTMLElement => {
      const button = make("button", { type: "button", disabled: to < 0 || to >= this.#links.length }, title);
      button.addEventListener("click", () => this.#turn(to, words));
      return button;
    };
    const copy = make("button", { type: "button" }, "Copy the link");
    copy.addEventListener("click", () => void navigator.clipboard.writeText(link).then(
      () => this.#said.replaceChildren("Copied."),
      () => this.#said.replaceChildren("The browser does not let the page copy; use the code."),
    ));
    const many = this.#links.length > 1;
    this.#said.replaceChildren(`${words}${many ? `: code ${number + 1} of ${this.#links.length}` : ""}.`);
    this.#shown.replaceChildren(drawCode(link), make("div", { class: "pt-keeping__buttons" }, ...(many ? [step("Back", number - 1), step("Next", number + 1)] : []), copy));
  }
}

/** A code as a picture; always dark on light, as cameras want it. */
function drawCode(text: string): SVGElement {
  const { data, size } = encode(text, { ecc: "L", border: 4 });
  const path = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join("");
  const svg = document.createElementNS(SVG, "svg");
  for (const [name, value] of Object.entries({ viewBox: `0 0 ${size} ${size}`, role: "img", "aria-label": "QR code with a link to this page", "shape-rendering": "crispEdges" })) svg.setAttribute(name, value);
  for (const [name, values] of [["rect", { width: size, height: size, fill: "#fff" }], ["path", { d: path, fill: "#000" }]] as const) {
    const part = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(values)) part.setAttribute(key, String(value));
    svg.append(part);
  }
  return svg;
}
