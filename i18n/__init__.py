"""The interpreter: which languages exist, every sentence, and how values are written in each."""
