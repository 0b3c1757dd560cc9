def expected_calibration_error(p, y, bins=10):
    """Mean gap between predicted and observed frequency over equal-width bins."""
    raise NotImplementedError
