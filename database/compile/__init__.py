"""From reviewable text to one dossier file: read, validate, check as a whole, write, index."""
