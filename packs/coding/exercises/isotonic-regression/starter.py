def isotonic(x, y, w=None):
    """Fitted non-decreasing values, in the order of the input."""
    raise NotImplementedError
