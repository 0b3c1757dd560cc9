/** The lazy part of the Settings page. */
import { shared } from "./core/parts";
import { mountSettings } from "./widgets/settings/view";

shared().parts.settings = mountSettings;
