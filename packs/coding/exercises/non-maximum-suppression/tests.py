"""Tests of non-maximum-suppression."""

import random

from judge import check, close, equal, keeps, raises
from solution import iou, nms


def test_iou_by_hand():
    """Two unit-overlapping squares of side 2: 1/7."""
    close(iou((0, 0, 2, 2), (1, 1, 3, 3)), 1 / 7)


def test_iou_inside():
    """A box inside another: the ratio of areas."""
    close(iou((0, 0, 4, 4), (1, 1, 3, 3)), 0.25)
    close(iou((0, 0, 4, 4), (0, 0, 4, 4)), 1.0)


def test_iou_apart():
    """Boxes apart in one or both directions: 0."""
    close(iou((0, 0, 1, 1), (2, 0, 3, 1)), 0.0)
    close(iou((0, 0, 1, 1), (5, 5, 6, 6)), 0.0)


def test_iou_touching():
    """Touching edges do not overlap."""
    close(iou((0, 0, 1, 1), (1, 0, 2, 1)), 0.0)


def test_iou_no_area():
    """Boxes without area: 0, not 0/0."""
    close(iou((1, 1, 1, 1), (1, 1, 1, 1)), 0.0)
    close(iou((0, 0, 2, 2), (1, 1, 1, 1)), 0.0)


def test_iou_bad_box():
    """A box with its corners exchanged is refused."""
    raises(ValueError, iou, (2, 0, 1, 1), (0, 0, 1, 1))
    raises(ValueError, iou, (0, 0, 1, 1), (0, 3, 1, 1))


def test_nms_basic():
    """The weaker of two overlapping boxes goes, the far one stays."""
    equal(nms([(0, 0, 2, 2), (0, 0, 2, 2.2), (5, 5, 6, 6)], [0.8, 0.9, 0.3], 0.5), [1, 2])


def test_nms_equal_threshold():
    """An overlap of exactly the threshold stays."""
    boxes = [(0, 0, 4, 4), (0, 0, 4, 2)]
    equal(nms(boxes, [0.9, 0.8], 0.5), [0, 1])
    equal(nms(boxes, [0.9, 0.8], 0.49), [0])


def test_nms_dropped_do_not_drop():
    """A dropped box does not suppress others."""
    boxes = [(0, 0, 10, 1), (4, 0, 14, 1), (8, 0, 18, 1)]
    equal(nms(boxes, [0.9, 0.8, 0.7], 0.3), [0, 2])


def test_nms_ties():
    """Equal scores: the lower index first."""
    equal(nms([(0, 0, 1, 1), (0, 0, 1, 1), (3, 3, 4, 4)], [0.5, 0.5, 0.5], 0.5), [0, 2])


def test_nms_empty():
    """No boxes; and a score missing."""
    equal(nms([], [], 0.5), [])
    raises(ValueError, nms, [(0, 0, 1, 1)], [], 0.5)


def test_nms_random():
    """Random boxes: kept ones do not overlap, dropped ones overlap a better kept one."""
    rng = random.Random(1)
    boxes = [(x, y, x + rng.uniform(1, 4), y + rng.uniform(1, 4)) for x, y in ((rng.uniform(0, 8), rng.uniform(0, 8)) for _ in range(40))]
    scores = [rng.random() for _ in boxes]

    def overlap(a, b):
        w = max(0, min(a[2], b[2]) - max(a[0], b[0])) * max(0, min(a[3], b[3]) - max(a[1], b[1]))
        return w / ((a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - w)

    kept = nms(boxes, scores, 0.3)
    equal([scores[i] for i in kept], sorted((scores[i] for i in kept), reverse=True))
    for i in range(40):
        better = any(overlap(boxes[i], boxes[j]) > 0.3 and scores[j] > scores[i] for j in kept)
        check((i in kept) != better, "dropped exactly when a better kept box overlaps", i)
    keeps(nms, boxes, scores, 0.3)
