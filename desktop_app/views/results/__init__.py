"""The list of hits, and the lines over it: filters, order, and how a question was understood."""
