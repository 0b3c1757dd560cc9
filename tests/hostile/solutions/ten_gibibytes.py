"""failed crashed: allocates 10 GiB."""


def double(x):
    return len(bytearray(10 << 30)) and 2 * x
