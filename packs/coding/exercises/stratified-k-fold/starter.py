def stratified_kfold(y, k, rng):
    """List of k pairs (train, test) of sorted indices, classes balanced over the test folds."""
    raise NotImplementedError
