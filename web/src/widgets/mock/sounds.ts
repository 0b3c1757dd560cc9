/** Recordings to play back and delete. */
import { make } from "../../core/dom";
import type { Drafts, Take } from "../../core/drafts";

const KILOBYTE = 1_000;

export const describeSize = (bytes: number): string =>
  bytes < KILOBYTE * KILOBYTE ? `${Math.max(1, Math.round(bytes / KILOBYTE))} KB` : `${(bytes / KILOBYTE / KILOBYTE).toFixed(1)} MB`;

/** A player for each take whose name begins so; empty while there is none. */
export function soundPlace(drafts: Drafts, beginning: string, label: string, isLabelled = false): HTMLElement {
  const place = make("div", { class: "pt-mock__sounds" });
  const show = async (): Promise<void> => {
    const takes = await drafts.listTakes(beginning).catch(() => []);
    const caption = isLabelled && takes.length ? [make("p", { class: "pt-mock__caption" }, label)] : [];
    place.replaceChildren(...caption, ...takes.map((take) => player(drafts, take, label, () => void show())));
  };
  void show();
  return place;
}

function player(drafts: Drafts, take: Take, label: string, changed: () => void): HTMLElement {
  const remove = make("button", { type: "button" }, `Delete the recording (${describeSize(take.bytes)})`);
  const row = make("div", { class: "pt-mock__sound" }, remove);
  remove.addEventListener("click", () => void drafts.deleteTakes(take.name).then(changed));
  void drafts.readSound(take.name).then((sound) => {
    if (!sound) return;
    row.prepend(make("audio", { controls: true, src: URL.createObjectURL(sound), "aria-label": label }));
  });
  return row;
}
