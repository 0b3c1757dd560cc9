/** The lazy part of served pages: the journal in step with the workspace. */
import { shared } from "./core/parts";
import { Link } from "./live/link";

shared().parts.live = ({ journal, site }) => void new Link(journal, site);
