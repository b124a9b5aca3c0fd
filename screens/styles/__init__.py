"""Where the stylesheets of the overlays are. A path of its own would be looked for beside the file of each subclass."""

from __future__ import annotations

import os.path

_HERE = os.path.dirname(__file__)
DIALOGS, SHEETS, WINS = (os.path.join(_HERE, f"{name}.tcss") for name in ("dialogs", "sheets", "wins"))
