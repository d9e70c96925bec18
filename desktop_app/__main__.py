"""The command ``tukor``."""

import os
import sys

from database import memory
from database.dossiers import BUILT_IN
from desktop_app import opening
from i18n import messages
from i18n.locales import environment_tags, preferred

_COMPLETION = "_TUKOR_COMPLETE"  # in the environment where a shell asks click what may come next


def main() -> None:
    """Do what is asked for, in the language that the environment asks for."""
    memory.collect_seldom()
    locale = preferred(environment_tags(os.environ))
    messages.activate(locale)
    if len(sys.argv) == 1 and _COMPLETION not in os.environ:
        # The window need not wait for what reads a command line.
        sys.exit(opening.run((BUILT_IN,)))
    from desktop_app import command_line

    command_line.run(locale)


if __name__ == "__main__":
    main()
