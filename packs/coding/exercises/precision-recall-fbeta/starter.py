from collections import Counter

def precision_recall_fbeta(truth, predicted, beta=1.0, average="macro", zero_division=0.0):
    """Precision, recall and F-beta, averaged as asked; 0/0 counts as `zero_division`."""
    raise NotImplementedError
