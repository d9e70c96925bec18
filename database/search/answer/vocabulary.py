"""The words of a dossier: which of them belong to a word that was asked for, and by which rule."""

import math
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, lru_cache, partial
from itertools import chain
from typing import TYPE_CHECKING

from database.model.schema import Schema
from database.search.answer import records
from database.search.answer.as_written import as_written
from database.search.answer.form_table import MOST_PATTERN_FORMS, FormTable
from database.search.answer.phrases import Phrases
from database.search.answer.slips import SHORTEST, Slips
from database.search.answer.thesaurus import Thesaurus
from database.search.answer.unit import Rule, Unit
from database.search.index.lexicon import Lexicon
from database.search.language import analysis, spelling
from database.search.language.hungarian import VERBAL, may_be_one_word
from database.search.question.stop_words import is_stop_word
from database.search.question.tree import Word

if TYPE_CHECKING:
    from database.search.question.fields import Fields

_MOST_GUESSES = 5
_KEPT = 512
_LONG_ENOUGH = 5
# From so many on it may be the beginning of a longer word: belügyminiszter, belügyminisztérium.
_BEGUN = 6


class Vocabulary:
    """Looks words up in the dossier's tables of forms and labels."""

    def __init__(self, connection: sqlite3.Connection, schema: Schema) -> None:
        self._db = connection
        self._schema = schema
        self._table = FormTable(connection)
        self._spelling = spelling.Spelling(connection)
        self._lexicon = Lexicon(connection)
        self.thesaurus = Thesaurus(connection, self._lexicon)
        self.phrases = Phrases(connection)
        # Labels have words in common, and a reader who types the next word keeps those before it.
        self._forms = lru_cache(maxsize=_KEPT)(self._look_up)
        self._units = lru_cache(maxsize=_KEPT)(self._unit)
        self.similar = Slips(self._spelling, self.written, self.is_name).similar
        self._as_written = lru_cache(maxsize=_KEPT)(partial(as_written, connection))

    @cached_property
    def fields(self) -> "Fields":
        """The fields that a question to this dossier can name."""
        from database.search.question.fields import Fields  # here, since it takes time to import

        return Fields(self._schema, self._db)

    def unit(
        self, word: Word, without: frozenset[str], *, guessing: bool = True, alone: bool = False
    ) -> Unit:
        """Return *word* with its forms; where there are none, with the likeliest spellings.

        Guesses that fold to one of *without* are left out; all of them are unless *guessing*.
        A word that is *alone* in its question need not be weighed.
        """
        known = self._units(word, without, guessing, alone)
        # The same word may be led by others in the question before.
        return known if known.word.led_by == word.led_by else replace(known, word=word)

    def _unit(self, word: Word, without: frozenset[str], guessing: bool, alone: bool) -> Unit:
        forms = dict(self.forms(word))
        if guessing and not forms:
            forms = self._guesses(word)
        elif guessing and not word.pattern:
            forms = self._serbian_cases(word, forms) | self._far_more_usual(word, forms) | forms
        if without:
            forms = {
                form: rule
                for form, rule in forms.items()
                if rule != Rule.FUZZY or analysis.fold(form) not in without
            }
        if set(forms.values()) == {Rule.FUZZY} and not word.slips:
            forms |= self._other_forms(next(iter(forms)), forms)
        return Unit(word, forms, 1.0 if alone else self._weight(forms))

    def surely(self, word: Word) -> Unit:
        """Return *word* as what a question excludes: as it is written, and with endings.

        Who excludes ``opening`` does not mean ``opened``, which is a form of the same word.
        """
        folded = analysis.fold(word.form)
        found = self.forms(replace(word, slips=0))
        forms = {
            form: rule
            for form, rule in found.items()
            if rule != Rule.STEMMED or analysis.fold(form).startswith(folded)
        }
        return Unit(word, forms, 0.0)

    def forms(self, word: Word, language: str = "") -> Mapping[str, Rule]:
        """Return the forms that are *word*, with or without accents, inflected, or begun by it.

        Of those by one rule the most frequent stand first. It is inflected as in its *language*.
        """
        return self._forms(word, language)

    def _look_up(self, word: Word, language: str) -> dict[str, Rule]:
        folded = analysis.fold(word.form)
        if word.pattern:
            return dict.fromkeys(self._table.like(folded), Rule.PREFIX)
        found: dict[str, Rule] = {}
        for near in self._spelling.near(folded, word.slips)[:MOST_PATTERN_FORMS]:
            found |= dict.fromkeys(self._table.folding_to(near.fold), Rule.FUZZY)
        if word.prefix:
            found |= dict.fromkeys(self._table.beginning_with(folded), Rule.PREFIX)
        # A stop word that means something, on its own or in a label, has no other forms.
        is_whole = is_stop_word(word.form) and (word.is_abbreviation or bool(language))
        akin = [] if is_whole else self._table.sharing_a_key(self._keys(word.form, language))
        found |= {form: Rule.STEMMED for form in akin if _may_be_one_word(word.form, form)}
        found |= dict.fromkeys(self._table.folding_to(folded), Rule.FOLDED)
        if word.form in found:
            found[word.form] = Rule.EXACT
        return {} if not language and self._is_a_slip(word.form, found) else found

    def is_misread(self, form: str) -> bool:
        """Tell whether only the stem of a slip makes *form* look like a word of the dossier."""
        return not self.forms(Word(form)) and bool(self._table.sharing_a_key(self._keys(form)))

    def _keys(self, form: str, language: str = "") -> list[str]:
        """Return the keys of a word, none of which is the stem of nothing but a stop word."""
        keys = analysis.label_form_keys(form, language) if language else self._lexicon.keys(form)
        return sorted(key for key in keys if is_stop_word(form) or not _is_of_stop_word(key))

    def has(self, folds: Sequence[str]) -> frozenset[str]:
        """Return those of *folds* that the dossier has."""
        return frozenset(self._spelling.known(folds))

    def has_beginning(self, fold: str) -> bool:
        """Tell whether the dossier has a word that begins with *fold*."""
        return self._table.has_beginning(fold)

    def written(self, fold: str) -> str:
        """Return the most frequent form that folds to *fold*."""
        return next(iter(self._table.folding_to(fold)), fold)

    def as_written(self, form: str) -> str:
        """Return *form* with the capitals that it has in the dossier."""
        return self._as_written(form)

    def is_name(self, fold: str) -> bool:
        """Tell whether what folds to *fold* has a capital within sentences."""
        usual = self.written(fold)
        return self.as_written(usual) != usual

    @cached_property
    def _records(self) -> int:
        return records.size(records.every(self._db))

    def _guesses(self, word: Word) -> dict[str, Rule]:
        """Return longer words, Serbian cases, habits of spelling, or slips: what is found first."""
        if word.pattern or analysis.is_character(word.form):
            return {}
        folded = analysis.fold(word.form)
        if len(folded) >= _BEGUN and (longer := self._table.beginning_with(folded)):
            return dict.fromkeys(longer, Rule.PREFIX)
        for rule, folds in (
            (Rule.STEMMED, self._spelling.serbian(folded)),
            (Rule.FUZZY, self._spelling.habitual(folded)),
            (Rule.STEMMED, self._spelling.serbian_cases(folded)),
            (Rule.FUZZY, self._similar_names_or_words(word.form)),
        ):
            if rule == Rule.FUZZY and self._lexicon.knows(word.form):
                continue
            if folds := [fold for fold in folds if not is_stop_word(fold)]:
                found = {form: rule for fold in folds for form in self._table.folding_to(fold)}
                return found | self._usual_of(folds)
        return {}

    def _other_forms(self, guess: str, known: Mapping[str, Rule]) -> dict[str, Rule]:
        """Return the other forms of the likeliest guess, for a word is misspelt in any: cameras."""
        several = self.forms(Word(guess))
        return {
            form: Rule.FUZZY
            for form, rule in several.items()
            if rule <= Rule.STEMMED and form not in known
        }

    def _usual_of(self, folds: list[str]) -> dict[str, Rule]:
        """Return the usual spellings of odd ones that were guessed: Vucsicc, Vucsics, Vučić."""
        several = (Word(fold) for fold in folds)
        usual = (self._far_more_usual(word, dict(self.forms(word))) for word in several)
        return {form: rule for forms in usual for form, rule in forms.items()}

    def _similar_names_or_words(self, form: str) -> list[str]:
        """Return what *form* may be a slip of; ordinary words only if the likeliest is one."""
        folds = self.similar(form, _MOST_GUESSES)
        if folds and self.is_name(folds[0]):
            names = (fold for fold in folds if self.is_name(fold))
            return [*dict.fromkeys(map(self._usual_name, names))]
        return folds

    def _usual_name(self, fold: str) -> str:
        """Return the name of which *fold* is listed as a misspelling: Huawei for Hauwei."""
        labels = (label for _language, label in self.thesaurus.same_meaning((fold,)))
        named = frozenset(chain.from_iterable(map(analysis.folds, labels)))
        near = (found for found in self._spelling.near(fold, 1) if found.fold in named)
        own = self._spelling.known([fold])[fold]
        usual = (found.fold for found in near if found.records > spelling.FAR_MORE * own)
        return next(usual, fold)

    def _is_a_slip(self, form: str, found: Mapping[str, Rule]) -> bool:
        """Tell whether *form* is a slip that only looks as if it had a Hungarian ending.

        ``staton`` shares a stem with ``states``, but no text has *stat*, and ``station`` is near.
        """
        if len(form) < SHORTEST or not form.isascii() or set(found.values()) != {Rule.STEMMED}:
            return False
        keys = self._lexicon.keys(form)
        stems = {key: key.removeprefix("hu:").removesuffix(VERBAL) for key in keys}
        known = self.has([*stems.values()])
        telling = {key for key, stem in stems.items() if ":" in stem or stem in known}
        if telling and any(not telling.isdisjoint(self._lexicon.keys(akin)) for akin in found):
            return False
        folded = analysis.fold(form)
        near = self._spelling.near(folded, 1)
        is_near = any(spelling.is_slip(folded, found.fold) for found in near)
        return is_near and not self._lexicon.knows(form)

    def _serbian_cases(self, word: Word, forms: dict[str, Rule]) -> dict[str, Rule]:
        """Return of what *word* is a Serbian case: ``Huaweijem``.

        Where it is known as it stands, it is one of the name of a record: ``Beogradu``.
        """
        folded = analysis.fold(word.form)
        is_known = set(forms.values()) != {Rule.STEMMED}
        find = self._spelling.serbian_names if is_known else self._spelling.serbian
        folds = (fold for fold in find(folded) if not is_stop_word(fold))
        return {form: Rule.STEMMED for fold in folds for form in self._table.folding_to(fold)}

    def _far_more_usual(self, word: Word, forms: dict[str, Rule]) -> dict[str, Rule]:
        """Return other spellings that are so much more usual that *word* is likely to mean them.

        One record lists ``Vucsics``, all the others write ``Vučić``; ``inteligencia`` is no
        inflected ``inteligenciji`` where ``intelligencia`` is everywhere.
        """
        folded = analysis.fold(word.form)
        likely = self._spelling.habitual(folded)
        if set(forms.values()) == {Rule.STEMMED} and len(word.form) >= _LONG_ENOUGH:
            likely += [near.fold for near in self._spelling.near(folded, 1)]
        if not likely or self._lexicon.knows(word.form):
            return {}
        known = set(map(analysis.fold, forms))
        asked = self._records_with(forms)
        return {
            form: Rule.FUZZY
            for fold in dict.fromkeys(likely)
            if fold not in known
            and not is_stop_word(fold)
            and self._records_with(self.forms(Word(fold))) > spelling.FAR_MORE * asked
            for form in self._table.folding_to(fold)
        }

    def _records_with(self, forms: Iterable[str]) -> int:
        """Return how many records have these forms; one with two of them counts twice."""
        return sum(self._spelling.known(map(analysis.fold, forms)).values())

    def _weight(self, forms: dict[str, Rule]) -> float:
        """Return ln(1 + records / records that have the word): the usual weight of rarity."""
        if not forms:
            return math.log(1 + self._records)
        best = min(forms.values())
        surest = [analysis.fold(form) for form, rule in forms.items() if rule == best][:20]
        return math.log(1 + self._records / max(1, self._table.most_records(surest)))


def _may_be_one_word(form: str, other: str) -> bool:
    """Tell whether two words of one stem can be forms of one: ``út`` is no ``után``.

    Nor is ``ár`` met by its ``árra``: all that have ``arra`` would be found with it.
    """
    is_stop = is_stop_word(form)
    alike = is_stop == is_stop_word(other) == is_stop_word(analysis.fold(other))
    return alike and may_be_one_word(form, other)


def _is_of_stop_word(key: str) -> bool:
    """Tell whether a Hungarian stem is a stop word: ``letét`` is no ``let``, ``voltáról`` no verb.

    An English one may be another word with the same letters: who ``owns`` what is ``owned``.
    """
    language, _, stem = key.partition(":")
    return language == "hu" and is_stop_word(stem)
