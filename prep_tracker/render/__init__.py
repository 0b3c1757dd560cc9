"""Documents from templates: checklist, plan, e-mails, calendar, Anki."""
