"""Gives 0 for a rate without rows."""

def _share(part, whole):
    return part / whole if whole else 0.0


def fairness_report(truth, predicted, groups):
    """Rates by group and the ratio of the lowest to the highest selection rate."""
    if not truth or not len(truth) == len(predicted) == len(groups):
        raise ValueError("lists must have the same length, and not be empty")
    if not set(truth) | set(predicted) <= {0, 1}:
        raise ValueError("truth and prediction are 0 or 1")
    counts = {}
    for t, p, group in zip(truth, predicted, groups):
        row = counts.setdefault(group, {0: [0, 0], 1: [0, 0]})
        row[t][0] += 1
        row[t][1] += p
    report = {}
    for group, rows in counts.items():
        n = rows[0][0] + rows[1][0]
        report[group] = {
            "n": n,
            "selection": (rows[0][1] + rows[1][1]) / n,
            "tpr": _share(rows[1][1], rows[1][0]),
            "fpr": _share(rows[0][1], rows[0][0]),
        }
    rates = [row["selection"] for row in report.values()]
    return report, min(rates) / max(rates) if max(rates) else 1.0
