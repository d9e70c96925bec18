"""Words that a question does not ask for: ``the``, ``és`` and their like."""

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, zip_longest

from whoosh.lang.stopwords import stoplists

from database.search.language.folding import fold
from database.search.question.plain_words import MOST_WORDS
from database.search.question.tree import All, Node, Not, Word, group

# Nouns in Whoosh's Hungarian list that tell a lot where sources are looked for.
_NOUNS = {"cikk", "cikkek", "cikkeket"}
# Whoosh's list, with its letters put right.
_LISTED = {word.replace("õ", "ő").replace("û", "ű") for word in stoplists["hu"]} - _NOUNS
# What only makes a question of a question, and endings that a hyphen parts from a name, 5G-től; but
# not "ban", which is an English word.
_ASKING = (
    "who whom whose what which when where why how much many does did happen happens happened "
    "ki kik kit kiket kinek kié kinél kivel kitől kiről kire kihez "
    "mit mire miről mitől miben mihez mibe miért miféle mikor mióta meddig hol hova honnan merre "
    "mik miket miből minek mivé kiknek kikkel kiktől kikről hová mettől melyikek melyiknek "
    "egyet egyikük milyenek milyet mennyire mennyibe mennyiért mennyien hányan hányszor hányadik "
    "hogyan mekkora mennyi mennyit hány melyik melyiket ugye vajon csinál csinálnak csinált "
    "történt történik "
    "ben ból ből ról ről tól től nak nek val vel hoz hez höz nál nél"
)
# What joins words, and is missing in Whoosh's lists. Left out on purpose: what may end a label of
# the thesaurus, which is looked up without the stop words after it ("decision making").
_JOINING = (
    "also could would might must shall still ever yet upon within without among towards via "
    "around across along behind beside besides except inside near onto outside per since although "
    "though unless whether whereas however therefore thus hence already "
    "anyone anything anybody someone something somebody everyone everybody nobody nothing none "
    "another either neither every please really actually exactly concerning regarding "
    "according accordingly including following "
    "let lets get gets got getting give gives gave given going went take takes took taken taking "
    "tell tells show shows find finds want wants like exist exists "
    "almost nearly approximately roughly majdnem csaknem körülbelül nagyjából mintegy "
    "become becomes became becoming say says said "
    "aren couldn didn doesn hadn hasn haven isn shouldn wasn weren wouldn ll ve "
    "szembeni közötti iránt iránti során alatti utáni előtt előtti szerinti általi révén kapcsán "
    "miatt miatti ha erről ettől attól amelyben akit akinek ahogyan noha sőt ellenére fölött "
    "felett közt óta részére helyett körül végett mögött alá fölé elé mögé közé mellé levő lévő "
    "lesznek lettek legyenek nincsenek sincs vagyunk engem téged őt minket titeket neked nekünk "
    "nektek nekik rám tőle róla hozzá belőle nála rajta tőlük róluk velük hozzájuk bennük belőlük "
    "náluk rajtuk soha gyakran kicsit túl eléggé senki bármi bárki mindegyik mások többi legtöbb "
    "kevés ugyanaz ugyanez mindkét mindkettő bizonyos egyáltalán inkább főleg különösen leginkább "
    "esetleg esetén esetében azaz például stb kapcsolatban kapcsolatos kapcsolatosan illetően "
    "vonatkozó vonatkozóan szól szólnak keresek keresem mutasd mutass kérem kérek "
    "tud tudott tudja tudni akar akart fogja fogják"
)
# Verbs that tell nothing, but something else with a preverb: who *mondta le*.
_VERBS = "tett kerül kerülnek került kerültek adott adta mond mondott mondta mondja"
# What asks or joins in Serbian; no word of the other languages that anybody would look for.
_SERBIAN = (
    "u na i za od do sa iz o po je su se da ko koga kome kim šta sta zašto kada gde kako koliko "
    "kolika koliki koji koja koje koju kojem kojoj čiji čija čije li zbog među između protiv prema "
    "kojeg kojih kojim kojima kolikim čemu čime posle tokom sada ovo ova ovaj ovi biti bila bilo "
    "bili će hoće treba mogu kroz oko skoro gotovo otprilike ili nije nisu ima nema može bez pred "
    "pri"
)
# What stands before a Hungarian verb, or after it as a word of its own.
_PREVERBS = "el meg ki be le fel föl át össze vissza rá elő szét"
_OURS = " ".join((_ASKING, _JOINING, _VERBS, _SERBIAN, _PREVERBS))
_ACCENTED = frozenset(stoplists["en"]) | _LISTED | set(_OURS.split())
# Without its accents a shorter one is a word of its own: bár, ők.
_SHORTEST_PLAIN = 4
_PLAIN = {plain for plain in map(fold, _ACCENTED) if len(plain) >= _SHORTEST_PLAIN}
STOP_WORDS = _ACCENTED | _PLAIN
# A single capital may begin a sentence.
_WORD = re.compile(r"[^\W\d_]{2,}")
# e-government is no government.
_BEFORE_HYPHEN = re.compile(r"\b[^\W\d_](?=-\w)")


def without_stop_words(node: Node, text: str = "") -> Node:
    """Drop ``the``, ``és`` and their like, unless nothing else was asked for.

    The word after them learns of them. What stands in the *text* in capitals, amid small letters,
    is an abbreviation, and so is a single letter that a hyphen ties to a word.
    """
    if not isinstance(node, All):
        return node
    kept = list(_kept(_with_preverbs(node.parts), _abbreviations(text)))
    return group(All, kept, MOST_WORDS) if any(map(_tells_something, kept)) else node


def _abbreviations(text: str) -> frozenset[str]:
    words = () if text.isupper() else _WORD.findall(text)
    letters = map(str.lower, _BEFORE_HYPHEN.findall(text))
    return frozenset(chain(letters, (word.lower() for word in words if word.isupper())))


def _kept(several: Iterable[Node], abbreviations: Container[str]) -> Iterator[Node]:
    dropped: list[str] = []
    for part in several:
        if isinstance(part, Word) and _is_dropped(part):
            if part.form in abbreviations:
                yield replace(part, is_abbreviation=True)
                continue
            dropped.append(part.form)
        else:
            yield replace(part, led_by=" ".join(dropped)) if isinstance(part, Word) else part
            dropped.clear()


def _with_preverbs(several: Sequence[Node]) -> Iterator[Node]:
    """Yield all parts; a word before a preverb learns of it, or is a verb only together with it.

    Few words that tell nothing are such verbs: in *could be*, there is none.
    """
    for part, after in zip_longest(several, several[1:]):
        preverb = after.form if isinstance(after, Word) and after.form in _PREVERBS.split() else ""
        if not preverb or not isinstance(part, Word):
            yield part
        elif not _is_dropped(part):
            yield replace(part, preverb=preverb)
        elif fold(part.form) in map(fold, _VERBS.split()):
            yield replace(part, form=f"{preverb}{part.form}")
        else:
            yield part


def is_stop_word(form: str) -> bool:
    """Tell whether *form* tells nothing beside other words."""
    return form in STOP_WORDS


def _tells_something(node: Node) -> bool:
    return not isinstance(node, Not)


def _is_dropped(word: Word) -> bool:
    return word == Word(word.form) and is_stop_word(word.form)
