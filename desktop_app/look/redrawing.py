"""Drawings and sizes that follow the colours and the letters of a widget."""

from PySide6.QtCore import QEvent


class Redrawing:
    """A widget with drawings on it: write ``redraw`` and call it once in ``__init__``.

    Stands before the Qt base among the bases of a class.
    """

    def redraw(self) -> None:
        """Set what has a colour of the theme or the size of the letters; may be called any time."""
        raise NotImplementedError

    def changeEvent(self, event: QEvent) -> None:
        """Draw anew when the theme or the text size changes."""
        super().changeEvent(event)  # type: ignore[misc]  # the Qt base comes next in the MRO
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self.redraw()
