"""The archive: what is known, how it is written down, checked, compiled and searched.

It has never heard of a screen.
"""
