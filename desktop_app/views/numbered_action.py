"""An action of a menu that lists things of the reader's own, with a digit to reach it by."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

_DIGITS = 9
_WIDEST = 48  # characters


def numbered_action(number: int, name: str, tool_tip: str, parent: QObject) -> QAction:
    """Return the action for the thing of this number, from 1 on; the first nine have a digit."""
    short = name if len(name) <= _WIDEST else f"{name[: _WIDEST - 1]}…"
    shown = short.replace("&", "&&")
    action = QAction(f"&{number}  {shown}" if number <= _DIGITS else shown, parent)
    action.setToolTip(tool_tip)
    return action
