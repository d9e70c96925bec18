"""A box to tick is seen in light and dark."""

import pytest
from PySide6.QtWidgets import QCheckBox, QDialogButtonBox, QStyle

from desktop_app.look import theme
from desktop_app.look.theme import DARK, LIGHT, Theme
from desktop_app.views.facets.tick_box import TickBox


@pytest.fixture
def dressed(qapp, request):
    style, palette = qapp.style().objectName(), qapp.palette()
    theme.apply(qapp, request.param)
    yield request.param
    qapp.setStyleSheet("")
    qapp.setStyle(style)
    qapp.setPalette(palette)


def colours(box: QCheckBox) -> set[str]:
    image = box.grab().toImage()
    return {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }


@pytest.mark.parametrize("dressed", [LIGHT, DARK], ids=lambda look: look.name, indirect=True)
def test_its_edge_and_its_tick_stand_out_from_the_ground(qtbot, dressed: Theme) -> None:
    box = TickBox()
    qtbot.addWidget(box)
    box.resize(40, 40)
    box.show()
    assert dressed.muted in colours(box)
    assert dressed.accent not in colours(box)
    box.click()
    assert dressed.accent in colours(box)


@pytest.mark.parametrize("dressed", [LIGHT, DARK], ids=lambda look: look.name, indirect=True)
def test_buttons_of_dialogs_have_no_pictures_of_qt(qtbot, dressed: Theme) -> None:
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    qtbot.addWidget(buttons)
    buttons.ensurePolished()
    hint = QStyle.StyleHint.SH_DialogButtonBox_ButtonsHaveIcons
    assert not buttons.style().styleHint(hint, None, buttons)
