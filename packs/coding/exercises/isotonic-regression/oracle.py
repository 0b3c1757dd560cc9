"""Comparisons of isotonic-regression with an independent implementation."""

import random

from judge import close
from sklearn.isotonic import IsotonicRegression
from solution import isotonic


def test_sklearn():
    """Agrees with sklearn's IsotonicRegression, ties and weights included."""
    rng = random.Random(2)
    x, y = [rng.randrange(40) for _ in range(120)], [rng.gauss(0, 1) for _ in range(120)]
    w = [rng.uniform(0.2, 3) for _ in range(120)]
    close(isotonic(x, y, w), IsotonicRegression().fit_transform(x, y, sample_weight=w), rtol=1e-7, atol=1e-9)
