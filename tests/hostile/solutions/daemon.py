"""failed: leaves a daemon behind."""

import os
import time


def double(x):
    try:
        if os.fork() == 0:
            os.setsid()
            time.sleep(600)
    except OSError:
        pass
    return None
