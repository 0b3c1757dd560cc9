"""failed: was not written yet."""


def double(x):
    raise NotImplementedError
