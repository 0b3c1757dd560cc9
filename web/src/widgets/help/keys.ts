/** The keys that work on every page. */
export const EVERYWHERE = [
  ["/", "search"],
  ["?", "this help"],
  ["Esc", "close"],
] as const;
