import math
from collections import Counter

def tfidf(train, documents):
    """Unit-length {term: weight} for each document, idf from the training documents."""
    raise NotImplementedError
