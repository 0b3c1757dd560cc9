"""The default labels come from the truth alone."""

def confusion_matrix(truth, predicted, labels=None):
    """Counts by truth (rows) and prediction (columns), in the order of `labels`."""
    if len(truth) != len(predicted):
        raise ValueError("the lists differ in length")
    if labels is None:
        labels = sorted(set(truth))
    place = {label: i for i, label in enumerate(labels)}
    if len(place) != len(labels):
        raise ValueError("a label is given twice")
    counts = [[0] * len(labels) for _ in labels]
    for t, p in zip(truth, predicted):
        if t not in place or p not in place:
            raise ValueError("a value is not among the labels")
        counts[place[t]][place[p]] += 1
    return counts
