def edit_distance(a, b, insert=1, delete=1, substitute=1):
    """Least cost of turning `a` into `b` by insertions, deletions and substitutions."""
    raise NotImplementedError
