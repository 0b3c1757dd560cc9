/** The lazy part that is the code editor. */
import { shared } from "./core/parts";
import { mountEditor } from "./widgets/exercise/editor";

shared().parts.editor = mountEditor;
