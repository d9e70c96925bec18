"""The form for a question without a mouse."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from database.search.form.form import QueryForm
from desktop_app.views.asking.query_form import QueryFormView
from i18n import messages
from i18n.locales import LOCALES, Locale
from i18n.messages import _

KEPT = QueryForm(rest="author:x")


@pytest.fixture(params=LOCALES, ids=lambda locale: locale.code)
def form(request: pytest.FixtureRequest, qtbot: QtBot) -> QueryFormView:
    """A form in each language, with every entry in sight."""
    locale: Locale = request.param
    messages.activate(locale)
    form = QueryFormView()
    qtbot.addWidget(form)
    form.fill_in(KEPT)
    form.resize(800, 700)
    with qtbot.waitExposed(form):
        form.show()
    form.activateWindow()
    form.go_to("all_words")
    return form


def walk(qtbot: QtBot, key: Qt.Key) -> list[QWidget]:
    """Return every stop of a round through the form, the one where it begins last."""
    stops = [QApplication.focusWidget()]
    while len(stops) == 1 or stops[-1] is not stops[0]:
        qtbot.keyClick(stops[-1], key)
        stops.append(QApplication.focusWidget())
        assert len(stops) < 50, "the focus is caught"
    return [stop for stop in stops[1:] if stop]


def test_tab_goes_through_it_as_the_eye_does_and_back_the_same_way(
    form: QueryFormView, qtbot: QtBot
) -> None:
    stops = walk(qtbot, Qt.Key.Key_Tab)
    places = [stop.mapTo(form, QPoint(0, stop.height() // 2)) for stop in stops]
    seen = [(place.y(), place.x()) for place in places]
    assert seen[:-1] == sorted(seen)[1:]
    assert len(stops) == 5 + 5 + 3 + 4
    assert walk(qtbot, Qt.Key.Key_Backtab) == [*stops[-2::-1], stops[-1]]


def test_the_letter_of_a_name_leads_to_the_first_figure(form: QueryFormView, qtbot: QtBot) -> None:
    for name in (_("Yea&rs"), _("A&mount")):
        letter = name.partition("&")[2][0].upper()
        key = Qt.Key[f"Key_{letter}"]
        qtbot.keyClick(QApplication.focusWidget(), key, Qt.KeyboardModifier.AltModifier)
        focus = QApplication.focusWidget()
        assert focus is not None
        assert focus.accessibleName() in (_("First year"), _("Smallest amount"))
