/** Where the progress is kept, said plainly, with the ways out and in. */
import { make } from "../../core/dom";
import { nameOfDrafts } from "../../core/drafts";
import type { Opened } from "../../core/parts";
import { isServed } from "../../live/served";
import type { Journal } from "../../progress/journal";
import { describeKept } from "./state";
import { exportProgress, importFiles } from "./transfer";

const SERVED =
  "In this browser, and in the workspace on this computer that prep-tracker site serve serves: what you do in one shows in the other. " +
  "Nothing leaves this computer. What is deleted here stays in the workspace, and comes back from it.";
const WHERE =
  "Only in this browser, on this device: no account, nothing is sent. Clearing the site's data deletes it, so export it now and then; " +
  "prep-tracker progress import and this page read the same file.";

/** Fills a place with where ratings are kept, and exports and imports them. */
export function fillKeeping(place: HTMLElement, { journal, site }: Opened): void {
  const said = make("p", { class: "pt-keeping__said", role: "status" });
  const kept = make("p", { class: "pt-keeping__kept" });
  const out = make("button", { type: "button" }, "Export my progress");
  out.addEventListener("click", () => void exportProgress(journal).then((count) => said.replaceChildren(`Exported ${count} events.`)));
  place.replaceChildren(
    make("p", {}, isServed() ? SERVED : WHERE),
    kept,
    make("div", { class: "pt-keeping__buttons" }, out, ...importButton(journal, said)),
    said,
    deletingPlace(journal, site, said),
  );
  void journal.isKept().then((isKept) => kept.replaceChildren(describeKept(isKept)));
  catchDrops(place, journal, said);
}

function importButton(journal: Journal, said: HTMLElement): HTMLElement[] {
  const file = make("input", { type: "file", accept: ".jsonl,application/jsonl,application/x-ndjson", multiple: true, hidden: true, "aria-label": "File of progress" });
  const into = make("button", { type: "button", title: "Or drop the file anywhere here" }, "Import…");
  into.addEventListener("click", () => file.click());
  file.addEventListener("change", () => {
    const chosen = [...(file.files ?? [])];
    file.value = "";
    if (chosen.length) void importFiles(journal, chosen).then((words) => said.replaceChildren(words));
  });
  return [into, file];
}

/** A file that is dropped anywhere on the page is imported; the browser would leave the page for it. */
function catchDrops(place: HTMLElement, journal: Journal, said: HTMLElement): void {
  const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") ?? false;
  const frame = place.closest<HTMLElement>(".pt-page") ?? place;
  frame.addEventListener("dragover", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    place.dataset["ptDrop"] = "";
  });
  frame.addEventListener("dragleave", (event) => {
    if (!(event.relatedTarget instanceof Node && frame.contains(event.relatedTarget))) delete place.dataset["ptDrop"];
  });
  frame.addEventListener("drop", (event) => {
    delete place.dataset["ptDrop"];
    const files = [...(event.dataTransfer?.files ?? [])];
    if (!files.length) return;
    event.preventDefault();
    void importFiles(journal, files).then((words) => said.replaceChildren(words));
  });
}

/** What is half done (a mock, code, recordings) goes too; a page that has it open lets go of it. */
const deleteDrafts = (site: string): Promise<void> =>
  new Promise((resolve) => {
    const deleting = indexedDB.deleteDatabase(nameOfDrafts(site));
    deleting.onsuccess = deleting.onerror = deleting.onblocked = () => resolve();
  });

/** Deletes all of it, after an export and a second press. */
function deletingPlace(journal: Journal, site: string, said: HTMLElement): HTMLElement {
  const ask = make("button", { type: "button" }, "Delete all my data…");
  const sure = make("button", { type: "button" }, "Export, then delete");
  const no = make("button", { type: "button" }, "Keep it");
  const place = make("div", { class: "pt-keeping__buttons" }, ask);
  const close = (): void => {
    place.replaceChildren(ask);
    ask.focus();
  };
  ask.addEventListener("click", () => {
    said.replaceChildren("This cannot be undone. A file with your progress is saved first; importing it brings that back. Recordings and what is half written are deleted for good.");
    place.replaceChildren(sure, no);
    no.focus();
  });
  no.addEventListener("click", () => {
    said.replaceChildren("Nothing was deleted.");
    close();
  });
  sure.addEventListener("click", () => void exportProgress(journal).then(async (count) => {
    const isDone = await journal.clear();
    if (isDone) await deleteDrafts(site);
    said.replaceChildren(isDone ? `Exported ${count} events to a file, then deleted them here.` : journal.trouble);
    close();
  }));
  return place;
}
