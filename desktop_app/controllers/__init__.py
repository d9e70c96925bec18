"""What answers the reader: controllers own the models and never import a view."""
