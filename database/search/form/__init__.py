"""A form for those who do not write queries: it writes them and reads them back."""
