"""failed crashed: writes a file as large as it can."""


def double(x):
    with open("big", "wb") as file:
        while True:
            file.write(bytes(1 << 20))
