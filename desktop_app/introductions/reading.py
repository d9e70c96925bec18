"""The record that is open, introduced to the rest of the window."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication

from desktop_app.controllers.navigation import Navigator
from desktop_app.introductions import links
from desktop_app.presentation.evidence import Evidence
from desktop_app.presentation.page import Page
from desktop_app.window import Window
from i18n.messages import _


class Reading(QObject):
    """Shows what is read, leads on from it and back, and offers what can be done with a record.

    What is on the web, or is referred to, is the source that is read, or else the one that the
    chosen number names.
    """

    def __init__(self, window: Window, navigator: Navigator) -> None:
        super().__init__(window)
        self._window = window
        self._navigator = navigator
        self._page: Page | None = None
        self._address = self._reference = ""
        self._connect()
        self._lead_on()
        self._lead_out("", "")
        self._offer()

    def _connect(self) -> None:
        window, navigator = self._window, self._navigator
        navigator.opened.connect(self._on_opened)
        navigator.mirrored.connect(self._on_mirrored)
        navigator.left.connect(self._on_left)
        navigator.cited.connect(window.views.evidence.show_evidence)
        navigator.cited.connect(self._on_cited)
        actions = window.actions_by_id
        actions["back"].triggered.connect(navigator.back)
        actions["forward"].triggered.connect(navigator.forward)
        actions["mirror"].toggled.connect(navigator.mirror)
        actions["copy_reference"].triggered.connect(lambda: self._copy(self._reference))
        actions["copy_id"].triggered.connect(self._copy_id)
        actions["open_link"].triggered.connect(lambda: self._follow(self._address))
        navigator.moved.connect(lambda back, _forward: actions["back"].setEnabled(back))
        navigator.moved.connect(lambda _back, forward: actions["forward"].setEnabled(forward))

    def _lead_on(self) -> None:
        views, navigator = self._window.views, self._navigator
        for view in (views.record, views.mirror):
            view.opened.connect(navigator.open)
            view.citation_chosen.connect(navigator.cite)
            view.link_asked.connect(self._follow)
        views.evidence.source_opened.connect(navigator.open)
        views.evidence.link_asked.connect(self._follow)
        views.evidence.reference_wanted.connect(self._copy)

    @Slot(object, bool)
    def _on_opened(self, page: Page, same: bool) -> None:
        self._page = page
        if self._navigator.visit and not self._navigator.is_mirrored:
            self._window.panes.show_page(page, self._navigator.visit)
        if not same:
            self._window.panes.turn_to_page()
        self._offer()

    @Slot(object)
    def _on_mirrored(self, pages: tuple[Page, Page]) -> None:
        if self._navigator.visit:
            self._window.panes.show_mirror(pages, self._navigator.visit)

    @Slot()
    def _on_left(self) -> None:
        self._page = None
        self._window.panes.show_nothing()
        self._offer()

    @Slot(object)
    def _on_cited(self, evidence: Evidence | None) -> None:
        """Lead Ctrl+Return to what is read or shown, and nowhere where that is not on the web."""
        if self._page and self._page.type == "source":
            self._lead_out(self._page.address, self._page.reference)
        elif evidence:
            self._lead_out(evidence.url, evidence.reference)
        else:
            self._lead_out("", "")
        self._window.panes.order_tabs()

    def _lead_out(self, address: str, reference: str) -> None:
        self._address, self._reference = address, reference
        self._window.actions_by_id["open_link"].setEnabled(bool(address))
        self._window.actions_by_id["copy_reference"].setEnabled(bool(reference))

    def _offer(self) -> None:
        """Offer what takes a record only while one is open."""
        for name in ("mirror", "copy_id"):
            self._window.actions_by_id[name].setEnabled(self._page is not None)

    @Slot(str)
    def _copy(self, reference: str) -> None:
        QGuiApplication.clipboard().setText(reference)
        self._window.tell(_("Reference copied to the clipboard"))

    @Slot()
    def _copy_id(self) -> None:
        if record_id := self._navigator.record_id:
            QGuiApplication.clipboard().setText(record_id)
            self._window.tell(_("Copied to the clipboard: {id}").format(id=record_id))

    @Slot(str)
    def _follow(self, url: str) -> None:
        links.follow(url, self._window)
