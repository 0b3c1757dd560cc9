/** Use without a network: what is on this device, and the whole site on request. */
import { make } from "../../core/dom";
import { isServed } from "../../live/served";
import { shared } from "../../core/parts";
import { type Stock, describeBytes, download, readStock } from "../../offline/download";
import { canInstall } from "../../offline/worker";

const FROM_FOLDER =
  "You read the site from a folder: everything is on this device already. Pages from a folder cannot be installed as an app, and cannot run Python or show the plan of the terminal.";
const SERVED = "This site is served by prep-tracker site serve on this computer, and is made anew while you edit: nothing of it is kept for later.";
const CANNOT = "This browser cannot keep the site for use without a network (a private window, perhaps, or an address without https).";

export function mountOffline(place: HTMLElement): void {
  if (location.protocol === "file:") place.replaceChildren(make("p", {}, FROM_FOLDER));
  else if (isServed()) place.replaceChildren(make("p", {}, SERVED));
  else if (!canInstall() || !window.isSecureContext || !("caches" in window)) place.replaceChildren(make("p", {}, CANNOT));
  else new OfflineBox(place);
}

class OfflineBox {
  readonly #said = make("p", { role: "status" });
  readonly #bar = make("progress", { hidden: true, "aria-label": "Download" });
  readonly #start = make("button", { type: "button", hidden: true });
  readonly #stop = make("button", { type: "button", hidden: true }, "Stop");

  constructor(place: HTMLElement) {
    place.replaceChildren(
      make("p", {}, "Pages you have opened, and those of the menu, can be read without a network. Ratings and notes work there too."),
      this.#said, this.#bar, this.#start, this.#stop);
    void navigator.serviceWorker.ready.then(() => this.#refresh());
  }

  async #refresh(): Promise<void> {
    const stock = await readStock(shared().root);
    if (!stock) return this.#said.replaceChildren("The site is not kept on this device yet. Reload the page in a moment.");
    const { missing, missingBytes, files, bytes } = stock;
    this.#start.hidden = missing.length === 0;
    this.#start.replaceChildren(`Download everything (${describeBytes(missingBytes)})`);
    this.#start.onclick = () => void this.#download(stock);
    this.#said.replaceChildren(missing.length
      ? `${files - missing.length} of ${files} files are on this device.`
      : `Everything is on this device: ${files} files, ${describeBytes(bytes)}. New versions are fetched by themselves.`);
  }

  async #download(stock: Stock): Promise<void> {
    const stopping = new AbortController();
    this.#stop.onclick = () => stopping.abort();
    this.#bar.max = stock.missing.length;
    const show = (isOn: boolean): void => {
      for (const one of [this.#bar, this.#stop]) one.hidden = !isOn;
      this.#start.hidden = isOn;
    };
    show(true);
    let words = "";
    try {
      await download(shared().root, stock, (done) => {
        this.#bar.value = done;
        this.#said.replaceChildren(`${done} of ${stock.missing.length} files`);
      }, stopping.signal);
    } catch (error) {
      stopping.abort();
      words = describeTrouble(error);
    }
    show(false);
    await this.#refresh();
    if (words) this.#said.prepend(`${words} `);
  }
}

function describeTrouble(error: unknown): string {
  if (error instanceof DOMException && error.name === "AbortError") return "Stopped; what was loaded stays.";
  if (error instanceof DOMException && error.name === "QuotaExceededError") return "The browser has no room left for all of it; what was loaded stays.";
  return "The network went away; what was loaded stays.";
}
