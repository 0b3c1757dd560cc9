/** The lazy part of lists: filters. */
import { shared } from "./core/parts";
import { mountFilters } from "./widgets/filters/view";

shared().parts.filters = () => {
  const list = document.querySelector<HTMLElement>(".pt-entries--filtered");
  if (list) mountFilters(list);
};
