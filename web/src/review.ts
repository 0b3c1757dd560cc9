/** The lazy part of the Review page. */
import { shared } from "./core/parts";
import { mountReview } from "./widgets/review/view";

shared().parts.review = (page, { journal, site }) => void mountReview(page, journal, site);
