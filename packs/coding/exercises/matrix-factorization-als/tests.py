"""Tests of matrix-factorization-als."""

import numpy as np
from judge import check, close, equal, keeps, quiet, raises
from solution import als


def _data(seed=0, n=12, m=9, k=3, share=0.6):
    rng = np.random.default_rng(seed)
    R = rng.normal(size=(n, k)) @ rng.normal(size=(k, m)) + 0.3 * rng.normal(size=(n, m))
    return R, rng.uniform(size=(n, m)) < share, rng.normal(size=(m, k))


def _objective(R, mask, U, V, lam):
    return np.sum(((R - U @ V.T) ** 2)[mask]) + lam * (np.sum(U**2) + np.sum(V**2))


def test_rank_one():
    """A full matrix of rank one is exact after one sweep."""
    R = np.outer([1.0, 2.0, -1.0], [3.0, 4.0])
    U, V, losses = als(R, np.ones((3, 2), bool), np.ones((2, 1)), 0.0, 1)
    close(U @ V.T, R)
    close(losses, [0.0], atol=1e-12)


def test_one_rating():
    """One rating, one factor, by hand: both steps of a ridge regression."""
    U, V, losses = als(np.array([[4.0]]), np.array([[True]]), np.array([[1.0]]), 1.0, 1)
    close(U, [[2.0]])
    close(V, [[8.0 / 5.0]])
    close(losses, [(4 - 3.2) ** 2 + 4 + 2.56])


def test_objective():
    """Each loss is the stated objective, and it never rises."""
    R, mask, V0 = _data()
    U, V, losses = als(R, mask, V0, 0.5, 12)
    equal(len(losses), 12)
    close(losses[-1], _objective(R, mask, U, V, 0.5))
    check(all(b <= a + 1e-9 for a, b in zip(losses, losses[1:])), "the objective never rises", losses)


def test_last_step_is_optimal():
    """V is the best answer to the returned U: its gradient is 0."""
    R, mask, V0 = _data(1)
    for sweeps in (1, 2, 3):
        U, V, _ = als(R, mask, V0, 0.7, sweeps)
        gaps = np.where(mask, R - U @ V.T, 0.0)
        close(-gaps.T @ U + 0.7 * V, np.zeros(V.shape), atol=1e-9)


def test_converges():
    """After many sweeps U is the best answer to V as well."""
    R, mask, V0 = _data(2)
    U, V, _ = als(R, mask, V0, 0.9, 400)
    gaps = np.where(mask, R - U @ V.T, 0.0)
    close(-gaps @ V + 0.9 * U, np.zeros(U.shape), atol=1e-4)


def test_full_matrix_is_svd():
    """Full matrix without penalty: the loss reaches the tail of the singular values."""
    R, _, V0 = _data(3, k=2)
    losses = als(R, np.ones(R.shape, bool), V0, 0.0, 300)[2]
    s = np.linalg.svd(R, compute_uv=False)
    close(losses[-1], np.sum(s[2:] ** 2), rtol=1e-6)


def test_holes_do_not_matter():
    """What stands in the holes changes nothing: zeros, NaN, a million."""
    R, mask, V0 = _data(4)
    want = als(np.where(mask, R, 0.0), mask, V0, 0.3, 4)
    for filler in (np.nan, 1e6):
        got = quiet(als, np.where(mask, R, filler), mask, V0, 0.3, 4)
        close(got[0], want[0])
        close(got[2], want[2])


def test_fills_the_holes():
    """Holes of a rank-one matrix are filled in correctly."""
    R = np.outer([1.0, 2.0, 3.0, 4.0], [2.0, -1.0, 0.5])
    mask = np.ones(R.shape, bool)
    mask[0, 1] = mask[2, 2] = mask[3, 0] = False
    U, V, _ = als(np.where(mask, R, 0.0), mask, np.ones((3, 1)), 0.0, 200)
    close(U @ V.T, R, rtol=1e-5, atol=1e-6)


def test_empty_row_and_column():
    """A user and an item without ratings get zeros, with and without a penalty."""
    R, mask, V0 = _data(5)
    mask[3], mask[:, 4] = False, False
    for lam in (0.0, 0.4):
        U, V, _ = quiet(als, R, mask, V0, lam, 3)
        close(U[3], np.zeros(3))
        close(V[4], np.zeros(3))
        check(np.isfinite(U).all() and np.isfinite(V).all(), "finite", U)


def test_fewer_ratings_than_factors():
    """One rating for two factors and no penalty: the row of least norm."""
    U, _, _ = als(np.array([[5.0]]), np.array([[True]]), np.array([[3.0, 4.0]]), 0.0, 1)
    close(U, [[0.6, 0.8]])


def test_strong_penalty():
    """A huge penalty shrinks everything to 0; a larger one shrinks more."""
    R, mask, V0 = _data(6)
    size = [np.sum(als(R, mask, V0, lam, 5)[0] ** 2) for lam in (0.1, 10.0, 1e6)]
    check(size[0] > size[1] > size[2], "the larger the penalty, the smaller the factors", size)
    close(size[2], 0.0, atol=1e-6)


def test_scale_of_the_penalty():
    """The penalty is lam for each row, however many ratings it has."""
    R, mask = np.full((1, 4), 2.0), np.ones((1, 4), bool)
    U, _, _ = als(R, mask, np.ones((4, 1)), 4.0, 1)
    close(U, [[1.0]])


def test_bad_input():
    """Shapes that do not fit, a negative penalty and no sweeps are refused; V is kept."""
    R, mask, V0 = _data(7)
    raises(ValueError, als, R, mask, V0[:-1], 0.1, 2)
    raises(ValueError, als, R, mask.T, V0, 0.1, 2)
    raises(ValueError, als, R, mask, V0, -0.1, 2)
    raises(ValueError, als, R, mask, V0, 0.1, 0)
    keeps(als, R, mask, V0, 0.1, 2)
