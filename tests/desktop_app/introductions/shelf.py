"""The dossiers that a reader has open, as the window shows them."""

from PySide6.QtCore import Qt

from desktop_app.controllers.shelf import Shelf
from desktop_app.views.dossiers.dossier_menu import DossierMenu
from tests.desktop_app.reading_room import Reader


def entries(reader: Reader) -> list[str]:
    """Return what the menu offers to close."""
    menu = reader.window.findChild(DossierMenu)
    assert menu
    menu.aboutToShow.emit()
    return [action.text() for action in menu.actions()]


def close(reader: Reader, number: int = 0) -> None:
    """Close a dossier by the menu, and wait for the answer without it."""
    entries(reader)
    menu = reader.window.findChild(DossierMenu)
    assert menu
    reader.until_answered(menu.actions()[number].trigger)


def shelf_of(reader: Reader) -> Shelf:
    shelf = reader.window.findChild(Shelf)
    assert shelf
    return shelf


def opened(reader: Reader) -> list[str]:
    return [path.name for path in shelf_of(reader).paths]


def dossiers(reader: Reader) -> set[str]:
    """Return what the dossiers of the hits in the list are called."""
    rows = reader.hits.model()
    told = Qt.ItemDataRole.ToolTipRole
    return {rows.index(row, 0).data(told).split("\n")[-1] for row in range(rows.rowCount())}


def told(reader: Reader) -> str:
    """Return what is said at the foot of the window."""
    return reader.window.statusBar().currentMessage()
