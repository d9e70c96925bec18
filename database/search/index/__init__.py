"""What the dossier file keeps to be searched by."""
