"""Whole outputs, kept as plain files; `PREP_TRACKER_REWRITE=1 pytest tests/golden` writes them anew."""
