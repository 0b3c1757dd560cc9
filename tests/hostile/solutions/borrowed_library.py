"""failed broken: uses a library the exercise does not allow."""


def double(x):
    import click

    return click.IntRange().convert(str(2 * x), None, None)
