"""Proofs and solutions run in limited processes."""
