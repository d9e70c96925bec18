"""Where a question is asked: the field, what is offered under it, the form and the help."""
