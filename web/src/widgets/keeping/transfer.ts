/** Progress out of and into this browser as one file of JSON Lines. */
import { make } from "../../core/dom";
import { type PrepEvent, readLines, renderEvent, renderHeader } from "../../progress/event";
import type { Journal } from "../../progress/journal";
import { MOST_BYTES, describeImport } from "./state";

export const renderFile = (events: readonly PrepEvent[], now: number): string =>
  [renderHeader("browser", now), ...events.map(renderEvent)].join("\n") + "\n";

/** Gives the reader a file of everything; how many events it holds. */
export async function exportProgress(journal: Journal): Promise<number> {
  const events = await journal.readAll();
  const now = Date.now();
  const url = URL.createObjectURL(new Blob([renderFile(events, now)], { type: "application/jsonl" }));
  const link = make("a", { href: url, download: `prep-tracker-${new Date(now).toISOString().slice(0, 10)}.jsonl` });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  return events.length;
}

/** Merges a text of JSON Lines; what came of it, in words. */
export async function importText(journal: Journal, text: string): Promise<string> {
  const { events, problems } = readLines(text);
  const known = new Set((await journal.readAll()).map((event) => event.id));
  if (events.length && !(await journal.add(events))) return journal.trouble;
  return describeImport({ events, known, problems });
}

export async function importFiles(journal: Journal, files: Iterable<File>): Promise<string> {
  const said: string[] = [];
  for (const file of files) {
    if (file.size > MOST_BYTES) said.push(`${file.name} is larger than 20 MB: nothing of it was imported.`);
    else said.push(await importText(journal, await file.text()));
  }
  return said.join(" ");
}
