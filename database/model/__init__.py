"""What a record is made of, and the files that say so."""
