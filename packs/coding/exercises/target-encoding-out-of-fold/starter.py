def target_encode_oof(categories, y, folds, smooth):
    """Smoothed target mean of each row's category, computed on the other folds only."""
    raise NotImplementedError
