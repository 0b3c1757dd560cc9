/** What every panel of the desk knows. */
import type { Opened } from "../../core/parts";
import { type Aims } from "../../progress/aims";
import type { Papers } from "../../progress/papers";
import { type Profile, readProfile } from "../../progress/profile";
import { type Interview, readInterview } from "./interview";
import { type Story, readStory } from "./story";

export interface Desk {
  readonly opened: Opened;
  readonly aims: Aims;
  readonly papers: Papers;
  readonly stories: readonly Story[];
  readonly interviews: readonly Interview[];
  readonly profile: Profile;
  /** Shows another place of the desk, like `stories/the-model`. */
  readonly go: (place: string) => void;
}

/** The desk as the journal has it now. */
export function makeDesk(opened: Opened, aims: Aims, papers: Papers, go: (place: string) => void): Desk {
  const documents = [...opened.journal.kept.documents];
  const under = (beginning: string) => documents.flatMap(([name, body]) => (name.startsWith(beginning) ? [[name.slice(beginning.length), body] as const] : []));
  return {
    opened, aims, papers, go,
    stories: under("story/").map(([id, body]) => readStory(id, body)).sort((a, b) => a.title.localeCompare(b.title)),
    interviews: under("interview/").map(([id, body]) => readInterview(id, body)),
    profile: readProfile(opened.journal.kept.documents.get("profile")),
  }; // prettier-ignore
}

export const isoDay = (now: Date): string =>
  `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, "0")}-${String(now.getDate()).padStart(2, "0")}`;
