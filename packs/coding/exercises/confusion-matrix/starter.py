def confusion_matrix(truth, predicted, labels=None):
    """Counts by truth (rows) and prediction (columns), in the order of `labels`."""
    raise NotImplementedError
