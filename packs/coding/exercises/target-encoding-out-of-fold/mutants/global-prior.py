"""The prior mean is taken over all rows, so the label leaks through it."""

def target_encode_oof(categories, y, folds, smooth):
    """Smoothed target mean of each row's category, computed on the other folds only."""
    if not len(categories) == len(y) == len(folds) or len(set(folds)) < 2 or smooth < 0:
        raise ValueError("equal lengths, at least two folds, smooth not negative")
    sums = {}
    for category, label, fold in zip(categories, y, folds):
        for key in ((), (category,), (0, fold), (category, 0, fold)):
            total, count = sums.get(key, (0.0, 0))
            sums[key] = (total + label, count + 1)

    def others(everywhere, inside):
        return tuple(a - b for a, b in zip(sums[everywhere], sums[inside]))

    codes = []
    for category, fold in zip(categories, folds):
        total, count = sums[()]
        mean = total / count
        total, count = others((category,), (category, 0, fold))
        codes.append((total + smooth * mean) / (count + smooth) if count else mean)
    return codes
