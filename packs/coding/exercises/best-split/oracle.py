"""Comparisons of best-split with an independent implementation."""

import random

from judge import close
from sklearn.tree import DecisionTreeClassifier
from solution import best_split


def test_sklearn():
    """Agrees with a tree of depth 1."""
    rng = random.Random(2)
    for criterion in ("gini", "entropy"):
        x = [rng.gauss(0, 1) for _ in range(80)]
        y = [int(v + rng.gauss(0, 0.5) > 0.3) for v in x]
        tree = DecisionTreeClassifier(max_depth=1, criterion=criterion).fit([[v] for v in x], y).tree_
        n, i = tree.weighted_n_node_samples, tree.impurity
        close(best_split(x, y, criterion), (float(tree.threshold[0]), float(i[0] - (n[1] * i[1] + n[2] * i[2]) / n[0])), rtol=1e-5)
