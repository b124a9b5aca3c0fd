"""In what manner dates, times and keys are said: as the person set it, read anew from where their settings are.

Whoever opens an office for a person says so once, with `speak`; all that says a date after that in the same context
follows, also what is changed meanwhile. Nothing said, it is the usual way of the United States.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from contextvars import ContextVar
from functools import lru_cache
from typing import Any

Setting = Callable[[str], Any]
"""The name of a setting -> what was set, None for nothing."""


def _unset(name: str) -> None:
    return None


_KEY = r"\{([a-z]+(?:\.[a-z_]+)*)\}"
"""Where a sentence names the key of a command: "{entry.pick} picks three"."""
_SETTING: ContextVar[Setting] = ContextVar("setting", default=_unset)


def speak(setting: Setting) -> None:
    """From now on, in this context, dates and times are said as these settings have it."""
    _SETTING.set(setting)


def long_day() -> bool:
    """Whether hours are counted to 24."""
    return bool(_SETTING.get()("clock") == "24 hours")


def day_first() -> bool:
    """Whether the day comes before the month."""
    return _SETTING.get()("day_first") in (True, "day first")


def dates() -> str:
    """How a date is written: "in words", "short", "in figures" or "year first"."""
    said = _SETTING.get()("dates")
    return said if isinstance(said, str) else ""


def week_begins() -> int:
    """The day on which a week begins: 0 for Monday, 6 for Sunday."""
    return 6 if _SETTING.get()("week_begins") == "on Sunday" else 0


def keyed(text: str) -> str:
    """A sentence with the keys in force in it: "{find} finds" is "/ finds" until find has another key. To be asked at
    the moment it is said, and before anything that a person wrote is put into it."""
    from organizer.commands import COMMANDS
    from organizer.keymap import shown

    keys = _keys()

    def named(found: re.Match[str]) -> str:
        command = COMMANDS.get(found[1])
        return shown(keys.get(found[1], command.key)) if command else found[0]

    return re.sub(_KEY, named, text)


def _keys() -> dict[str, str]:
    """The keys that are not the commands' own, {command id: key}."""
    setting = _SETTING.get()
    said, here = setting("keys"), setting("keys_here")
    if not said and not here:
        return {}
    from organizer.settings.keys import KEYS

    return _sound(tuple({**KEYS.sound(said or {}), **(here or {})}.items()))


@lru_cache(4)
def _sound(wanted: tuple[tuple[str, str], ...]) -> dict[str, str]:
    """Those of the keys that are wanted which can be had: asked for every sentence, and mostly the same."""
    from organizer.commands import COMMANDS
    from organizer.commands.keys import PAGES
    from organizer.keymap import sound

    return sound(COMMANDS, dict(wanted), PAGES)[0].changed
