def _shifted(x, i, amount):
    copy = list(x)
    copy[i] += amount
    return copy


def gradient_check(f, grad, x, h=1e-5):
    """Relative error of each coordinate of `grad` against central differences; inf at a kink."""
    given = grad(list(x))
    if len(given) != len(x):
        raise ValueError("the gradient has another length")
    middle = f(list(x))
    errors = []
    for i, g in enumerate(given):
        up, down = f(_shifted(x, i, h)), f(_shifted(x, i, -h))
        central = (up - down) / (2 * h)
        gap = abs((up - middle) / h - (middle - down) / h)
        if gap > 1e-2 * max(1.0, abs(central)):
            errors.append(float("inf"))
        else:
            errors.append(abs(central - g) / max(abs(central), abs(g), 1e-8))
    return errors
