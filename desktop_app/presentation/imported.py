"""What became of an imported file, in words."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from database.exchange.reading.account import Account, Lines
from database.model.schema import Schema
from i18n import formats, labels, messages
from i18n.locales import Locale
from i18n.messages import N_

# What is being done, by the steps of an import.
STAGES = {"reading": N_("Reading"), "checking": N_("Checking"), "writing": N_("Writing")}


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something that was left out: of what, how often and where it stands."""

    what: str
    where: str


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something was left out, what to do about it, how often in all, and what it was."""

    reason: str
    hint: str
    number: str
    left_out: tuple[LeftOut, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """An account in one language: one sentence, how many of each type, and what was left out.

    Every reason stands there once; the most frequent thing is first, in it and among them.
    """

    sentence: str
    taken: tuple[tuple[str, str], ...]
    reasons: tuple[Reason, ...]


def told(account: Account, schema: Schema, locale: Locale) -> Told:
    """Return what to tell of an import in *locale*."""
    return Told(
        _sentence(account, locale),
        tuple(
            (
                labels.schema_label(record_type.plural, locale),
                formats.number(account.taken[record_type.id], locale),
            )
            for record_type in schema.types.values()
            if account.taken[record_type.id]
        ),
        tuple(_reasons(account, schema, locale)),
    )


def _sentence(account: Account, locale: Locale) -> str:
    words = messages.of(locale)
    if not account.records and not account.left_out:
        return words.gettext(
            "Nothing was taken in, for the file is empty or has nothing but headings: {file}"
        ).format(file=account.path.name)
    if not account.records:
        return words.gettext("Nothing was taken in: {file}").format(file=account.path.name)
    pattern = words.ngettext(
        "{number} record taken in: {file}", "{number} records taken in: {file}", account.records
    )
    number = formats.number(account.records, locale)
    return pattern.format(number=number, file=account.path.name)


def _reasons(account: Account, schema: Schema, locale: Locale) -> Iterator[Reason]:
    words, names = messages.of(locale), _names(schema, locale)
    together: dict[tuple[str, str], list[LeftOut]] = defaultdict(list)
    totals = Counter[tuple[str, str]]()
    for problem, lines in account.reasons():
        what = names.get(problem.key, problem.key) or words.gettext("Whole lines")
        why = (words.gettext(problem.message), words.gettext(problem.hint))
        together[why].append(LeftOut(what, _where(lines, locale)))
        totals[why] += lines.count
    for why, total in totals.most_common():
        pattern = words.ngettext("{number} time in all", "{number} times in all", total)
        number = pattern.format(number=formats.number(total, locale))
        yield Reason(*why, number, tuple(together[why]))


def _where(lines: Lines, locale: Locale) -> str:
    named = ", ".join(_run(run, locale) for run in lines.runs())
    words = messages.of(locale)
    pattern = words.ngettext(
        "{number} time, line {lines}", "{number} times, lines {lines}", lines.count
    )
    if len(lines.numbers) == 1 < lines.count:
        pattern = words.ngettext(
            "{number} time, all in line {lines}",
            "{number} times, all in line {lines}",
            lines.count,
        )
    return pattern.format(number=formats.number(lines.count, locale), lines=named)


def _run(lines: range, locale: Locale) -> str:
    """Write lines that follow each other: ``7``, ``7, 8``, ``7–12``."""
    ends = formats.number(lines[0], locale), formats.number(lines[-1], locale)
    match len(lines):
        case 1:
            return ends[0]
        case 2:
            return ", ".join(ends)
        case _:
            return "–".join(ends)


def _names(schema: Schema, locale: Locale) -> dict[str, str]:
    """Return the names of fields and roles; what is called otherwise is as the file has it."""
    known = {role.id: labels.role_label(role.label, locale) for role in schema.roles.values()}
    return known | {field.id: labels.schema_label(field.label, locale) for field in schema.fields()}
