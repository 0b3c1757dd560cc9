/** The lazy part of notes: loaded when there is one, or when one is to be written. */
import { shared } from "./core/parts";
import { NoteBox } from "./widgets/note/view";

shared().parts.note = (item, { journal, site }) => new NoteBox(item, site, journal);
