/** The lazy part that carries the latest events to another device by camera. */
import { shared } from "./core/parts";
import { mountCarry } from "./widgets/carry/view";

shared().parts.carry = mountCarry;
