"""failed crashed: recurses without end."""


def double(x):
    return double(x)
