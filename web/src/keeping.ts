/** The lazy part that says where progress is kept, and carries it out and in. */
import { shared } from "./core/parts";
import { fillKeeping } from "./widgets/keeping/view";

shared().parts.keeping = fillKeeping;
