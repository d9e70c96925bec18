"""What a question means, as a tree: the parser makes it, the compiler writes it out."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from database.search.language import analysis

Parameter = str | int | float


@dataclass(frozen=True, slots=True)
class Word:
    """One word.

    A ``prefix`` stands for every word that begins with it, a ``pattern`` has ``?`` for one letter
    and ``*`` for any number of them; ``slips`` is how many letters may be wrong. A Hungarian verb
    may have its ``preverb`` after it: ``állt el`` is a form of ``eláll``. An ``is_abbreviation``
    word would mean nothing in small letters: ``MI`` is the Hungarian AI. ``led_by`` are the stop
    words that stood before it, for names have them too: head ``of`` state.
    """

    form: str
    prefix: bool = False
    pattern: bool = False
    slips: int = 0
    preverb: str = ""
    is_abbreviation: bool = False
    led_by: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that stand next to each other in this order, or within ``apart`` words in any order.

    ``apart`` is 0 where they stand next to each other. Their wildcards stand in them as written:
    ``cit*``, ``c?ty``.
    """

    forms: tuple[str, ...]
    apart: int = 0


@dataclass(frozen=True, slots=True)
class All:
    """Every one of the parts."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Any:
    """At least one of the parts."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """What must not be there."""

    part: "Node"


@dataclass(frozen=True, slots=True)
class Required:
    """What must be there even when little is found."""

    part: "Node"


@dataclass(frozen=True, slots=True)
class InNames:
    """What must stand in the names of a record."""

    part: "Node"


@dataclass(frozen=True, slots=True)
class Related:
    """Records of ``type`` whose names have ``part``, and everything related to one of them.

    ``fields`` of such a record hold further names by which it is known, such as its publisher.
    """

    type: str
    part: "Node"
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Condition:
    """SQL that selects the numbers of the records that fulfil it, with its parameters.

    ``packed`` SQL selects whole sets of them (``records.packed``). ``surely`` selects with the same
    parameters those that fulfil it beyond doubt, where others may: who says 2020 may mean May.
    """

    sql: str
    parameters: tuple[Parameter, ...] = ()
    packed: bool = False
    surely: str = ""


@dataclass(frozen=True, slots=True)
class InField:
    """What a field asks for, as it was typed: ``year:2019``."""

    part: "Node"
    written: str


Leaf = Word | Phrase
Node = Word | Phrase | All | Any | Not | Required | InNames | Related | Condition | InField
NOTHING = All(())


def leaves(node: Node) -> list[Leaf]:
    """Return the words and phrases that are asked for, in order.

    Excluded ones are left out, and names that only point to related records.
    """
    match node:
        case Word() | Phrase():
            return [node]
        case All() | Any():
            return [leaf for part in node.parts for leaf in leaves(part)]
        case Required() | InNames() | InField():
            return leaves(node.part)
        case _:
            return []


def fields(node: Node) -> list[str]:
    """Return what is asked for in fields, as it was typed; what is excluded is left out."""
    match node:
        case InField():
            return [node.written]
        case Not():
            return []
        case _:
            return [written for part in parts(node) for written in fields(part)]


def every_leaf(node: Node) -> Iterator[Leaf]:
    """Yield all words and phrases of a tree, those too that ``leaves`` leaves out."""
    match node:
        case Word() | Phrase():
            yield node
        case Condition():
            return
        case _:
            for part in parts(node):
                yield from every_leaf(part)


def parts(node: Node) -> tuple[Node, ...]:
    """Return what stands directly below *node*."""
    match node:
        case All() | Any():
            return node.parts
        case Not() | Required() | InNames() | Related() | InField():
            return (node.part,)
        case _:
            return ()


def without(node: Node, *kinds: type[Required] | type[InField]) -> Node:
    """Return *node* with what stands in such nodes instead of them."""
    match node:
        case Required() | InField() if isinstance(node, kinds):
            return without(node.part, *kinds)
        case All() | Any():
            return group(type(node), [without(part, *kinds) for part in node.parts])
        case Not() | Required() | InNames():
            return type(node)(without(node.part, *kinds))
        case _:
            return node


def is_empty(node: Node) -> bool:
    """Tell whether *node* asks for nothing."""
    return node in (NOTHING, Any(()))


def words(leaf: Leaf) -> tuple[Word, ...]:
    """Return the single words of a word or phrase."""
    return (leaf,) if isinstance(leaf, Word) else tuple(map(_word, leaf.forms))


def _word(form: str) -> Word:
    """Return a word of a phrase, which may have wildcards."""
    begun = form.removesuffix("*")
    if "*" in begun or "?" in begun:
        return Word(form, pattern=True)
    return Word(begun, prefix=begun != form)


def is_chinese(leaf: Leaf) -> bool:
    """Tell whether *leaf* consists of Chinese characters: one word, perhaps, of several forms."""
    return all(analysis.is_character(word.form) for word in words(leaf))


def group(kind: type[All] | type[Any], several: list[Node], most: int | None = None) -> Node:
    """Join *several* nodes, at most *most* of them, with no group inside one of its own kind."""
    flat: list[Node] = []
    for part in several:
        flat += part.parts if isinstance(part, kind) else [part]
    useful = [part for part in flat if not is_empty(part)][:most]
    return useful[0] if len(useful) == 1 else kind(tuple(useful))


def depth(node: Node) -> int:
    """Return how many groups stand inside each other."""
    return 1 + max(map(depth, parts(node)), default=0)
