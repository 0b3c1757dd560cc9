"""Comparisons of time-series-split with an independent implementation."""

from judge import equal
from sklearn.model_selection import TimeSeriesSplit
from solution import time_series_split


def test_sklearn():
    """Agrees with sklearn's TimeSeriesSplit for many sizes and gaps."""
    for n in (12, 25, 40):
        for k in (2, 5):
            for gap in (0, 1, 2):
                if n - k * (n // (k + 1)) - gap < 1:
                    continue
                want = [(list(map(int, a)), list(map(int, b))) for a, b in TimeSeriesSplit(k, gap=gap).split(range(n))]
                equal(time_series_split(n, k, gap), want)
