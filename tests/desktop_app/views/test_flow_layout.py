"""Widgets in lines."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from desktop_app.views.flow_layout import FlowLayout


@pytest.fixture
def flow(qtbot):
    def make(width: int, *, column: int = 0):
        box = QWidget()
        qtbot.addWidget(box)
        layout = FlowLayout(box, gap=10, column=column)
        for _n in range(3):
            picture = QLabel()
            picture.setPixmap(QPixmap(100, 20))
            layout.addWidget(picture)
        layout.setGeometry(QRect(0, 0, width, 400))
        return [layout.itemAt(n).geometry() for n in range(layout.count())]

    return make


def test_what_fits_stays_on_one_line(flow):
    places = flow(330)
    assert [place.y() for place in places] == [0, 0, 0]


def test_what_does_not_fit_starts_a_new_line(flow):
    places = flow(250)
    assert [place.y() > 0 for place in places] == [False, False, True]
    assert places[2].x() == 0


def test_columns_share_the_room_equally(flow):
    places = flow(330, column=60)
    assert {place.width() for place in places} == {103}


def test_nothing_is_wider_than_the_line(flow):
    places = flow(70, column=100)
    assert all(place.width() <= 70 for place in places)
    assert [place.x() for place in places] == [0, 0, 0]
