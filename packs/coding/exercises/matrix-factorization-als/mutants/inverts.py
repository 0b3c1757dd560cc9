"""Inverts the Gram matrix, which has no inverse for few ratings and no penalty."""

import numpy as np


def _best_rows(R, mask, other, lam):
    k = other.shape[1]
    below, zeros = np.sqrt(lam) * np.eye(k), np.zeros(k)
    rows = np.zeros((len(R), k))
    for i, seen in enumerate(mask):
        A = other[seen]
        rows[i] = np.linalg.inv(A.T @ A + below.T @ below) @ (A.T @ R[i, seen]) + zeros
    return rows


def _objective(R, mask, U, V, lam):
    gaps = np.where(mask, R - U @ V.T, 0.0)
    return float(np.sum(gaps**2) + lam * (np.sum(U**2) + np.sum(V**2)))


def als(R, mask, V, lam, sweeps):
    """Factors U (n, k) and V (m, k), and the objective after each sweep."""
    R, mask, V = np.asarray(R, dtype=float), np.asarray(mask, dtype=bool), np.asarray(V, dtype=float)
    if R.ndim != 2 or mask.shape != R.shape or V.ndim != 2 or len(V) != R.shape[1]:
        raise ValueError("R and mask are (n, m), V is (m, k)")
    if lam < 0 or sweeps < 1:
        raise ValueError("lam must not be negative, sweeps at least 1")
    losses = []
    for _ in range(sweeps):
        U = _best_rows(R, mask, V, lam)
        V = _best_rows(R.T, mask.T, U, lam)
        losses.append(_objective(R, mask, U, V, lam))
    return U, V, losses
