/** A few events as a link: packed into the part of an address that is never sent to a server. */
import { type PrepEvent, renderEvent } from "../../progress/event";

/** Characters of a link that a phone's camera still reads well. */
export const MOST_LINK = 1_500;
export const MOST_CODES = 12;
const MOST_UNPACKED = 400_000;
const PREFIX = "#take=";

const toBase64 = (bytes: Uint8Array): string =>
  btoa(bytes.reduce((text, byte) => text + String.fromCharCode(byte), "")).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");

const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));

/** Lines of events, packed for an address. */
export async function pack(events: readonly PrepEvent[]): Promise<string> {
  const text = events.map(renderEvent).join("\n");
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  return PREFIX + toBase64(new Uint8Array(await new Response(packed).arrayBuffer()));
}

/** The lines again; null when the address holds none, or more than a link may hold. */
export async function unpack(hash: string): Promise<string | null> {
  if (!hash.startsWith(PREFIX) || hash.length > 100_000) return null;
  try {
    const packed = new Blob([fromBase64(hash.slice(PREFIX.length))]).stream();
    const reader = packed.pipeThrough(new DecompressionStream("deflate-raw")).getReader();
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    let size = 0;
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      size += piece.value.length;
      if (size > MOST_UNPACKED) {
        await reader.cancel();
        return null;
      }
      pieces.push(piece.value as Uint8Array<ArrayBuffer>);
    }
    return await new Blob(pieces).text();
  } catch {
    return null;
  }
}

/** Events cut into groups, each of which fits into one code; null when they are too many for codes. */
export async function cutForCodes(events: readonly PrepEvent[], page: string): Promise<string[] | null> {
  const links: string[] = [];
  for (let at = 0; at < events.length; ) {
    let count = Math.min(40, events.length - at);
    let link = page + (await pack(events.slice(at, at + count)));
    while (link.length > MOST_LINK && count > 1) {
      count = Math.floor(count / 2);
      link = page + (await pack(events.slice(at, at + count)));
    }
    if (link.length > MOST_LINK || links.length === MOST_CODES) return null;
    links.push(link);
    at += count;
  }
  return links;
}

/** Events written after an instant, oldest first; the undone and their undos too. */
export const eventsSince = (events: readonly PrepEvent[], instant: number): PrepEvent[] =>
  events.filter(({ at }) => Date.parse(at) > instant).sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
