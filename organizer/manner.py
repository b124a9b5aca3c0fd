"""In what manner dates and times are said: as the person set it, read anew each time from where their settings are.

Whoever opens an office for a person says so once, with `speak`; all that says a date after that in the same context
follows, also what is changed meanwhile. Nothing said, it is the usual way of the United States.
"""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from typing import Any

Setting = Callable[[str], Any]
"""The name of a setting -> what was set, None for nothing."""


def _unset(name: str) -> None:
    return None


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
