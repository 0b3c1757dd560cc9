/** The lazy part of the Desk page: stories, interview log, checklist, e-mails. */
import { shared } from "./core/parts";
import { mountDesk } from "./widgets/desk/view";

shared().parts.desk = (page, opened) => void mountDesk(page, opened);
