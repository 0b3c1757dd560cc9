/** The lazy part of pages with rings of progress. */
import { shared } from "./core/parts";
import { showRings } from "./widgets/rings/view";

shared().parts.rings = ({ journal }) => void showRings(journal);
