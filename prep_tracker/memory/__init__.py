"""Spaced repetition: events replayed into cards, the queue, the forecast."""
