"""The dossiers that are open: which editions they are, and what can be done with them."""
