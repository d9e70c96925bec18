"""The left of the window: what the answer can be narrowed to."""

from collections.abc import Mapping
from itertools import pairwise

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from database.search.request import Filter
from database.search.results import Facet
from desktop_app.localization import Retranslating
from desktop_app.views.facets.facet_group import FacetGroup
from desktop_app.views.facets.facet_value import Choice
from desktop_app.views.facets.year_histogram import YearHistogram
from i18n.messages import _

_WIDE = 31  # characters


class FacetPanel(Retranslating, QWidget):
    """Shows facets with their counts, and which values are chosen; several can be at once.

    Signals:
        filters_changed: all wanted values, and all excluded ones: each a ``frozenset`` of
            ``Filter``.
    """

    filters_changed = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: dict[Filter, Choice] = {}
        self._groups: dict[str, FacetGroup | YearHistogram] = {}
        self._stops: list[QWidget] = []
        self._build()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        unit = self.fontMetrics().height()
        self._inside = QWidget(self)
        self._inside.setProperty("role", "panel")
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(unit // 2, unit // 2, unit // 2, unit // 2)
        self._column.setSpacing(unit // 3)
        self._column.addStretch()
        self._scroll = QScrollArea(self)
        self._scroll.setProperty("role", "panel")
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._new_header())
        layout.addWidget(self._scroll, 1)

    def _new_header(self) -> QFrame:
        header = QFrame(self)
        self._title = QLabel(header)
        self._title.setProperty("role", "muted")
        self._clear = QPushButton(header)
        self._clear.setProperty("role", "quiet")
        room = self._clear.sizePolicy()
        room.setRetainSizeWhenHidden(True)
        self._clear.setSizePolicy(room)
        self._clear.hide()
        unit, letter = self.fontMetrics().height(), self.fontMetrics().averageCharWidth()
        layout = QHBoxLayout(header)
        left = unit // 2 + letter * 3 // 4  # as the headings below
        layout.setContentsMargins(left, unit // 4, unit // 2, unit // 4)
        layout.addWidget(self._title)
        layout.addStretch()
        layout.addWidget(self._clear)
        return header

    def _connect(self) -> None:
        self._clear.clicked.connect(self._on_cleared)

    def retranslate(self) -> None:
        self.setAccessibleName(_("Filters"))
        self._title.setText(_("Filters"))
        self._clear.setText(_("Clear filters"))

    def show_facets(
        self,
        facets: tuple[Facet, ...],
        wanted: frozenset[Filter],
        excluded: frozenset[Filter] = frozenset(),
    ) -> None:
        """Show the facets of an answer and which of their values are wanted or excluded."""
        self._choices = {
            **dict.fromkeys(wanted, "wanted"),
            **dict.fromkeys(excluded, "excluded"),
        }
        self._clear.setVisible(bool(self._choices))
        for place, facet in enumerate(facets):
            group = self._groups.get(facet.name) or self._new_group(facet.name)
            if self._column.indexOf(group) != place:
                self._column.removeWidget(group)
                self._column.insertWidget(place, group)
            of_facet = {
                v: choice for (name, v), choice in self._choices.items() if name == facet.name
            }
            group.show_facet(facet, of_facet)
        shown = {facet.name for facet in facets}
        for name, group in self._groups.items():
            group.setVisible(name in shown)
        self._put_in_tab_order([self._groups[facet.name] for facet in facets])
        self._settle()

    def enter(self) -> None:
        """Go to the first value that there is."""
        stops = [stop for stop in self._stops if stop.focusPolicy() & Qt.FocusPolicy.TabFocus]
        first = next((stop for stop in stops if stop.isVisible() and stop is not self._clear), None)
        if first:
            self._scroll.ensureWidgetVisible(first)
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _settle(self) -> None:
        """Lay everything out now, from the inside: Qt would do it level by level, painting each."""
        for group in self._groups.values():
            layout = group.layout()
            if layout is not None and group.isVisible():
                layout.activate()
        self._column.activate()
        for part in (self._inside, self._scroll.viewport()):
            QApplication.sendPostedEvents(part, QEvent.Type.LayoutRequest.value)

    def sizeHint(self) -> QSize:
        letter = self.fontMetrics().averageCharWidth()
        return QSize(_WIDE * letter, 30 * self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        """Leave room for every count beside the scroll bar."""
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        width = self._inside.minimumSizeHint().width() + bar
        return super().minimumSizeHint().expandedTo(QSize(width, 0))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            QTimer.singleShot(0, self, self.updateGeometry)  # once its parts have theirs

    def _on_turned(self, facet: str, value: str, choice: Choice) -> None:
        self._change({**self._choices, (facet, value): choice})

    @Slot()
    def _on_cleared(self) -> None:
        self.focusNextChild()
        self._change({})

    def _change(self, choices: Mapping[Filter, Choice]) -> None:
        self._choices = {chosen: choice for chosen, choice in choices.items() if choice != "free"}
        self._clear.setVisible(bool(self._choices))
        self.filters_changed.emit(self._with("wanted"), self._with("excluded"))

    def _with(self, choice: Choice) -> frozenset[Filter]:
        return frozenset(value for value, made in self._choices.items() if made == choice)

    def _put_in_tab_order(self, groups: list[FacetGroup | YearHistogram]) -> None:
        """Let Tab follow the eye: Qt puts what comes late at the end of the whole window."""
        stops = [self._clear, *(stop for group in groups for stop in group.stops())]
        if stops != self._stops:
            self._stops = stops
            for stop, following in pairwise(stops):
                QWidget.setTabOrder(stop, following)

    def _new_group(self, name: str) -> FacetGroup | YearHistogram:
        group = YearHistogram(self._inside) if name == "year" else FacetGroup(self._inside)
        group.turned.connect(lambda value, choice: self._on_turned(name, value, choice))
        group.moved.connect(self._scroll.ensureWidgetVisible)
        self._groups[name] = group
        return group
