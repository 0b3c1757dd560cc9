def gradient_check(f, grad, x, h=1e-5):
    """Relative error of each coordinate of `grad` against central differences; inf at a kink."""
    raise NotImplementedError
