"""Import: a file becomes a dossier of its own; one module a format, one table of them."""
