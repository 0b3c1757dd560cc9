"""failed: raises what `except Exception` does not catch."""


class Odd(BaseException):
    """Not an Exception."""


def double(x):
    raise Odd
