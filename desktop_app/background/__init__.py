"""The one way off the thread of the window."""
