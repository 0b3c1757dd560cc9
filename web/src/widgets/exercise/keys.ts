/** What Tab and Enter do to code in a plain text field, as values. */

export interface Field {
  readonly text: string;
  /** Selection, as places in the text. */
  readonly from: number;
  readonly to: number;
}

const STEP = "    ";

const lineStart = (text: string, place: number): number => text.lastIndexOf("\n", place - 1) + 1;

/** Each line of the selection changed, the selection kept on the same letters. */
function changeLines(field: Field, change: (line: string) => string): Field {
  const first = lineStart(field.text, field.from);
  const tail = field.text.indexOf("\n", Math.max(first, field.to - (field.to > field.from ? 1 : 0)));
  const last = tail < 0 ? field.text.length : tail;
  const lines = field.text.slice(first, last).split("\n");
  const changed = lines.map(change);
  const added = (changed[0] ?? "").length - (lines[0] ?? "").length;
  const all = changed.join("\n");
  return {
    text: field.text.slice(0, first) + all + field.text.slice(last),
    from: Math.max(first, field.from + added),
    to: Math.max(first, field.to + all.length - (last - first)),
  };
}

/** Tab: one step in; with nothing selected, spaces up to the next step. */
export function indent(field: Field): Field {
  if (field.from !== field.to) return changeLines(field, (line) => (line === "" ? line : STEP + line));
  const column = field.from - lineStart(field.text, field.from);
  return put(field, STEP.slice(column % STEP.length));
}

/** Shift and Tab: one step out. */
export const outdent = (field: Field): Field => changeLines(field, (line) => line.replace(/^ {1,4}|^\t/, ""));

/** Enter: the new line begins where this one does, one step further in after a colon. */
export function breakLine(field: Field): Field {
  const line = field.text.slice(lineStart(field.text, field.from), field.from);
  const space = /^[ \t]*/.exec(line)?.[0] ?? "";
  return put(field, `\n${space}${/:\s*(#.*)?$/.test(line) ? STEP : ""}`);
}

function put(field: Field, words: string): Field {
  const place = field.from + words.length;
  return { text: field.text.slice(0, field.from) + words + field.text.slice(field.to), from: place, to: place };
}
