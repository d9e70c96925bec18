"""A record to be read: its page, in both languages side by side too, and the sources of it."""
