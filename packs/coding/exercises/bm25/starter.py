import math
from collections import Counter

def bm25(query, documents, k1=1.5, b=0.75):
    """BM25 score of each document for the query."""
    raise NotImplementedError
