"""Untrusted Markdown becomes safe HTML: CommonMark, then an allow-list, then our own insertions."""
