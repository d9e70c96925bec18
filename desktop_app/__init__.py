"""The reading room: what the reader sees and touches."""

__version__ = "0.1.0"
