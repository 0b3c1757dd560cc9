"""broken: fails while it is imported."""

raise RuntimeError("not today")
