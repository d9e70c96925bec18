"""The pop-over that tells how to search."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.localization import Retranslating
from desktop_app.look import theme
from desktop_app.look.icons import icon
from desktop_app.look.redrawing import Redrawing
from desktop_app.presentation.search_help import TOPICS, Topic
from desktop_app.views.asking.example_button import ExampleButton
from desktop_app.views.floating import Floating
from desktop_app.views.flow_layout import FlowLayout
from desktop_app.views.way_back import WayBack
from i18n import messages
from i18n.messages import _

# Characters; it takes no more of the window than this share, unless it would be too narrow.
_WIDTH, _NARROWEST = 66, 40
_SHARE = 0.6
_HEIGHT = 38  # lines


class SearchHelp(Retranslating, Redrawing, QFrame):
    """Opens under the field at its end, where it leaves the hits in sight.

    It stays while examples are tried, and closes with Escape, which leads back to where the reader
    came from, or as the reader turns elsewhere.

    Signals:
        tried: an example that the reader wants asked, without filters as it was counted.
        totals_wanted: the examples whose numbers are not known yet, ``tuple[str, ...]``.
        closed: it was closed from the keyboard or by its button, and the keyboard has no place to
            go back to.
    """

    tried = Signal(str)
    totals_wanted = Signal(object)
    closed = Signal()

    def __init__(self, anchor: QWidget, bar: QWidget) -> None:
        super().__init__(anchor)
        self._floating = Floating(self, anchor, bar)
        self._way_back = WayBack()
        self._topics: list[_TopicView] = []
        self._build()
        self._connect()
        self.redraw()
        self.retranslate()

    def _build(self) -> None:
        self.setProperty("role", "floating")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        line = self.fontMetrics().height()
        self._title = QLabel(self)
        self._title.setProperty("role", "subtitle")
        self._close = QToolButton(self)
        self._close.setProperty("role", "quiet")
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._close)
        body = QWidget()
        body.setProperty("role", "page")
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, line, 0)
        column.setSpacing(line)
        for topic in TOPICS:
            view = _TopicView(topic, body)
            self._topics.append(view)
            column.addWidget(view)
        column.addStretch()
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(body)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(line, line // 2, line // 2, line // 2)
        layout.setSpacing(line // 2)
        layout.addLayout(head)
        layout.addWidget(self._area, 1)

    def _connect(self) -> None:
        self._close.clicked.connect(self._on_closed)
        self._floating.left.connect(self._floating.close)
        for topic in self._topics:
            topic.tried.connect(self.tried)

    def retranslate(self) -> None:
        self.setAccessibleName(_("How to search"))
        self._title.setText(_("How to search"))
        self._close.setToolTip(_("Close the help"))
        self._close.setAccessibleName(_("Close the help"))

    @Slot()
    def toggle(self) -> None:
        """Open the help and go to it, or close it."""
        if self.isVisible():
            self._on_closed()
            return
        self._way_back.remember()
        self._floating.open()
        self._area.verticalScrollBar().setValue(0)
        self.examples()[0].setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.totals_wanted.emit(tuple(example.question for example in self.examples()))

    @Slot(str, int)
    def show_total(self, question: str, total: int) -> None:
        """Tell how many records an example finds."""
        for example in self.examples():
            if example.question == question:
                example.show_total(total)

    def examples(self) -> list[ExampleButton]:
        """Return every example, from the top."""
        return [example for topic in self._topics for example in topic.examples]

    @Slot()
    def _on_closed(self) -> None:
        self._floating.close()
        if not self._way_back.go():
            self.closed.emit()

    def redraw(self) -> None:
        side = self.fontMetrics().ascent()
        self._close.setIcon(icon("clear", theme.of(self.palette()).muted))
        self._close.setIconSize(QSize(side, side))
        QTimer.singleShot(0, self, self._keep_in_sight)  # once its parts have their size

    @Slot()
    def _keep_in_sight(self) -> None:
        """Scroll to the example that has the keyboard."""
        for example in self.examples():
            if example.hasFocus():
                self._area.ensureWidgetVisible(example)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._on_closed()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        letter, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().lineSpacing()
        share = round(self.window().width() * _SHARE)
        width = max(min(letter * _WIDTH, share), letter * _NARROWEST)
        return QSize(width, line * _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)


class _TopicView(Retranslating, QWidget):
    """A topic with its examples, those in the reader's language first.

    Signals:
        tried: an example that the reader wants asked.
    """

    tried = Signal(str)

    def __init__(self, topic: Topic, parent: QWidget) -> None:
        super().__init__(parent)
        self._topic = topic
        self.examples: list[ExampleButton] = []
        self._build()
        self.retranslate()

    def _build(self) -> None:
        line = self.fontMetrics().height()
        self._title = QLabel(self)
        self._title.setProperty("role", "strong")
        self._text = QLabel(self)
        self._text.setWordWrap(True)
        self._flow = QWidget(self)
        FlowLayout(self._flow, gap=line // 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(line // 3)
        for part in (self._title, self._text, self._flow):
            column.addWidget(part)

    def retranslate(self) -> None:
        self._title.setText(_(self._topic.title))
        self._text.setText(_(self._topic.text))
        self._order_examples()

    def _order_examples(self) -> None:
        """Put the examples in the order for the language; each keeps its number."""
        made = {example.question: example for example in self.examples}
        layout = self._flow.layout()
        assert layout is not None
        while layout.takeAt(0):
            pass
        self.examples = []
        for question in self._topic.examples_for(messages.current()):
            example = made.get(question) or self._new_example(question)
            self.examples.append(example)
            layout.addWidget(example)
        for before, after in zip(self.examples, self.examples[1:], strict=False):
            QWidget.setTabOrder(before, after)

    def _new_example(self, question: str) -> ExampleButton:
        example = ExampleButton(question, self._flow)
        example.clicked.connect(lambda: self.tried.emit(question))
        return example
