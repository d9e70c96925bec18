"""Colours and size of text reach every widget, and each of them once."""

from collections import Counter

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from tests.desktop_app.reading_room import Reader


class Dressings(QObject):
    """Counts how often each widget is told that its style is another."""

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self.times: Counter[QObject] = Counter()
        app.installEventFilter(self)

    def eventFilter(self, widget: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.StyleChange:
            self.times[widget] += 1
        return False


@pytest.mark.parametrize("command", ["larger", "smaller"])
def test_a_widget_within_many_is_dressed_no_more_often_than_the_outermost(
    qapp: QApplication, reader: Reader, command: str
) -> None:
    reader.go_to(reader.ids()[0])
    dressings = Dressings(qapp)
    reader.action(command).trigger()
    qapp.removeEventFilter(dressings)
    inner = reader.record_area.findChildren(QWidget)
    assert any(isinstance(widget, QLabel) for widget in inner)
    most = dressings.times[reader.window]
    assert most
    assert {widget for widget in inner if dressings.times[widget] > most} == set()
