"""failed timeout crashed: answers with a generator that never ends."""


def double(x):
    while True:
        yield x
