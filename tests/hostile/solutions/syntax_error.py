"""broken: is not Python."""


def double(x:
    return 2 * x
