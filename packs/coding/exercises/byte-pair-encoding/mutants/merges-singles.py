"""Goes on when no pair occurs twice."""

from collections import Counter


def _merge(tokens, pair, new):
    out, i = [], 0
    while i < len(tokens):
        if tuple(tokens[i : i + 2]) == pair:
            out.append(new)
            i += 2
        else:
            out.append(tokens[i])
            i += 1
    return out


def bpe_train(text, merges):
    """List of merged pairs of token ids, in the order learned."""
    tokens, learned = list(text.encode("utf-8")), []
    while len(learned) < merges:
        counts = Counter(zip(tokens, tokens[1:]))
        pair = min(counts, key=lambda p: (-counts[p], p), default=None)
        if pair is None:
            break
        tokens = _merge(tokens, pair, 256 + len(learned))
        learned.append(pair)
    return learned


def bpe_encode(text, merges):
    """Token ids of the text, merges applied in the order learned."""
    tokens = list(text.encode("utf-8"))
    for i, pair in enumerate(merges):
        tokens = _merge(tokens, tuple(pair), 256 + i)
    return tokens


def bpe_decode(tokens, merges):
    """Text of the token ids."""
    pieces = [bytes([i]) for i in range(256)]
    for left, right in merges:
        pieces.append(pieces[left] + pieces[right])
    if any(not 0 <= t < len(pieces) for t in tokens):
        raise ValueError("unknown token")
    return b"".join(pieces[t] for t in tokens).decode("utf-8")
