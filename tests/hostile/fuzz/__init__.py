"""Fuzzing: what may be fed to the reader, the renderers, the importer and the template filler, and what must hold."""
