/** Recording answers on this device: pieces of a few seconds go to the browser's storage, nothing leaves. */
import type { Drafts } from "../../core/drafts";

const PIECE = 4_000;

export const REFUSED = "The microphone was not allowed, so nothing is recorded. The mock goes on without.";
export const ABSENT = "This browser gives the page no microphone here (it needs https, or this computer's own address).";
export const FULL = "There is no room left for recordings: what was recorded before is kept, the rest is not.";

export const canRecord = (): boolean => typeof MediaRecorder !== "undefined" && Boolean(navigator.mediaDevices?.getUserMedia);

/** One microphone for a whole mock; a take for each answer. */
export class TakeRecorder {
  #stream: MediaStream | null = null;
  #recorder: MediaRecorder | null = null;
  #saved: Promise<void> = Promise.resolve();
  /** Why nothing is recorded; empty while all is well. */
  trouble = "";

  constructor(
    readonly drafts: Drafts,
    readonly changed: () => void,
  ) {}

  get isOn(): boolean {
    return this.#recorder !== null;
  }

  /** Asks for the microphone; false when there is none, and `trouble` says why. */
  async open(): Promise<boolean> {
    if (this.#stream) return true;
    if (!canRecord()) this.trouble = ABSENT;
    else {
      try {
        this.#stream = await navigator.mediaDevices.getUserMedia({ audio: true });
        this.trouble = "";
      } catch {
        this.trouble = REFUSED;
      }
    }
    this.changed();
    return this.#stream !== null;
  }

  start(take: string): void {
    if (!this.#stream) return;
    void this.stop();
    const recorder = new MediaRecorder(this.#stream);
    let part = 0;
    recorder.addEventListener("dataavailable", ({ data }) => {
      if (!data.size) return;
      const number = part++;
      this.#saved = this.#saved.then(() => this.drafts.addSound(take, number, data)).catch(() => this.#fail());
    });
    recorder.start(PIECE);
    this.#recorder = recorder;
    this.changed();
  }

  /** Ends the take; resolves when all of it is kept. */
  async stop(): Promise<void> {
    const recorder = this.#recorder;
    this.#recorder = null;
    if (recorder && recorder.state !== "inactive") {
      const stopped = new Promise((resolve) => recorder.addEventListener("stop", resolve, { once: true }));
      recorder.stop();
      await stopped;
    }
    await this.#saved;
    this.changed();
  }

  /** Gives the microphone back. */
  async close(): Promise<void> {
    await this.stop();
    for (const track of this.#stream?.getTracks() ?? []) track.stop();
    this.#stream = null;
  }

  #fail(): void {
    this.trouble = FULL;
    void this.stop();
  }
}
