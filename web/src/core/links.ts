/** Addresses of pages of the site. */
import { shared } from "./parts";

export const questionUrl = (item: string): string => `${shared().root}questions/${item}.html`;
export const pageUrl = (name: string): string => `${shared().root}${name}`;
