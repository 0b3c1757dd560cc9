def one_hot(train, values, unknown="error"):
    """Category names (sorted, None last) and a 0/1 row for each value."""
    raise NotImplementedError
