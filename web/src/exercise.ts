/** The lazy part of exercises: writing and running them in their pages. */
import { shared, usePart } from "./core/parts";
import { mountExercise } from "./widgets/exercise/view";

shared().parts.exercise = async () => {
  const page = document.querySelector<HTMLElement>(".pt-exercise[data-pt-id]");
  if (page) await mountExercise(page, await (await usePart("journal"))());
};
