"""Making one record: a real text told again, with names, sums, dates, relations and citations."""

import random
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cached_property
from zlib import crc32

from database.compile.content import Content
from database.model.record import Citation, Claim, Name, Passage, Record, RecordId, Relation
from database.model.text import Text
from database.model.values import LANGUAGES, Code, Money, Plain, Quantity, StatedDate, Value
from tests.benchmarks import words
from tests.benchmarks.aid_projects import AidProject, projects

_CODES = {
    "actor-kind": "company company company public-body person state city research-institute",
    "event-kind": "agreement memorandum launch visit statement cancellation policy",
    "ground": "security privacy debt environment transparency influence necessity",
    "sector": "telecommunications 5g data-centres smart-city surveillance transport energy finance",
    "status": "proposed announced agreed under-way in-use completed called-off",
    "source-type": "report article-newspaper webpage press-release interview policy-document",
    "publisher-kind": "government news-media think-tank company civil-society",
}
_FAMILY = (
    "Petrović", "Jovanović", "Đorđević", "Nikolić", "Kovács", "Szabó", "Tóth", "Horváth", "Zhang",
    "Wang", "Li", "Chen",
)  # fmt: skip
_GIVEN = (
    "Aleksandar", "Đorđe", "Željko", "Milica", "Ágnes", "Győző", "Zsófia", "Ödön", "Wei", "Fang",
    "Xiaoping", "Jun",
)  # fmt: skip
# The shares of records that have no Hungarian text, and no English one.
_ONLY_ENGLISH, _ONLY_HUNGARIAN = 0.10, 0.05
_TERMS = 0.25  # the share of records that have a word of the thesaurus put in


class RecordMaker:
    """Makes records by their ids: ``project/made-0000012`` is the twelfth made project."""

    def __init__(self, real: Content, several: Mapping[str, int], seed: int) -> None:
        self._real = real
        self._several = several
        self._seed = seed
        self._in = {"en": words.english(real), "hu": words.hungarian(real)}
        self._places = list(real.places)
        self._titled: dict[str, list[str]] = {type_id: [] for type_id in several}
        for record in real.records.values():
            self._titled[record.type].append(record.title.within("hu"))
        self._terms = [t for t in real.terms.values() if t.labels.get("en") and t.labels.get("hu")]

    def ids(self) -> Iterator[RecordId]:
        """Yield the ids of all records that can be made."""
        for type_id, count in self._several.items():
            yield from (_made(type_id, n) for n in range(count))

    def record(self, record_id: RecordId) -> Record:
        """Make a record, the same each time."""
        type_id, _, name = record_id.partition("/")
        number = int(name.rpartition("-")[2])
        chance = random.Random(f"{self._seed} {record_id}")
        model = self._model(number, type_id)
        make = getattr(self, f"_{type_id}")
        titles, attributes, claims, relations = make(chance, model)
        languages = _spoken(chance)
        about = {language: self._about(language, chance, model) for language in languages}
        self._put_a_term_into(about, chance)
        return Record(
            record_id,
            type_id,
            title=Text({x: titles[x if x in languages else languages[0]] for x in LANGUAGES}),
            description=_text({x: text.split(". ", 1)[0] for x, text in about.items()}),
            attributes=attributes,
            names=self._names(chance, type_id),
            summary=(Passage(_text(about), self._cited(chance)),),
            claims=tuple(claims),
            relations=tuple(relations),
        )

    # --- what each type says ---------------------------------------------------------------------

    def _project(self, chance: random.Random, model: AidProject):
        titles = self._titles(chance, model, "project")
        claims = [
            self._claim(chance, "status", Code("status", model.status)),
            self._claim(chance, "agreed", _date(chance, model.year)),
            self._claim(chance, "financing", self._said(chance, 6, 14)),
        ]
        if model.amount:
            amount = Decimal(round(model.amount * chance.choice((0.5, 0.8, 1, 1, 1.2, 2)), 2))
            qualifier = chance.choice(("", "", "about", "up-to"))
            money = Money(amount, model.currency)
            claims.append(self._claim(chance, "budget", money, qualifier))
        if chance.random() < 0.2:
            extent = Quantity(Decimal(chance.randint(1, 5000)), chance.choice(("camera", "home")))
            claims.append(self._claim(chance, "extent", extent))
        roles = ("contractor", "financier", "client", "operator")[: chance.randint(1, 3)]
        relations = [self._relation(chance, role, "actor") for role in roles]
        return titles, self._classed(chance, model), claims, relations

    def _actor(self, chance: random.Random, model: AidProject):
        kind = self._code(chance, "actor-kind")
        if kind.code == "person":
            title = f"{chance.choice(_GIVEN)} {chance.choice(_FAMILY)}-{words.name(chance)}"
        else:
            title = f"{chance.choice(model.agencies)} {words.name(chance)}"
        attributes = {"actor-kind": (kind,), **self._classed(chance, model)}
        claims = [self._claim(chance, "role-in-dossier", self._said(chance, 6, 14))]
        relations = [self._relation(chance, "partner", "actor")]
        return {"en": title, "hu": title}, attributes, claims, relations

    def _event(self, chance: random.Random, model: AidProject):
        titles = self._titles(chance, model, "event")
        attributes = {"event-kind": (self._code(chance, "event-kind"),)}
        attributes |= self._classed(chance, model)
        claims = [self._claim(chance, "date", _date(chance, model.year + chance.randint(0, 6)))]
        relations = [self._relation(chance, "event-of", "project")]
        relations += [self._relation(chance, role, "actor") for role in ("participant", "host")]
        return titles, attributes, claims, relations

    def _concern(self, chance: random.Random, model: AidProject):
        titles = self._titles(chance, model, "concern")
        classed = self._classed(chance, model)
        classed.pop("place", None)
        attributes = {"ground": (self._code(chance, "ground"),), **classed}
        claims = [
            self._claim(chance, "objection", self._said(chance, 10, 20)),
            self._claim(chance, "response", self._said(chance, 6, 14)),
        ]
        relations = [
            self._relation(chance, "raised-by", "actor"),
            self._relation(chance, "about", "project"),
        ]
        return titles, attributes, claims, relations

    def _source(self, chance: random.Random, model: AidProject):
        link = model.link if model.link.startswith("http") else "http://example.org"
        issued = _date(chance, model.year + chance.randint(0, 8))
        attributes: dict[str, tuple[Value, ...]] = {
            "author": (Plain("name", f"{chance.choice(_GIVEN)} {chance.choice(_FAMILY)}"),),
            "publisher": (Plain("name", f"{words.name(chance)} {words.name(chance)}"),),
            "issued": (issued,),
            "language": (Plain("language", chance.choice(("en", "hu", "sr", "zh"))),),
            "type": (self._code(chance, "source-type"),),
            "publisher-kind": (self._code(chance, "publisher-kind"),),
            "url": (Plain("url", f"{link}/{words.name(chance).lower()}"),),
        }
        classed = self._classed(chance, model)
        classed.pop("place", None)
        return self._titles(chance, model, "source"), attributes | classed, [], []

    # --- its parts -------------------------------------------------------------------------------

    def _model(self, number: int, type_id: str) -> AidProject:
        known = projects() or self._own_models
        return known[(number + crc32(type_id.encode())) % len(known)]

    @cached_property
    def _own_models(self) -> tuple[AidProject, ...]:
        """The records of the real dossier, for when nobody else's are at hand."""
        several = [r for r in self._real.records.values() if r.type == "project"]
        return tuple(
            AidProject(
                record.title.within("en"), " ".join(p.text.within("en") for p in record.summary),
                "RS", "", "completed", 2010 + n % 12, 1e6 * (n + 1), "EUR", ("Works",), "",
            )
            for n, record in enumerate(several)
        )  # fmt: skip

    def _titles(self, chance: random.Random, model: AidProject, type_id: str) -> dict[str, str]:
        name = words.name(chance)
        english = self._in["en"].shaken(model.title.split()[:12], chance, 0.1)
        hungarian = self._in["hu"].shaken(
            chance.choice(self._titled[type_id]).split()[:10], chance, 0.2
        )
        return {"en": f"{english} {name}", "hu": f"{hungarian} {name}"}

    def _about(self, language: str, chance: random.Random, model: AidProject) -> str:
        if language == "hu":
            return self._in["hu"].passage(chance, 30, 80)
        several = model.description.split()
        start = chance.randint(0, max(0, len(several) - 60))
        return self._in["en"].shaken(several[start : start + chance.randint(40, 90)], chance, 0.15)

    def _put_a_term_into(self, about: dict[str, str], chance: random.Random) -> None:
        if chance.random() >= _TERMS:
            return
        term = chance.choice(self._terms)
        for language, text in about.items():
            told = text.split(" ")
            told.insert(chance.randint(0, len(told)), term.labels[language][0])
            about[language] = " ".join(told)

    def _said(self, chance: random.Random, least: int, most: int) -> Text:
        return Text({lang: self._in[lang].passage(chance, least, most) for lang in ("en", "hu")})

    def _names(self, chance: random.Random, type_id: str) -> tuple[Name, ...]:
        if type_id != "actor" or chance.random() < 0.7:
            return ()
        return (Name(f"{words.name(chance)} {words.name(chance)}", "sr-Latn", "native"),)

    def _classed(self, chance: random.Random, model: AidProject) -> dict[str, tuple[Value, ...]]:
        sector = Code("sector", model.sector) if model.sector else self._code(chance, "sector")
        several = {
            "sector": tuple(dict.fromkeys((sector, self._code(chance, "sector")))),
            "country": (Plain("country", model.country),),
        }
        if chance.random() < 0.3:
            several["place"] = (Plain("place", chance.choice(self._places)),)
        return several

    def _claim(self, chance: random.Random, field: str, value: Value, qualifier: str = "") -> Claim:
        return Claim(field, value, self._cited(chance), qualifier)

    def _relation(self, chance: random.Random, role: str, type_id: str) -> Relation:
        return Relation(role, self._one_of(chance, type_id), self._cited(chance))

    def _cited(self, chance: random.Random) -> tuple[Citation, ...]:
        return (Citation(self._one_of(chance, "source"), page=str(chance.randint(1, 90))),)

    def _one_of(self, chance: random.Random, type_id: str) -> RecordId:
        count = self._several[type_id]
        if count:
            return _made(type_id, int(count ** chance.random()) - 1)  # a few are named often
        return next(r for r in self._real.records if r.startswith(f"{type_id}/"))

    def _code(self, chance: random.Random, vocabulary: str) -> Code:
        return Code(vocabulary, chance.choice(_CODES[vocabulary].split()))


def _made(type_id: str, number: int) -> RecordId:
    return f"{type_id}/made-{number:07}"


def _spoken(chance: random.Random) -> tuple[str, ...]:
    drawn = chance.random()
    if drawn < _ONLY_ENGLISH:
        return ("en",)
    return ("hu",) if drawn > 1 - _ONLY_HUNGARIAN else LANGUAGES


def _text(lines: Mapping[str, str]) -> Text:
    return Text({language: lines.get(language, "") for language in LANGUAGES})


def _date(chance: random.Random, year: int) -> StatedDate:
    month, day = chance.randint(1, 12), chance.randint(1, 28)
    written = (f"{year}", f"{year}-{month:02}", f"{year}-{month:02}-{day:02}")
    return StatedDate.parse(chance.choice(written), frozenset())
