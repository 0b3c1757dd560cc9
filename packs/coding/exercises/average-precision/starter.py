def average_precision(truth, scores):
    """Sum of precision times gain of recall over distinct thresholds, highest first."""
    raise NotImplementedError
