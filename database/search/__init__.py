"""Full-text search over one dossier. Only this room knows Whoosh.

``request`` and ``results`` are the values that cross a thread; they import nothing heavy.
"""
