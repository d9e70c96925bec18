"""The entries of the form for a question."""

from itertools import pairwise

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QWidget

from database.search.form.form import CHOSEN, HAS, Choices, QueryForm
from desktop_app.localization import Retranslating
from desktop_app.views.asking.bounds_row import BoundsRow
from desktop_app.views.asking.choice_button import ChoiceButton
from desktop_app.views.asking.value_box import ValueBox
from desktop_app.views.rich_text import wrapped
from i18n.messages import _, pgettext

_WORDS = ("all_words", "phrase", "any_words", "none_words")
_FIGURES = ("years", "amounts")


class QueryFormView(Retranslating, QWidget):
    """Holds what is filled in; in another language it is the same, in other words.

    Signals:
        changed: something else is filled in.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._currencies: tuple[str, ...] = ()
        self._entries = {name: QLineEdit(self) for name in (*_WORDS, "rest")}
        self._choices = {name: ChoiceButton(self) for name in (*CHOSEN, HAS)}
        self._currency = ValueBox(self)
        self._figures = {name: BoundsRow(self) for name in _FIGURES}
        labelled = (*_WORDS, *CHOSEN, *_FIGURES, HAS, "rest")
        self._labels = {name: QLabel(self) for name in labelled}
        self._kept = wrapped("", "small", self)
        self._build()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        line = self.fontMetrics().height()
        self._layout = QFormLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)  # in one line with what stands below the form
        self._layout.setHorizontalSpacing(line)
        self._layout.setVerticalSpacing(line // 3)
        self._layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self._layout.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for name in _WORDS:
            self._add(self._labels[name], self._entries[name])
        for name in CHOSEN:
            self._add(self._labels[name], self._choices[name])
        self._figures["amounts"].add(self._currency)
        for name, row in self._figures.items():
            self._add(self._labels[name], row)
            self._labels[name].setBuddy(row.figure)
        self._add(self._labels[HAS], self._choices[HAS])
        self._add(self._labels["rest"], self._entries["rest"])
        self._layout.addRow("", self._kept)
        self._put_in_tab_order()

    def _add(self, label: QLabel, entry: QWidget) -> None:
        label.setBuddy(entry)
        self._layout.addRow(label, entry)

    def _put_in_tab_order(self) -> None:
        stops: list[QWidget] = [*(self._entries[name] for name in _WORDS)]
        stops += [self._choices[name] for name in CHOSEN]
        for row in self._figures.values():
            stops += row.entries()
        stops += [self._choices[HAS], self._entries["rest"]]
        for stop, following in pairwise(stops):
            self.setTabOrder(stop, following)

    def _connect(self) -> None:
        for entry in self._entries.values():
            entry.textEdited.connect(self.changed)
        for choice in self._choices.values():
            choice.changed.connect(self.changed)
        for row in self._figures.values():
            row.changed.connect(self.changed)
        self._currency.activated.connect(self.changed)

    def retranslate(self) -> None:
        """Name the entries; the words of the choices come with ``set_choices``."""
        for name, words in {
            "all_words": _("&All of these words"),
            "phrase": _("Exact &phrase"),
            "any_words": _("A&ny of these words"),
            "none_words": _("N&one of these words"),
            "type": _("&Type"),
            "status": _("Stat&us"),
            "sector": _("S&ector"),
            "country": _("Countr&y"),
            "years": _("Yea&rs"),
            "amounts": _("A&mount"),
            HAS: _("Must &be known"),
            "rest": _("As &written before"),
        }.items():
            self._labels[name].setText(words)
            if name in self._choices:
                self._choices[name].set_name(words.replace("&", ""))
            elif name in self._entries:
                self._entries[name].setAccessibleName(words.replace("&", ""))
        self._kept.setText(_("The form has no entry for this part: it stays as it was written."))
        self._name_figures()
        self._currency.setAccessibleName(_("Currency"))
        self._entries["any_words"].setPlaceholderText(_("words or “phrases in quotation marks”"))
        self._name_currencies()

    def _name_figures(self) -> None:
        years, amounts = (self._figures[name] for name in _FIGURES)
        years.name(_("How to compare the year"), _("Year"), _("First year"), _("Last year"))
        amounts.name(
            _("How to compare the amount"), _("Amount"), _("Smallest amount"), _("Largest amount")
        )
        years.offer(
            {
                "between": pgettext("years", "from – to"),
                "field": pgettext("years", "exactly"),
                "at-least": pgettext("years", "from"),
                "more-than": pgettext("years", "after"),
                "at-most": pgettext("years", "up to"),
                "less-than": pgettext("years", "before"),
            },
            "2017",
        )
        amounts.offer(
            {
                "between": pgettext("amounts", "from – to"),
                "field": pgettext("amounts", "exactly"),
                "at-least": pgettext("amounts", "at least"),
                "more-than": pgettext("amounts", "more than"),
                "at-most": pgettext("amounts", "at most"),
                "less-than": pgettext("amounts", "less than"),
            },
            _("10 million"),
        )

    @Slot(object)
    def set_choices(self, choices: Choices) -> None:
        """Offer what can be chosen, in the words of the language."""
        for name, button in self._choices.items():
            button.set_values(choices.by_field.get(name, ()))
        self._currencies = choices.currencies
        self._name_currencies()

    def form(self) -> QueryForm:
        """Return what is filled in."""
        texts = {name: entry.text() for name, entry in self._entries.items()}
        several = {name: button.chosen() for name, button in self._choices.items()}
        return QueryForm(
            **texts,
            years=self._figures["years"].bounds(),
            amounts=self._figures["amounts"].bounds(),
            chosen={name: codes for name, codes in several.items() if codes},
            currency=self._currency.currentData() or "",
        )

    def fill_in(self, form: QueryForm) -> None:
        """Fill everything in afresh, without telling."""
        for name, entry in self._entries.items():
            entry.setText(getattr(form, name))
        for name, row in self._figures.items():
            row.fill_in(getattr(form, name))
        for name, button in self._choices.items():
            button.choose(form.chosen.get(name, ()))
        if form.currency and self._currency.findData(form.currency) < 0:
            self._currency.addItem(form.currency, form.currency)
        self._currency.setCurrentIndex(max(0, self._currency.findData(form.currency)))
        for part in (self._entries["rest"], self._kept):
            self._layout.setRowVisible(part, bool(form.rest))

    def go_to(self, name: str) -> None:
        """Put the keyboard into an entry, such as the one that is not understood."""
        if name in self._figures:
            self._figures[name].go_to()
            return
        self._entries[name].setFocus()
        self._entries[name].selectAll()

    def _name_currencies(self) -> None:
        chosen = self._currency.currentData() or ""
        known = dict.fromkeys([*self._currencies, *([chosen] if chosen else [])])
        self._currency.clear()
        self._currency.addItem(_("any currency"), "")
        for code in known:
            self._currency.addItem(code, code)
        self._currency.setCurrentIndex(max(0, self._currency.findData(chosen)))
