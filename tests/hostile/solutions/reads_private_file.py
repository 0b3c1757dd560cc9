"""failed: prints a file of the learner."""

from pathlib import Path


def double(x):
    return Path("/etc/passwd").read_text() and 2 * x
