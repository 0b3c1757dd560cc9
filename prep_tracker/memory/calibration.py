"""Recall measured against recall predicted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from prep_tracker.model.card import Card

BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.0001)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """Reviews with a prediction in one range: how many, and mean recall predicted and measured (0-1)."""

    low: float
    high: float
    reviews: int
    predicted: float
    measured: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """All reviews at least a day after the one before.

    Attributes:
        reviews: How many.
        predicted: Mean recall that was predicted, 0-1; 0 without reviews.
        measured: Share that was remembered (rated hard, good or easy), 0-1; 0 without reviews.
        error: Root of the mean squared difference over the bins, weighted by reviews.
        bins: The ranges that hold any.
    """

    reviews: int
    predicted: float
    measured: float
    error: float
    bins: tuple[Bin, ...]


def measure(cards: Iterable[Card]) -> Calibration:
    """Compare what was predicted with what happened, over all reviews of all cards."""
    sums = [[0, 0.0, 0] for _ in BINS[1:]]
    for card in cards:
        for mark in card.marks:
            chance, remembered = (mark >> 1) / 1000, mark & 1
            row = sums[next(place for place, high in enumerate(BINS[1:]) if chance < high)]
            row[0] += 1
            row[1] += chance
            row[2] += remembered
    bins = tuple(
        Bin(
            low=low,
            high=min(high, 1.0),
            reviews=int(count),
            predicted=chance / count,
            measured=remembered / count,
        )
        for (count, chance, remembered), low, high in zip(sums, BINS, BINS[1:], strict=False)
        if count
    )
    total = sum(one.reviews for one in bins)
    if not total:
        return Calibration(reviews=0, predicted=0.0, measured=0.0, error=0.0, bins=())
    squares = sum(one.reviews * (one.predicted - one.measured) ** 2 for one in bins)
    return Calibration(
        reviews=total,
        predicted=sum(one.reviews * one.predicted for one in bins) / total,
        measured=sum(one.reviews * one.measured for one in bins) / total,
        error=(squares / total) ** 0.5,
        bins=bins,
    )
