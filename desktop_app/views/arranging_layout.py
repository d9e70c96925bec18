"""What Qt asks of a layout whose height depends on its width; where its items stand is its own."""

from collections.abc import Iterable

from PySide6.QtCore import QMargins
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class ArrangingLayout(QLayout):
    """Keeps ``items`` and remembers heights; those that derive from it say how high it gets."""

    def __init__(self, parent: QWidget | None, items: Iterable[QLayoutItem] = ()) -> None:
        super().__init__(parent)
        self.items = [*items]
        self._heights: dict[int, int] = {}
        self.setContentsMargins(QMargins())

    def height_of(self, width: int) -> int:
        """Return how high it gets at a *width*, in pixels."""
        raise NotImplementedError

    def addItem(self, item: QLayoutItem) -> None:
        self.items.append(item)

    def count(self) -> int:
        return len(self.items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self.items[index] if 0 <= index < len(self.items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self.items.pop(index) if 0 <= index < len(self.items) else None

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = self.height_of(width)
        return self._heights[width]

    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()


def item_height(item: QLayoutItem, width: int) -> int:
    """Return how high an item wants to be at a *width*, in pixels."""
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
