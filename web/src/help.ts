/** The lazy part that answers `?`: every key there is. */
import { make } from "./core/dom";
import { shared } from "./core/parts";
import { listKeys } from "./widgets/help/keys";

shared().parts.help = () => {
  const dialog = make("dialog", { class: "pt-help md-typeset", "aria-labelledby": "pt-help-title" });
  const close = make("button", { type: "button" }, "Close");
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  dialog.append(make("h2", { id: "pt-help-title" }, "Keys"), ...listKeys(), close);
  document.body.append(dialog);
  dialog.showModal();
};
