"""Making the hits of an answer: what a list shows of each record, and why it stands there."""

from dataclasses import dataclass
from typing import Self

from database.search.answer import records, snippet
from database.search.answer.compiler import CompiledQuestion
from database.search.answer.documents import Texts
from database.search.answer.order import Key
from database.search.answer.ranking import Ranked
from database.search.answer.records import Records
from database.search.answer.snippet import Marks
from database.search.answer.sorted_by import led_by
from database.search.answer.unit import RULE_NAMES
from database.search.answer.why import as_asked, told_where, why
from database.search.results import Hit


@dataclass(frozen=True, slots=True)
class HitMaker:
    """Makes hits for one question in one language; *home* is the id of their dossier."""

    question: CompiledQuestion
    complete: bytes
    chinese: tuple[str, ...]
    marks: Marks
    language: str
    home: str

    @classmethod
    def of(cls, question: CompiledQuestion, complete: Records, language: str, home: str) -> Self:
        """Return what makes hits where *complete* are the records that have all of the question."""
        marks, chinese = Marks.of(question.units), question.chinese
        return cls(question, records.packed(complete), chinese, marks, language, home)

    def hit(self, entry: Ranked, words: Texts, place: Key, by: str) -> Hit:
        """Return the hit of a record with the texts *words*.

        *by* is what it is in order by, in words, ``""`` where its title shows that.
        """
        question, language, said = self.question, self.language, entry.said
        reasons = why(said, question.units, words, language, self.chinese)
        typed = as_asked(reasons, question.typed, words, language)
        marks = self.marks.also(said.begun) if said.begun else self.marks
        title = snippet.mark(words.title.within(language), marks.among(said.names))
        line = snippet.choose(words.passages, marks.among(said.text), language)
        is_marked = any([fragment.matched for fragment in (*title, *line)])
        rule = "" if entry.rule is None else RULE_NAMES[entry.rule]
        return Hit(
            id=words.id,
            type=words.type,
            title=words.title,
            facts=led_by(by, words.facts[language]),
            snippet=line,
            title_fragments=title,
            score=round(entry.score, 4),
            match=rule if records.has(self.complete, entry.number) else "partial",
            dossier=self.home,
            why=typed if is_marked else told_where(typed, words, language),
            place=place,
        )
