"""The look: two sets of colours, and the one place where they reach the program.

The palette of the application carries the colours. What paints itself asks ``of(self.palette())``.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from string import Template
from types import MappingProxyType
from typing import NamedTuple

from PySide6.QtGui import QColor, QFont, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication

STYLE = "fusion"  # of Qt's own; the same on every system

STYLES = Path(__file__).parents[2] / "resources" / "styles"

# Sizes of text as multiples of the reader's own; the style sheet calls them ``$title_size`` …
_SIZES = {"small": 0.86, "body": 1.0, "strong": 1.08, "title": 1.85}
# A title needs to grow no larger than this, in points, unless the text itself does.
_LARGEST_TITLE = 24

_DARK_BELOW = 128  # lightness, of 255


class Theme(NamedTuple):
    """One set of colours, each ``#rrggbb``; text on any ground of it has a contrast of 4.5 : 1.

    ``base`` lies under what is read, ``panel`` under what is chosen from, ``window`` around both.
    ``border`` parts what could do without; ``edge`` is round what is filled in and on what is
    dragged, with a contrast of 3 : 1. ``accent`` is for what is chosen and for citation numbers
    only. ``type_colours`` has one colour a record type.
    """

    name: str
    window: str
    base: str
    panel: str
    hover: str
    border: str
    edge: str
    text: str
    muted: str
    accent: str
    accent_soft: str
    accent_text: str
    mark: str
    mark_text: str
    type_colours: Mapping[str, str]


LIGHT = Theme(
    name="light",
    window="#f5f5f2",
    base="#ffffff",
    panel="#f5f5f2",
    hover="#ecebe6",
    border="#dedfd9",
    edge="#878b86",
    text="#1d1f23",
    muted="#60656d",
    accent="#b3402b",
    accent_soft="#f7ebe7",
    accent_text="#ffffff",
    mark="#fbe59c",
    mark_text="#1d1f23",
    type_colours=MappingProxyType(
        {
            "project": "#2b6784",
            "actor": "#6b4c97",
            "source": "#4a6f2c",
            "event": "#8d5a12",
            "concern": "#a83250",
        }
    ),
)

DARK = Theme(
    name="dark",
    window="#1b1d1e",
    base="#212527",
    panel="#1b1d1e",
    hover="#2b3033",
    border="#363c40",
    edge="#70777b",
    text="#e7e5df",
    muted="#a0a5a8",
    accent="#ee8772",
    accent_soft="#3a2c2a",
    accent_text="#221311",
    mark="#5d4b15",
    mark_text="#f7ecc9",
    type_colours=MappingProxyType(
        {
            "project": "#7fb8d8",
            "actor": "#bba6e6",
            "source": "#9fc47e",
            "event": "#dcab62",
            "concern": "#f08fa6",
        }
    ),
)


def apply(app: QApplication, theme: Theme) -> None:
    """Dress the whole program; call it again when the theme or the reader's text size changes."""
    app.setPalette(_palette(theme))
    app.setStyleSheet(style_sheet(theme, app.font()))


def of(palette: QPalette) -> Theme:
    """Return the theme that a widget's palette comes from.

    The ground of tooltips tells: unlike the window's, a style sheet never sets it for one widget.
    """
    return _on(palette.color(QPalette.ColorRole.ToolTipBase))


@cache
def colour(name: str) -> QColor:
    """Return a colour of a theme, not to be changed.

    To make it out of its name costs as much as to paint a word in it.
    """
    return QColor(name)


def for_system(app: QApplication) -> Theme:
    """Return the theme that goes with the colours of the reader's desktop, and wear those."""
    app.setPalette(QPalette())
    return _on(app.palette().color(QPalette.ColorRole.Window))


def _on(ground: QColor) -> Theme:
    return DARK if ground.lightness() < _DARK_BELOW else LIGHT


def style_sheet(theme: Theme, font: QFont) -> str:
    """Return the style sheet for a theme and the reader's font, which all sizes follow."""
    points = font.pointSizeF() if font.pointSizeF() > 0 else QFontInfo(font).pointSizeF()
    colours = {name: getattr(theme, name) for name in Theme._fields if name != "type_colours"}
    types = {f"type_{type_}": colour for type_, colour in theme.type_colours.items()}
    sizes = {name: points * factor for name, factor in _SIZES.items()}
    sizes["title"] = min(sizes["title"], max(_LARGEST_TITLE, sizes["strong"]))
    written = {f"{name}_size": f"{size:.2f}pt" for name, size in sizes.items()}
    tick = (STYLES / f"tick-{theme.name}.svg").as_posix()
    source = (STYLES / "tukor.qss").read_text("utf-8")
    return Template(source).substitute(colours | types | written, tick=tick)


def _palette(theme: Theme) -> QPalette:
    role = QPalette.ColorRole
    colours = {
        role.Window: theme.window,
        role.WindowText: theme.text,
        role.Base: theme.base,
        role.AlternateBase: theme.panel,
        role.Text: theme.text,
        role.PlaceholderText: theme.muted,
        role.Button: theme.base,
        role.ButtonText: theme.text,
        role.BrightText: theme.accent,
        role.Highlight: theme.accent,
        role.HighlightedText: theme.accent_text,
        role.Accent: theme.accent,
        role.Link: theme.accent,
        role.LinkVisited: theme.accent,
        role.ToolTipBase: theme.panel,
        role.ToolTipText: theme.text,
        role.Light: theme.base,
        role.Midlight: theme.hover,
        role.Mid: theme.border,
        role.Dark: theme.border,
        role.Shadow: theme.border,
    }
    palette = QPalette()
    for name, colour in colours.items():
        palette.setColor(name, QColor(colour))
    for name in (role.Text, role.WindowText, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(theme.muted))
    return palette
