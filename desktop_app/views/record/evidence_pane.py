"""What the chosen citation number stands for: the source, where in it to look, its own words."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop_app.localization import Retranslating
from desktop_app.look import icons, theme
from desktop_app.look.redrawing import Redrawing
from desktop_app.presentation.evidence import QUOTED, Evidence
from desktop_app.views.flow_layout import FlowLayout
from desktop_app.views.record.page_area import side_margin
from desktop_app.views.rich_text import wrapped
from i18n.messages import _


class EvidencePane(Retranslating, Redrawing, QScrollArea):
    """Shows one citation, or how to choose one.

    Signals:
        source_opened: the id of the source whose record the reader wants.
        reference_wanted: the reference to it, which the reader wants to have.
        link_asked: the address that the reader wants to see in a browser.
    """

    source_opened = Signal(str)
    reference_wanted = Signal(str)
    link_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._evidence: Evidence | None = None
        self._build()
        self._connect()
        self.show_evidence(None)
        self.redraw()

    def _build(self) -> None:
        self.setProperty("role", "foot")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._hint = wrapped("", "hint", self)
        self._number = QLabel(self)
        self._number.setProperty("role", "number")
        self._title = wrapped("", "strong", self)
        self._facts = wrapped("", "muted", self)
        self._locator = wrapped("", "plain", self)
        self._quotation = wrapped("", "quotation", self)
        self._offline = wrapped("", "note", self)
        self._source = QPushButton(self)
        self._copy = QPushButton(self)
        self._open = QPushButton(self)
        self._open.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the icon behind the words
        self._lay_out()

    def _lay_out(self) -> None:
        line = self.fontMetrics().height()
        words = QGridLayout()
        words.setHorizontalSpacing(line // 2)
        words.setVerticalSpacing(line // 6)
        words.addWidget(self._hint, 0, 0, 1, 2)
        words.addWidget(self._number, 1, 0, Qt.AlignmentFlag.AlignTop)
        parts = (self._title, self._facts, self._locator, self._quotation, self._offline)
        for row, part in enumerate(parts, start=1):
            words.addWidget(part, row, 1)
        words.setColumnStretch(1, 1)
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=line // 2)
        flow.addWidget(self._source)
        flow.addWidget(self._copy)
        flow.addWidget(self._open)
        words.setRowMinimumHeight(len(parts) + 1, line // 3)
        words.addWidget(buttons, len(parts) + 2, 1)
        content = QWidget(self)
        self._column = QVBoxLayout(content)
        self._column.addLayout(words)
        self._column.addStretch()
        self.setWidget(content)
        self._fit()

    def _connect(self) -> None:
        self._source.clicked.connect(self._on_source_clicked)
        self._copy.clicked.connect(self._on_copy_clicked)
        self._open.clicked.connect(self.ask_link)

    def retranslate(self) -> None:
        self.setAccessibleName(_("Evidence"))
        self._hint.setText(_("Choose a number in the text to see what it rests on."))
        self._offline.setText(_("No web address is known for this source."))
        self._source.setText(_("Show source"))
        self._copy.setText(_("Copy reference"))
        if self._evidence:
            self._open.setText(_("Open {site}").format(site=self._evidence.site))

    def show_evidence(self, evidence: Evidence | None) -> None:
        """Show one citation; ``None`` asks the reader to choose one."""
        self._evidence = evidence
        self._hint.setVisible(evidence is None)
        for part in (self._number, self._title, self._facts, self._locator, self._quotation):
            part.setVisible(evidence is not None)
        self._source.setVisible(evidence is not None)
        self._copy.setVisible(evidence is not None)
        self._open.setVisible(evidence is not None and bool(evidence.url))
        self._offline.setVisible(evidence is not None and not evidence.url)
        if evidence:
            self._show_words(evidence)
        self.retranslate()

    def ask_link(self) -> None:
        """Ask for the source's page on the web, if it has one."""
        if self._evidence and self._evidence.url:
            self.link_asked.emit(self._evidence.url)

    def _show_words(self, evidence: Evidence) -> None:
        self._number.setText(str(evidence.number))
        self._title.setText(evidence.title)
        self._facts.setText(" · ".join(evidence.facts))
        self._facts.setVisible(bool(evidence.facts))
        self._locator.setText(evidence.locator)
        self._locator.setVisible(bool(evidence.locator))
        self._quotation.setText(QUOTED.format(evidence.quotation))
        self._quotation.setVisible(bool(evidence.quotation))
        self._open.setToolTip(evidence.url)

    def _fit(self) -> None:
        """Stand in one line with the page above."""
        side, edge = side_margin(self), self.fontMetrics().height() * 2 // 3
        self._column.setContentsMargins(side, edge, side, edge)

    def redraw(self) -> None:
        size = self.fontMetrics().ascent()
        self._open.setIconSize(QSize(size, size))
        self._open.setIcon(icons.icon("external", theme.of(self.palette()).text))
        self._fit()

    def _on_source_clicked(self) -> None:
        if self._evidence:
            self.source_opened.emit(self._evidence.source_id)

    def _on_copy_clicked(self) -> None:
        if self._evidence:
            self.reference_wanted.emit(self._evidence.reference)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
