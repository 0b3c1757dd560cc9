"""failed: reads and writes the memory of its parent."""

import os


def double(x):
    with open(f"/proc/{os.getppid()}/mem", "r+b") as memory:
        memory.write(b"passed")
    return None
