/** The lazy search part: the dialog, made when it is first opened. */
import { shared } from "./core/parts";
import { SearchDialog, addressWish } from "./widgets/search/view";

let dialog: SearchDialog | undefined;

shared().parts.search = ({ query }) => {
  dialog ??= new SearchDialog();
  const wish = addressWish();
  dialog.open(query ? { ...wish, query } : wish, query !== "");
};
