"""Leaving the program for the web: only when the reader asks, and knowing where to."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget


def follow(url: str, parent: QWidget) -> None:
    """Show where *url* leads, then open or copy it as the reader chooses."""
    from desktop_app.views.record.link_dialog import (  # not before it is needed
        LinkChoice,
        LinkDialog,
    )

    dialog = LinkDialog(url, parent)
    dialog.exec()
    match dialog.choice:
        case LinkChoice.OPEN:
            QDesktopServices.openUrl(QUrl(url))
        case LinkChoice.COPY:
            QGuiApplication.clipboard().setText(url)
