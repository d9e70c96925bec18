"""Which records answer, in what order, and why."""
