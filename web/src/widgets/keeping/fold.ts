/** The fold that says where ratings are kept; what is in it is loaded when it is first opened. */
import { make } from "../../core/dom";
import { usePart } from "../../core/parts";

export function keepingPlace(): HTMLElement {
  const place = make("details", { class: "pt-keeping" }, make("summary", {}, "Where is this kept?"));
  const inside = make("div", { class: "pt-keeping__inside" });
  place.append(inside);
  place.addEventListener("toggle", () => {
    if (!place.open || inside.dataset["ptFilled"]) return;
    inside.dataset["ptFilled"] = "";
    void Promise.all([usePart("keeping"), usePart("journal")])
      .then(async ([fill, open]) => fill(inside, await open()))
      .catch(() => {
        delete inside.dataset["ptFilled"];
        inside.replaceChildren("This part could not be loaded. Are you offline? Open it again to try once more.");
      });
  });
  return place;
}
