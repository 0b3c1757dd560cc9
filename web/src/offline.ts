/** The lazy part about use without a network. */
import { shared } from "./core/parts";
import { mountOffline } from "./widgets/offline/view";

shared().parts.offline = mountOffline;
