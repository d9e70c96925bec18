"""Where gettext meets Qt: switching the language of everything on screen, at once."""

from pathlib import Path

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QLibraryInfo,
    QLocale,
    QObject,
    QTranslator,
    Signal,
)
from PySide6.QtWidgets import QApplication

from i18n import messages
from i18n.locales import ENGLISH, Locale
from i18n.messages import _


class Retranslating:
    """A widget with words on it: write ``retranslate`` and call it once at the end of ``__init__``.

    Stands before the Qt base among the bases of a class.
    """

    def retranslate(self) -> None:
        """Set every visible string. No layout, no data, no state; may be called at any time."""
        raise NotImplementedError

    def changeEvent(self, event: QEvent) -> None:
        """Put new words on the widget when the language changes."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)  # type: ignore[misc]  # the Qt base comes next in the MRO


class OwnQtTexts(QTranslator):
    """Words of Qt's dialogs for which Qt has no Hungarian."""

    def isEmpty(self) -> bool:
        return False  # else Qt would never ask

    def translate(
        self, context: str, text: str, _about: str | None = None, _number: int = -1
    ) -> str:
        """Return the words for a text of Qt; ``None`` lets Qt go on looking."""
        if context != "QFileDialog":
            return None  # type: ignore[return-value]  # an empty string would be shown
        own = {"&Look in:": _("&Look in:"), "Files of &type:": _("Files of &type:")}
        return own.get(text)  # type: ignore[return-value]  # as above


class Localizer(QObject):
    """Switches the language of the interface.

    Signals:
        locale_changed: the new locale, after every widget has its new words.
    """

    locale_changed = Signal(object)

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._app.installTranslator(OwnQtTexts(self))  # first, so that Qt asks it last
        self._qt_texts = QTranslator(self)
        self.locale = ENGLISH

    def switch(self, locale: Locale) -> None:
        """Show the interface in *locale*, from the next paint on."""
        messages.activate(locale)
        self.locale = locale
        QLocale.setDefault(QLocale(locale.babel))
        self._app.removeTranslator(self._qt_texts)
        if self._qt_texts.load(f"qtbase_{locale.code}", str(qt_texts_folder())):
            self._app.installTranslator(self._qt_texts)
        # English has no catalogue of Qt's own, and without a translator Qt tells nobody. With one
        # it tells every window a moment later, which would be once too often.
        for later in (*self._app.topLevelWindows(), *self._app.topLevelWidgets()):
            QCoreApplication.removePostedEvents(later, QEvent.Type.LanguageChange.value)
        for widget in self._app.topLevelWidgets():
            QCoreApplication.sendEvent(widget, QEvent(QEvent.Type.LanguageChange))
        self.locale_changed.emit(locale)


def qt_texts_folder() -> Path:
    """Return the folder of the translations that Qt brings for its own dialogs."""
    return Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
