def iou(a, b):
    """Intersection over union of two boxes (x1, y1, x2, y2)."""
    raise NotImplementedError

def nms(boxes, scores, threshold):
    """Indices of the boxes kept, highest score first."""
    raise NotImplementedError
