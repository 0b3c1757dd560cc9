"""The first row and column count edits, not their cost."""

def edit_distance(a, b, insert=1, delete=1, substitute=1):
    """Least cost of turning `a` into `b` by insertions, deletions and substitutions."""
    if min(insert, delete, substitute) < 0:
        raise ValueError("costs must not be negative")
    above = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        row = [i * delete]
        for j, y in enumerate(b, 1):
            change = above[j - 1] + (0 if x == y else substitute)
            row.append(min(change, above[j] + delete, row[j - 1] + insert))
        above = row
    return above[-1]
