"""The catalog becomes a static, searchable site."""
