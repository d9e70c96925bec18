"""Where something stands in a model, as Qt passes it."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex

Index = QModelIndex | QPersistentModelIndex

# What a list or a table has in place of a parent.
NOWHERE = QModelIndex()
