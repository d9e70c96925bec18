"""The reading room: what the reader sees and touches.

Beside the rooms stands what starts the program and frames its window, and what every room needs:
settings, the language, errors and the log. The floors are in ``pyproject.toml``.
"""

__version__ = "0.1.0"
