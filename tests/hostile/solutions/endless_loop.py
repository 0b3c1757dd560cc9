"""timeout: never answers."""


def double(x):
    while True:
        pass
