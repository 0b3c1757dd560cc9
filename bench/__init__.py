"""Benchmarks: paired and interleaved, in processor time, told as ratios."""
