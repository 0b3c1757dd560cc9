def fairness_report(truth, predicted, groups):
    """Rates by group and the ratio of the lowest to the highest selection rate."""
    raise NotImplementedError
