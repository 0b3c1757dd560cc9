"""The command line: one command a module; options, one call into the core, output."""
