"""Where the frozen program begins."""

import os
import sys
from pathlib import Path

from desktop_app.__main__ import main

# Where no session bus runs, libdbus would start one: a process that nobody asked for.
if sys.platform.startswith("linux") and "DBUS_SESSION_BUS_ADDRESS" not in os.environ:
    if not Path(os.environ.get("XDG_RUNTIME_DIR", "/nowhere"), "bus").exists():
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = "disabled:"

sys.exit(main())
