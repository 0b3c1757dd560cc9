"""timeout: floods the other stream, past Python's buffers."""

import os


def double(x):
    while True:
        os.write(2, b"\x1b]0;owned\x07" * 100)
