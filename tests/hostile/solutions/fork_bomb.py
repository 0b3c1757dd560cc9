"""failed timeout crashed: forks for ever."""

import os


def double(x):
    while True:
        os.fork()
