"""failed crashed timeout: answers with a hundred megabytes."""


def double(x):
    return "x" * 100_000_000
