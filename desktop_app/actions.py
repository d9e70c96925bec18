"""One table of commands: every action of the window, its words, its shortcut, its menu."""

from typing import NamedTuple

from i18n.messages import N_


class Command(NamedTuple):
    """An action of the window; ``text`` and ``menu`` are messages, the shortcut Qt's portable text.

    ``before`` is set where a line parts the command from the one above it.
    """

    id: str
    menu: str
    text: str
    shortcut: str = ""
    icon: str = ""
    checkable: bool = False
    before: bool = False


# What the frame of the window can do before there is anything in it.
FROM_THE_START = frozenset({"quit", "find", "larger", "smaller", "usual_size", "other_language"})

# What is done by its keys in a dialog, too.
BESIDE_THE_WINDOW = frozenset({"larger", "smaller", "usual_size", "other_language"})

MENUS = (N_("&File"), N_("&Edit"), N_("&View"), N_("&Go"), N_("&Searches"), N_("&Help"))

COMMANDS = (
    Command("open_dossier", "&File", N_("&Open a dossier…"), "Ctrl+O"),
    Command("close_dossier", "&File", N_("&Close a dossier")),
    Command("renew_dossier", "&File", N_("Re&new a dossier")),
    Command("import", "&File", N_("&Import…"), "Ctrl+Shift+I", before=True),
    Command("export_results", "&File", N_("&Export the results…"), "Ctrl+Shift+E"),
    Command("export_record", "&File", N_("Export this &record…")),
    Command("stop_export", "&File", N_("&Stop exporting")),
    Command("quit", "&File", N_("&Quit"), "Ctrl+Q", before=True),
    Command("find", "&Edit", N_("&Find"), "Ctrl+F", "search"),
    Command("build", "&Edit", N_("&Build a query…"), "Ctrl+B", "builder"),
    Command("clear_filters", "&Edit", N_("Clear fi&lters"), "Ctrl+Shift+F"),
    Command("copy_reference", "&Edit", N_("Copy &reference"), "Ctrl+Shift+R", before=True),
    Command("copy_id", "&Edit", N_("Copy &id of record"), "Ctrl+Shift+C"),
    Command("mirror", "&View", N_("&Mirror: both languages side by side"), "F2", "mirror", True),
    Command("facets", "&View", N_("&Filters"), "F9", "filter", True),
    Command("order", "&View", N_("&Order of the results…"), "F8"),
    Command("mark_words", "&View", N_("Mar&k found words in the record"), checkable=True),
    Command("larger", "&View", N_("&Larger text"), "Ctrl++", before=True),
    Command("smaller", "&View", N_("&Smaller text"), "Ctrl+-"),
    Command("usual_size", "&View", N_("&Usual text size"), "Ctrl+0"),
    Command("other_language", "&View", N_("&Change language"), "Ctrl+L", before=True),
    Command("back", "&Go", N_("&Back"), "Alt+Left", "back"),
    Command("forward", "&Go", N_("&Forward"), "Alt+Right", "forward"),
    Command("results", "&Go", N_("To the &results"), "F6", before=True),
    Command("record", "&Go", N_("To the r&ecord"), "Shift+F6"),
    Command("why", "&Go", N_("&Why was this found?"), "Ctrl+I"),
    Command("open_link", "&Go", N_("&Open the source on the web…"), "Ctrl+Return", "external"),
    Command("save_search", "&Searches", N_("&Save this search…"), "Ctrl+S"),
    Command("searches", "&Searches", N_("Saved searches and &history…"), "Ctrl+H", "past"),
    Command("remember", "&Searches", N_("&Remember searches"), checkable=True),
    Command("search_help", "&Help", N_("&How to search"), "F1", "help"),
    Command("glossary", "&Help", N_("&Glossary"), "F3"),
    Command("about", "&Help", N_("&About Tükör and the dossier")),
)


def shortcut(command_id: str) -> str:
    """Return the keys of a command, in Qt's portable text."""
    return next(command.shortcut for command in COMMANDS if command.id == command_id)
