/** The lazy part of the Today page. */
import { shared } from "./core/parts";
import { mountToday } from "./widgets/today/view";

shared().parts.today = (page, opened) => void mountToday(page, opened);
