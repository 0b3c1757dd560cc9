import math

def ndcg_at_k(relevance, scores, k=None):
    """DCG over ideal DCG of the first k places; tied items share their mean relevance."""
    raise NotImplementedError
