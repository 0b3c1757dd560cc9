/** The lazy part of question pages while a review is under way. */
import { shared } from "./core/parts";
import { mountBar } from "./widgets/review/bar";

shared().parts.sitting = (page, { journal, site }) => mountBar(page, journal, site);
