"""The words of prep-tracker as frozen values; no file, clock, chance or library here."""
