/** CodeMirror over the plain field: colours, brackets, numbers; what is typed goes into the field as before. */
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { python } from "@codemirror/lang-python";
import { HighlightStyle, bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { EditorState } from "@codemirror/state";
import { EditorView, drawSelection, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";

const color = (name: string): { color: string } => ({ color: `var(--md-code-hl-${name}-color)` });

const COLORS = HighlightStyle.define([
  { tag: tags.keyword, ...color("keyword") },
  { tag: [tags.string, tags.special(tags.string)], ...color("string") },
  { tag: [tags.number, tags.bool, tags.null], ...color("number") },
  { tag: tags.comment, ...color("comment") },
  { tag: [tags.function(tags.variableName), tags.definition(tags.variableName)], ...color("function") },
  { tag: tags.operator, ...color("operator") },
]);

const LOOK = EditorView.theme({
  "&": { border: "0.05rem solid var(--md-default-fg-color--light)", borderRadius: "0.3rem", backgroundColor: "var(--md-code-bg-color)", color: "var(--md-code-fg-color)" },
  "&.cm-focused": { outline: "0.1rem solid var(--md-accent-fg-color)" },
  ".cm-scroller": { fontFamily: "var(--md-code-font-family, monospace)", fontSize: "0.68rem", lineHeight: "1.6", minHeight: "12rem" },
  ".cm-gutters": { backgroundColor: "transparent", border: "0", color: "var(--md-default-fg-color--light)" },
  ".cm-cursor": { borderLeftColor: "currentColor" },
  ".cm-activeLine": { backgroundColor: "transparent" },
}); // prettier-ignore

/** Puts the editor in the place of the field; gives what takes it away again. */
export function mountEditor(field: HTMLTextAreaElement, run: () => void): () => void {
  let isOwn = false;
  const view = new EditorView({
    state: EditorState.create({
      doc: field.value,
      extensions: [
        keymap.of([{ key: "Mod-Enter", run: () => (run(), true) }, ...defaultKeymap, ...historyKeymap, indentWithTab]),
        lineNumbers(), history(), drawSelection(), highlightActiveLine(), bracketMatching(), indentOnInput(), indentUnit.of("    "),
        python(), syntaxHighlighting(COLORS), LOOK,
        EditorView.contentAttributes.of({ "aria-label": "solution.py", "aria-describedby": "pt-code-help" }),
        EditorView.updateListener.of((update) => {
          if (!update.docChanged || isOwn) return;
          isOwn = true;
          field.value = update.state.doc.toString();
          field.dispatchEvent(new Event("input", { bubbles: true }));
          isOwn = false;
        }),
      ],
    }),
  }); // prettier-ignore
  const follow = (): void => {
    if (isOwn || field.value === view.state.doc.toString()) return;
    isOwn = true;
    view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: field.value } });
    isOwn = false;
  };
  field.addEventListener("input", follow);
  // It scrolls sideways; by keyboard as well, and axe asks for that.
  view.scrollDOM.tabIndex = 0;
  field.hidden = true;
  field.after(view.dom);
  view.focus();
  return () => {
    field.removeEventListener("input", follow);
    view.destroy();
    field.hidden = false;
    field.focus();
  };
}
