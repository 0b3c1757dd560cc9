"""failed timeout crashed: fills the memory bit by bit."""


def double(x):
    kept = []
    while True:
        kept.append(bytearray(1 << 20))
