def time_series_split(n, k, gap=0):
    """List of k pairs (train, test) of index lists, training always `gap` rows before the test block."""
    raise NotImplementedError
