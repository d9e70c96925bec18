"""Views and controllers introduced to each other, one module for each thing that a reader does.

They know each other by their signals only; ``assembly`` builds what they have in common.
"""
