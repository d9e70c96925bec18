"""What a record says of everything that answers to a question."""

from database.search.answer.documents import Asked, Forms, written
from database.search.language.folding import fold


class Said:
    """The forms of a record that were asked for, by where they stand, looked up as needed.

    *asked* has every form that answers to the question (``unit.every_form``).
    """

    def __init__(self, forms: Forms, asked: Asked) -> None:
        self.forms = forms
        self.names = forms.names.among(asked)
        self.begun: frozenset[str] = frozenset()
        self._asked = asked
        self._subjects: frozenset[str] | None = None
        self._text: frozenset[str] | None = None

    @property
    def text(self) -> frozenset[str]:
        """Those in the text, its subjects among them."""
        if self._text is None:
            self._text = self.forms.text.among(self._asked)
        return self._text

    @property
    def subjects(self) -> frozenset[str]:
        """Those of the text that tell what the record is about."""
        if self._subjects is None:
            self._subjects = self.forms.subjects.among(self._asked)
        return self._subjects

    @property
    def every(self) -> frozenset[str]:
        """All of them."""
        return self.names | self.text

    def begin(self, folded: str) -> None:
        """Take all forms of the record that begin so for ``begun``, and for asked for from now on.

        Those that begin with a letter or two are too many to be listed in a question.
        """
        forms = self.forms
        self.begun = frozenset(form for form in forms.every if fold(form).startswith(folded))
        self._asked = {**self._asked, **written(self.begun)}
        self.names |= forms.names.every & self.begun
        self._text = self._subjects = None
