import math
from collections import Counter

def multinomial_nb(documents, labels, new, alpha=1.0):
    """Log-posterior {label: value} of each new document."""
    raise NotImplementedError
