from collections import Counter

def bpe_train(text, merges):
    """List of merged pairs of token ids, in the order learned."""
    raise NotImplementedError

def bpe_encode(text, merges):
    """Token ids of the text, merges applied in the order learned."""
    raise NotImplementedError

def bpe_decode(tokens, merges):
    """Text of the token ids."""
    raise NotImplementedError
