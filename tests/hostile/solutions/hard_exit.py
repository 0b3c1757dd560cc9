"""crashed: ends the process with status 0."""

import os


def double(x):
    os._exit(0)
