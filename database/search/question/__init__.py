"""What a reader asks: from typed text to a tree of words, phrases and fields."""
