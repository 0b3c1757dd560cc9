"""timeout: never finishes its import."""

while True:
    pass
