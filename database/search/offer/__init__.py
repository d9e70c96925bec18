"""What can be offered while a reader types: records, terms, fields and their values."""
