"""failed: writes where it should not."""

import os
from pathlib import Path


def double(x):
    left = 0
    for place in ("/tmp", "/dev/shm", os.path.expanduser("~root"), "/var/tmp"):
        try:
            (Path(place) / "left-by-a-solution").write_text("here")
            left += 1
        except OSError:
            pass
    return None if left == 0 else "it could write"
