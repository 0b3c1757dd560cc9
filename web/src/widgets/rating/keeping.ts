/** Where the progress is kept, said plainly, with the way out and in. */
import { make } from "../../core/dom";
import { renderEvent, renderHeader, readLines } from "../../progress/event";
import type { Journal } from "../../progress/journal";

const MOST_BYTES = 20_000_000;

/** A fold that says where ratings are kept, and exports and imports them. */
export function keepingPlace(journal: Journal): HTMLElement {
  const said = make("p", { class: "pt-keeping__said", role: "status" });
  const file = make("input", { type: "file", accept: ".jsonl,application/jsonl,application/x-ndjson", hidden: true, "aria-label": "File of progress" });
  const out = make("button", { type: "button" }, "Export my progress");
  const into = make("button", { type: "button" }, "Import…");
  const place = make(
    "details",
    { class: "pt-keeping" },
    make("summary", {}, "Where is this kept?"),
    make("p", {}, "Only in this browser, on this device: no account, nothing is sent. Clearing the site's data deletes it, so export it now and then; `prep-tracker progress import` and this page read the same file.".replaceAll("`", "")),
    make("p", { class: "pt-keeping__kept" }),
    make("div", { class: "pt-keeping__buttons" }, out, into, file),
    said,
    deletingPlace(journal, said),
  );
  place.addEventListener("toggle", () => void journal.isKept().then((kept) => {
    const words = kept ? "The browser has agreed to keep it." : "The browser may clear it when it needs room: keep an export.";
    place.querySelector(".pt-keeping__kept")?.replaceChildren(words);
  }));
  out.addEventListener("click", () => void exportProgress(journal).then((count) => said.replaceChildren(`Exported ${count} events.`)));
  into.addEventListener("click", () => file.click());
  file.addEventListener("change", () => {
    const chosen = file.files?.[0];
    file.value = "";
    if (chosen) void importProgress(journal, chosen).then((words) => said.replaceChildren(words));
  });
  return place;
}

/** Deletes all of it, after an export and a second press. */
function deletingPlace(journal: Journal, said: HTMLElement): HTMLElement {
  const ask = make("button", { type: "button" }, "Delete all my data…");
  const sure = make("button", { type: "button" }, "Export, then delete");
  const no = make("button", { type: "button" }, "Keep it");
  const place = make("div", { class: "pt-keeping__buttons" }, ask);
  const close = (): void => {
    place.replaceChildren(ask);
    ask.focus();
  };
  ask.addEventListener("click", () => {
    said.replaceChildren("This cannot be undone. A file with everything is saved first; importing it brings all back.");
    place.replaceChildren(sure, no);
    no.focus();
  });
  no.addEventListener("click", () => {
    said.replaceChildren("Nothing was deleted.");
    close();
  });
  sure.addEventListener("click", () => void exportProgress(journal).then(async (count) => {
    const isDone = await journal.clear();
    said.replaceChildren(isDone ? `Exported ${count} events to a file, then deleted them here.` : journal.trouble);
    close();
  }));
  return place;
}

async function exportProgress(journal: Journal): Promise<number> {
  const events = await journal.readAll();
  const now = Date.now();
  const text = [renderHeader("browser", now), ...events.map(renderEvent)].join("\n") + "\n";
  const url = URL.createObjectURL(new Blob([text], { type: "application/jsonl" }));
  const link = make("a", { href: url, download: `prep-tracker-${new Date(now).toISOString().slice(0, 10)}.jsonl` });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  return events.length;
}

async function importProgress(journal: Journal, file: File): Promise<string> {
  if (file.size > MOST_BYTES) return "That file is larger than 20 MB: nothing was imported.";
  const { events, problems } = readLines(await file.text());
  const before = (await journal.readAll()).length;
  if (events.length && !(await journal.add(events))) return journal.trouble;
  const added = (await journal.readAll()).length - before;
  const known = events.length - added;
  const wrong = problems.length ? ` ${problems.length} lines could not be used: ${problems.slice(0, 3).join("; ")}.` : "";
  return `${added} new events, ${known} known already.${wrong}`;
}
