"""Export: one module a format, and one table of them (``formats``)."""
