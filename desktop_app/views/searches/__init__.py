"""Saved and past searches: the list of them, keeping one, and putting them in order."""
