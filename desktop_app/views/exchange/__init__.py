"""Export and import: what is asked before, shown meanwhile and told afterwards."""
