/** What the world gives for a new event: the instant, the local offset, chance. */
import type { Moment } from "./event";

export const moment = (): Moment => ({
  now: Date.now(),
  offset: -new Date().getTimezoneOffset(),
  id: crypto.getRandomValues(new Uint8Array(16)).reduce((text, byte) => text + byte.toString(16).padStart(2, "0"), ""),
});
