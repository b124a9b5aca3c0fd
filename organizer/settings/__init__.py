"""Every setting, described once: the page, `organizer settings`, reset, search and docs/settings.md come from here.

A setting is a `Known` in the module of its group, and is kept as a record of the table `settings` under its name. To
add one, write it there; to add a group, add a module with `GROUP` and `SETTINGS` to `_MODULES`. A rule reads it with
`KNOWN.of(practice)`, which gives the usual value where nothing sound was set.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from functools import cache
from typing import Any

from organizer.practice import Practice
from organizer.settings.known import Known

_MODULES = ("office", "door", "look", "keys", "saying", "reminding", "rewarding", "privacy", "beginning")
"""The modules of `organizer.settings`, in the order of the page."""


@cache
def groups() -> dict[str, tuple[Known, ...]]:
    """The settings by the title of their group, in the order of the page."""
    found: dict[str, tuple[Known, ...]] = {}
    for name in _MODULES:
        module = __import__(f"organizer.settings.{name}", fromlist=["SETTINGS"])
        found[module.GROUP] = (*found.get(module.GROUP, ()), *module.SETTINGS)
    return found


def every() -> Iterator[Known]:
    """All settings, in the order of the page."""
    for settings in groups().values():
        yield from settings


def find(name: str) -> Known:
    """The setting of a name ("answer_within", "answer within") or title. Raises `NotFound` with the nearest one."""
    wanted = "_".join(name.lower().replace("-", "_").split())
    known = {one.name: one for one in every()}
    titles = {"_".join(one.title.lower().split()): one for one in known.values()}
    if wanted in known or wanted in titles:
        return known.get(wanted) or titles[wanted]
    from organizer.errors import NotFound

    near = nearest(wanted, [*known, *titles])
    hint = (
        f"The nearest one is {(known.get(near) or titles[near]).name}."
        if near
        else "organizer settings shows them all."
    )
    raise NotFound(f"There is no setting {name!r}. {hint}")


def nearest(wanted: str, names: list[str]) -> str:
    """The name that is most like the one wanted, "" when none is."""
    from difflib import get_close_matches

    near = get_close_matches(wanted, names, 1, 0.6)
    begins = [name for name in names if wanted and name.startswith(wanted)]
    return near[0] if near else begins[0] if len(begins) == 1 else ""


def read(known: Known, text: str, practice: Practice, now: datetime) -> Any:
    """The value that a text means, as it stands beside the other settings. Raises `WrongUse`."""
    from organizer.settings.reading import read

    return read(known, text, practice, now)


def matching(words: str) -> dict[str, tuple[Known, ...]]:
    """The groups with the settings that say all the words somewhere: in title, help, values or group."""
    parts = words.casefold().split()
    found: dict[str, tuple[Known, ...]] = {}
    for group, settings in groups().items():
        kept = tuple(one for one in settings if _says(one, group, parts))
        if kept:
            found[group] = kept
    return found


def _says(one: Known, group: str, parts: list[str]) -> bool:
    text = " ".join((one.title, one.name, one.help, one.about, *one.values, *one.means.values(), group)).casefold()
    return all(part in text for part in parts)


__all__ = ["Known", "every", "find", "groups", "matching", "nearest", "read"]
