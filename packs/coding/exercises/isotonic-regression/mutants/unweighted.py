"""Takes plain means of blocks."""

def isotonic(x, y, w=None):
    """Fitted non-decreasing values, in the order of the input."""
    w = [1.0] * len(x) if w is None else list(w)
    if not x or not len(x) == len(y) == len(w) or min(w) <= 0:
        raise ValueError("equal lengths, not empty, weights positive")
    order = sorted(range(len(x)), key=lambda i: x[i])
    blocks, last = [], None
    for i in order:
        if last is not None and x[i] == last:
            mean, weight, size = blocks.pop()
            blocks.append([(mean * weight + y[i] * w[i]) / (weight + w[i]), weight + w[i], size + 1])
        else:
            _settle(blocks)
            blocks.append([y[i], w[i], 1])
        last = x[i]
    _settle(blocks)
    fitted = [mean for mean, _, size in blocks for _ in range(size)]
    result = [0.0] * len(x)
    for i, value in zip(order, fitted):
        result[i] = value
    return result


def _settle(blocks):
    while len(blocks) > 1 and blocks[-1][0] < blocks[-2][0]:
        mean, weight, size = blocks.pop()
        before = blocks[-1]
        total = before[1] + weight
        before[0] = (before[0] + mean) / 2
        before[1], before[2] = total, before[2] + size
