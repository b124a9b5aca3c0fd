"""How the answer to a setting is read, by its kind. Each gives the value to keep, or raises `WrongUse`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from organizer import when
from organizer.errors import WrongUse
from organizer.practice import Practice
from organizer.settings.known import Known
from organizer.when.saying import DAYS
from organizer.words import count

NONE = ("none", "off", "never", "no", "-", "0")
"""What says "not at all" where that may be said, besides the setting's own word."""
TYPED = 200
"""Characters of a text at most."""


def read(known: Known, text: str, practice: Practice, now: datetime) -> Any:
    """The value that a text means, as it stands beside the other settings. Raises `WrongUse`."""
    flat = " ".join(text.split())
    if known.none and flat.lower() in ("", known.none, *NONE):
        return known.nothing
    value = known.reads(flat, practice, now) if known.reads else _READ[known.kind](known, flat, now)
    why = known.fits(practice, value) if known.fits else ""
    if why:
        raise WrongUse(why)
    return value


def _choice(known: Known, text: str, now: datetime) -> str:
    low = text.lower()
    found = [value for value in known.values if value.lower() == low] or [
        value for value in known.values if low and value.lower().startswith(low)
    ]
    if len(found) != 1:
        raise WrongUse(f"{known.title} can be: {', '.join(known.values)}.")
    return found[0]


def _yes_no(known: Known, text: str, now: datetime) -> str:
    low = text.lower()
    if low in ("yes", "on", "true", "y"):
        return known.values[0]
    if low in ("no", "off", "false", "n"):
        return known.values[1]
    return _choice(known, text, now)


def _number(known: Known, text: str, now: datetime) -> int:
    words = text.lower()
    for unit in (known.unit, known.unit.removesuffix("s"), known.unit[:3], known.unit[:1]):
        words = words.removesuffix(unit).strip() if unit else words
    if words.isdecimal() and words.isascii() and known.least <= int(words[:9]) <= known.most:
        return int(words)
    none = f", or {known.none}" if known.none else ""
    raise WrongUse(f"Say how many {known.unit}, {known.least} to {known.most}{none}.")


def _time(known: Known, text: str, now: datetime) -> str:
    return time_of(text, now)


def time_of(text: str, now: datetime, half: str = "") -> str:
    """A time of day as "HH:MM". `half`, "am" or "pm", is where a bare hour such as 5 belongs. Raises
    `WrongUse`."""
    given = text.lower().replace(".", ":") if text[:1].isdecimal() else text.lower()
    if not given:
        raise WrongUse("Type a time of day: 8:30, 1pm or noon.")
    bare, _, rest = given.partition(":")
    is_bare = bare.isdecimal() and bare.isascii() and (not rest or rest.isdecimal()) and not bare.startswith("0")
    behind = half if is_bare and int(bare[:3]) < 12 else ""
    found = when.read_all(f"at {given.removeprefix('at ')}{behind}", now)
    if found is None or "T" not in found:
        raise WrongUse(f"{given!r} is not a time that can be read. Try 8:30, 1pm or noon.")
    return found[11:16]


def _days(known: Known, text: str, now: datetime) -> str:
    days = days_of(text)
    return " ".join(DAYS[day][:3].lower() for day in sorted(days))


def days_of(text: str) -> frozenset[int]:
    """Days of the week as people write them, 0 for Monday: "mon tue, thu", "monday to friday". Raises `WrongUse`."""
    words = [word for word in text.lower().replace(",", " ").replace("-", " to ").split() if word != "and"]
    found: list[int] = []
    to = False
    for word in words:
        day = next((at for at, name in enumerate(DAYS) if len(word) > 1 and name.lower().startswith(word)), None)
        if day is None and word not in ("to", "through"):
            raise WrongUse(f"{word!r} is no day of the week. Try: mon tue thu, or monday to friday.")
        if day is None:
            to = True
        elif to and found:
            found += [number % 7 for number in range(found[-1], day + 1 if day >= found[-1] else day + 8)]
            to = False
        else:
            found.append(day)
    if not found:
        raise WrongUse("Say one day of the week at least: mon tue thu, or monday to friday.")
    return frozenset(found)


def _text(known: Known, text: str, now: datetime) -> str:
    if not text:
        raise WrongUse("A word or two will do.")
    if len(text) > TYPED:
        raise WrongUse(f"That is {count(len(text), 'character')}; {TYPED} at most are kept.")
    return text


def _lead(known: Known, text: str, now: datetime) -> str:
    raise WrongUse(f"{known.title} is not set here: {known.help}")


def _keys(known: Known, text: str, now: datetime) -> dict[str, str]:
    raise WrongUse("A key is set with: organizer keys COMMAND KEY.")


_READ: dict[str, Callable[[Known, str, datetime], Any]] = {
    "choice": _choice,
    "yes-no": _yes_no,
    "number": _number,
    "time": _time,
    "days": _days,
    "text": _text,
    "keys": _keys,
    "lead": _lead,
}
