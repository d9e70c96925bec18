"""The words that a widget paints itself, as a reader sees them."""

import re
from html import unescape

from PySide6.QtCore import QBuffer
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QWidget

_TEXT = re.compile(r"<text[^>]*>([^<]*)</text>")


def painted(widget: QWidget) -> str:
    """Return the words on a widget, cut short where they are, in the order of painting."""
    picture = QBuffer()
    generator = QSvgGenerator()
    generator.setOutputDevice(picture)
    generator.setSize(widget.size())
    widget.render(generator)
    found = _TEXT.findall(picture.data().data().decode())  # one for each font
    return " ".join(unescape(text).strip() for text in found)
