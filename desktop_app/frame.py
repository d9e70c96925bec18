"""The frame that the reading room is put into, and Qt below it: what can be seen first."""

import sys
from typing import NamedTuple

from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QApplication

from desktop_app import __version__, screen
from desktop_app.errors import NoFont
from desktop_app.localization import Localizer
from desktop_app.look import theme
from desktop_app.look.appearance import Appearance
from desktop_app.look.icons import app_icon
from desktop_app.settings import Settings
from desktop_app.window import Window
from desktop_app.window_memory import WindowMemory
from i18n.locales import LOCALES, Locale


class Frame(NamedTuple):
    """A window that speaks its language and wears its colours, with no panes in it yet."""

    window: Window
    settings: Settings
    localizer: Localizer
    memory: WindowMemory


def start() -> QApplication:
    """Begin with Qt.

    Raises:
        NoFont: there is nothing to write with.
    """
    # A searching worker must not keep the window from the interpreter for Python's usual 5 ms.
    sys.setswitchinterval(0.001)
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        with screen.explained():
            app = QApplication([*sys.argv[:1], "-style", theme.STYLE])
    if QFontInfo(app.font()).pointSizeF() <= 0:  # Qt makes one up, of no size
        raise NoFont
    app.setApplicationName("tukor")
    app.setApplicationDisplayName("Tükör")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("tukor")
    return app


def open_frame(
    app: QApplication, settings: Settings, locale: Locale, colours: theme.Theme | None = None
) -> Frame:
    """Build a window that can be seen and typed into; it is not shown yet.

    *colours* are worn instead of those that the system asks for.
    """
    localizer = Localizer(app)
    localizer.switch(locale)
    appearance = Appearance(app, colours, scale=settings.text_scale())
    appearance.dress()
    window = Window()
    localizer.setParent(window)  # Qt's own words go with the window that asked for them
    appearance.setParent(window)
    appearance.rescaled.connect(settings.remember_text_scale)
    memory = WindowMemory(window, settings)
    memory.restore()
    settings.failed.connect(window.tell_error)
    _connect_language(window, localizer, settings)
    _connect_appearance(window, appearance)
    window.actions_by_id["find"].triggered.connect(window.top.search_bar.focus)
    window.top.search_bar.focus()
    return Frame(window, settings, localizer, memory)


def finish(frame: Frame) -> None:
    """Add what can wait until the frame has been seen: the icon of the program, the shortcuts."""
    QApplication.setWindowIcon(app_icon())
    frame.window.actions_by_id.give_shortcuts()


def _connect_language(window: Window, localizer: Localizer, settings: Settings) -> None:
    languages, actions = window.top.languages, window.actions_by_id
    languages.chosen.connect(localizer.switch)
    actions["other_language"].triggered.connect(lambda: localizer.switch(_next(localizer.locale)))
    localizer.locale_changed.connect(languages.show_locale)
    localizer.locale_changed.connect(settings.remember_locale)
    languages.show_locale(localizer.locale)


def _next(locale: Locale) -> Locale:
    return LOCALES[(LOCALES.index(locale) + 1) % len(LOCALES)]


def _connect_appearance(window: Window, appearance: Appearance) -> None:
    actions = window.actions_by_id
    appearance.dressed.connect(lambda worn: actions.dress(worn.text))
    actions["larger"].triggered.connect(appearance.enlarge)
    actions["smaller"].triggered.connect(appearance.reduce)
    actions["usual_size"].triggered.connect(appearance.reset)
    actions["quit"].triggered.connect(window.close)
