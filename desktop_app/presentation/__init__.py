"""What a page says, worked out without Qt."""
