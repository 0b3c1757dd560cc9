def roc_auc(truth, scores):
    """Probability that a positive scores above a negative, ties counting one half."""
    raise NotImplementedError
