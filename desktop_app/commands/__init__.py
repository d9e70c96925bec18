"""The program without its window, one module a command."""
