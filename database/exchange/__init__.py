"""Records in the formats of other programs: ``writing`` gives them, ``reading`` takes them."""
