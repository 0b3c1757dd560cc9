/** The lazy part of the Mock page. */
import { shared, usePart } from "./core/parts";
import { mountMock } from "./widgets/mock/view";

shared().parts.mock = async () => {
  const page = document.querySelector<HTMLElement>(".pt-mock");
  if (page) await mountMock(page, await (await usePart("journal"))());
};
