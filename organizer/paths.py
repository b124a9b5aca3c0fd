"""Where things are kept: one folder for everything, or the platform's own place for a user's data."""

from __future__ import annotations

import os
import sys

from organizer.errors import WrongUse


def home() -> str:
    """The folder that holds the vault, the settings and the logs.

    `ORGANIZER_HOME` if it is set, else the platform's folder for user data (XDG on Linux,
    Application Support on macOS, Local AppData on Windows). Raises `WrongUse` when the machine
    names no home for this user.
    """
    given = os.environ.get("ORGANIZER_HOME")
    if given:
        return os.path.abspath(os.path.expanduser(given))
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or os.path.join(_user_home(), "AppData", "Local")
    elif sys.platform == "darwin":
        base = os.path.join(_user_home(), "Library", "Application Support")
    else:
        base = os.environ.get("XDG_DATA_HOME") or os.path.join(_user_home(), ".local", "share")
    return os.path.join(base, "organizer")


def _user_home() -> str:
    found = os.path.expanduser("~")
    if not os.path.isabs(found) or found == os.sep:
        raise WrongUse(
            "This account has no home folder. Set ORGANIZER_HOME to a folder of your own; nothing was kept yet."
        )
    return found
