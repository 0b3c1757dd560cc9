/** A note's Markdown as a tree of elements: parsed by marked, built as values; no markup is ever taken over. */
import { Lexer, type Token, type Tokens } from "marked";

/** An element, or a piece of text. */
export type Branch = string | { readonly tag: string; readonly href?: string; readonly inside: readonly Branch[] };

const SAFE = /^(https?:|mailto:)/i;
const DEEPEST = 20;

export const readTree = (markdown: string): Branch[] => blocks(new Lexer({ gfm: true }).lex(markdown), 0);

const element = (tag: string, inside: readonly Branch[]): Branch => ({ tag, inside });

function blocks(tokens: readonly Token[], depth: number): Branch[] {
  return tokens.flatMap((token): Branch[] => (depth > DEEPEST ? [token.raw] : block(token as Tokens.Generic, depth + 1)));
}

function block(token: Tokens.Generic, depth: number): Branch[] {
  const inside = (): Branch[] => blocks(token.tokens ?? [], depth);
  switch (token.type) {
    case "heading":
      return [element(`h${Math.min(6, Number(token["depth"]) + 2)}`, inside())];
    case "paragraph":
      return [element("p", inside())];
    case "blockquote":
      return [element("blockquote", inside())];
    case "code":
      return [element("pre", [element("code", [String(token["text"])])])];
    case "list":
      return [element(token["ordered"] ? "ol" : "ul", (token["items"] as Token[]).map((item) => element("li", blocks((item as Tokens.ListItem).tokens, depth))))];
    case "table":
      return [table(token as Tokens.Table, depth)];
    case "hr":
      return [element("hr", [])];
    case "strong":
    case "em":
    case "del":
      return [element(token.type, inside())];
    case "codespan":
      return [element("code", [String(token["text"])])];
    case "br":
      return [element("br", [])];
    case "link":
      return SAFE.test(String(token["href"])) ? [{ tag: "a", href: String(token["href"]), inside: inside() }] : inside();
    case "escape":
      return [String(token["text"])];
    case "text":
      return token.tokens ? inside() : [String(token["text"])];
    case "space":
    case "def":
      return [];
    case "checkbox":
      return [String(token["checked"]) === "true" ? "☑ " : "☐ "];
    default:
      return [token.raw];
  }
}

const table = ({ header, rows }: Tokens.Table, depth: number): Branch => {
  const row = (cells: readonly Tokens.TableCell[], tag: string): Branch => element("tr", cells.map((cell) => element(tag, blocks(cell.tokens, depth))));
  return element("table", [element("thead", [row(header, "th")]), element("tbody", rows.map((cells) => row(cells, "td")))]);
};
