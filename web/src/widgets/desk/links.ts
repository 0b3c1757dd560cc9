/** Addresses inside the desk. */
export const STORIES_URL = "#stories";
export const INTERVIEWS_URL = "#interviews";
export const CHECKLIST_URL = "#checklist";
export const EMAILS_URL = "#emails";
