"""Returns all rows as the training part."""

def stratified_kfold(y, k, rng):
    """List of k pairs (train, test) of sorted indices, classes balanced over the test folds."""
    if not 2 <= k <= len(y):
        raise ValueError("k must lie in 2..n")
    groups = {}
    for i, label in enumerate(y):
        groups.setdefault(label, []).append(i)
    tests = [[] for _ in range(k)]
    dealt = 0
    for members in groups.values():
        rng.shuffle(members)
        for i in members:
            tests[dealt % k].append(i)
            dealt += 1
    return [(sorted(set(range(len(y)))), sorted(test)) for test in tests]
