from collections import Counter


def _impurity(counts, n):
    return n - sum(c * c for c in counts.values()) / n


def _majority(labels):
    counts = Counter(labels)
    return min(counts, key=lambda label: (-counts[label], label))


def _best_split(X, y, rows, min_leaf):
    best = None
    for feature in range(len(X[0])):
        order = sorted(rows, key=lambda i: X[i][feature])
        left, right = Counter(), Counter(y[i] for i in order)
        for k in range(1, len(order)):
            left[y[order[k - 1]]] += 1
            right[y[order[k - 1]]] -= 1
            low, high = X[order[k - 1]][feature], X[order[k]][feature]
            if low == high or k < min_leaf or len(order) - k < min_leaf:
                continue
            score = _impurity(left, k) + _impurity(right, len(order) - k)
            if best is None or score < best[0] - 1e-9:
                best = (score, feature, (low + high) / 2)
    return best


def _grow(X, y, rows, depth, min_leaf):
    labels = [y[i] for i in rows]
    split = None if depth == 0 or len(set(labels)) == 1 else _best_split(X, y, rows, min_leaf)
    if split is None:
        return _majority(labels)
    _, feature, threshold = split
    below = [i for i in rows if X[i][feature] <= threshold]
    above = [i for i in rows if X[i][feature] > threshold]
    deeper = None if depth is None else depth - 1
    return {"f": feature, "t": threshold, "l": _grow(X, y, below, deeper, min_leaf), "r": _grow(X, y, above, deeper, min_leaf)}


def decision_tree(X, y, new, max_depth=None, min_leaf=1):
    """Labels of the rows in `new` by a Gini tree grown on X and y."""
    if not X or len(X) != len(y) or min_leaf < 1 or (max_depth is not None and max_depth < 0):
        raise ValueError("rows and labels of equal length; max_depth not negative, min_leaf at least 1")
    root = _grow(X, y, list(range(len(X))), max_depth, min_leaf)
    labels = []
    for row in new:
        node = root
        while isinstance(node, dict):
            node = node["l"] if row[node["f"]] <= node["t"] else node["r"]
        labels.append(node)
    return labels
