"""An example question that can be tried, with the number of records that it finds."""

from PySide6.QtWidgets import QPushButton, QWidget

from desktop_app.localization import Retranslating
from i18n import formats, messages
from i18n.messages import _, ngettext

_BLANK = "\N{FIGURE SPACE}"
_ROOM = 3 * _BLANK


class ExampleButton(Retranslating, QPushButton):
    """Shows a question; the number follows as soon as it is known."""

    def __init__(self, question: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.question = question
        self._total: int | None = None
        self.setProperty("role", "example")
        self.retranslate()

    def show_total(self, total: int) -> None:
        """Tell how many records answer to the question."""
        self._total = total
        self.retranslate()

    def retranslate(self) -> None:
        """Write the number as the language does."""
        shown = self.question.replace("&", "&&")
        if self._total is None:
            self.setText(f"{shown}   {_ROOM}")  # so that nothing moves when the number comes
            self.setAccessibleName(_("Example: {question}").format(question=self.question))
            return
        number = formats.number(self._total, messages.current())
        self.setText(f"{shown}   {number.rjust(len(_ROOM), _BLANK)}")
        self.setAccessibleName(
            ngettext(
                "Example: {question}. {n} record", "Example: {question}. {n} records", self._total
            ).format(question=self.question, n=number)
        )
