"""Tests of viterbi."""

import itertools
import math
import random

from judge import check, close, equal, keeps, raises
from solution import viterbi

NO = -math.inf


def _logs(rows):
    return [[math.log(v) if v else NO for v in row] for row in rows]


def _model(seed, k=3, m=3, zeros=False):
    rng = random.Random(seed)

    def row(n):
        values = [rng.random() * (not zeros or rng.random() < 0.6) for _ in range(n)]
        values[rng.randrange(n)] += 0.1
        return [v / sum(values) for v in values]

    return _logs([row(k)])[0], _logs([row(k) for _ in range(k)]), _logs([row(m) for _ in range(k)])


def _score(pi, A, B, obs, path):
    total = pi[path[0]] + B[path[0]][obs[0]]
    for (i, j), o in zip(itertools.pairwise(path), obs[1:]):
        total += A[i][j] + B[j][o]
    return total


def test_textbook():
    """Healthy or fever: normal, cold, dizzy gives healthy, healthy, fever."""
    pi = _logs([[0.6, 0.4]])[0]
    path, score = viterbi(pi, _logs([[0.7, 0.3], [0.4, 0.6]]), _logs([[0.5, 0.4, 0.1], [0.1, 0.3, 0.6]]), [0, 1, 2])
    equal(path, [0, 0, 1])
    close(score, math.log(0.01512))


def test_one_observation():
    """One observation: start times emission."""
    path, score = viterbi(_logs([[0.9, 0.1]])[0], _logs([[0.5, 0.5]] * 2), _logs([[0.1, 0.9], [0.9, 0.1]]), [0])
    equal(path, [0])
    close(score, math.log(0.09))


def test_whole_path():
    """The best path may begin in a state that looks worse at first."""
    A = _logs([[0.5, 0.5], [0.0, 1.0]])
    B = _logs([[0.55, 0.45], [0.45, 0.55]])
    equal(viterbi(_logs([[0.5, 0.5]])[0], A, B, [0, 0, 0])[0], [1, 1, 1])


def test_forbidden():
    """A forbidden transition is never taken, even between likely states."""
    A = _logs([[0.0, 1.0], [1.0, 0.0]])
    B = _logs([[0.9, 0.1], [0.1, 0.9]])
    path, score = viterbi(_logs([[0.5, 0.5]])[0], A, B, [0, 0, 0])
    equal(path, [0, 1, 0])
    close(score, math.log(0.5 * 0.9 * 0.1 * 0.9))


def test_impossible():
    """No possible path gives minus infinity, not NaN."""
    score = viterbi([0.0, NO], [[NO, NO], [NO, NO]], [[0.0], [0.0]], [0, 0])[1]
    close(score, NO)


def test_ties():
    """Ties take the lowest state."""
    flat = [math.log(0.5)] * 2
    equal(viterbi(flat, [flat, flat], [flat, flat], [0, 1, 0, 1])[0], [0, 0, 0, 0])


def test_long():
    """Two thousand observations do not underflow."""
    pi, A, B = _model(1)
    rng = random.Random(2)
    obs = [rng.randrange(3) for _ in range(2000)]
    path, score = viterbi(pi, A, B, obs)
    equal(len(path), 2000)
    check(math.isfinite(score) and score < -1000, "must be a finite log", score)
    close(score, _score(pi, A, B, obs, path))


def test_one_state():
    """One state has one path."""
    path, score = viterbi([0.0], [[0.0]], [[math.log(0.25), math.log(0.75)]], [1, 0, 1])
    equal(path, [0, 0, 0])
    close(score, math.log(0.75 * 0.25 * 0.75))


def test_empty():
    """No observations are refused."""
    raises(ValueError, viterbi, [0.0], [[0.0]], [[0.0]], [])


def test_brute_force():
    """Random models agree with trying every path, zeros included."""
    for seed in range(12):
        pi, A, B = _model(seed, zeros=seed % 2 == 1)
        rng = random.Random(seed)
        obs = [rng.randrange(3) for _ in range(5)]
        best = max(_score(pi, A, B, obs, p) for p in itertools.product(range(3), repeat=5))
        path, score = viterbi(pi, A, B, obs)
        close(score, best)
        close(_score(pi, A, B, obs, path), best)
    keeps(viterbi, pi, A, B, obs)
