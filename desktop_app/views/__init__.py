"""Widgets: they show what they are given and tell what the reader did.

Each room below is one place of the window; what stands beside the rooms is used in several.
"""
