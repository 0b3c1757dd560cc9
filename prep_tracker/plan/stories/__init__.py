"""Honest craft for stories: checks that explain themselves, matching, and what is missing."""
