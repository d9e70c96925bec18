"""Widgets: they show what they are given and tell what the reader did."""
