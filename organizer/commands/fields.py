"""The fields of an entry as people type them: one reader per field, each with its sentence for bad input."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from organizer import when
from organizer.commands.command import Ask
from organizer.errors import WrongUse
from organizer.records import KINDS, STAGES, Area, Check, Repeat

STAGE_WORDS = {
    "inbox": "inbox",
    "next": "next",
    "ready": "next",
    "doing": "doing",
    "under way": "doing",
    "waiting": "waiting",
    "waiting on someone": "waiting",
    "done": "done",
    "let go": "let go",
    "dropped": "let go",
}


def area_of(areas: list[Area], given: str) -> str | None:
    """The id of the area meant: its id, name or alias, or the only one that begins so; "" for none."""
    wanted = given.strip().lstrip("#").lower()
    if wanted in ("", "none", "-"):
        return ""
    for area in areas:
        if wanted in (area.id, area.name.lower(), *area.aliases):
            return area.id
    begun = [area.id for area in areas if area.id.startswith(wanted) or area.name.lower().startswith(wanted)]
    return begun[0] if len(begun) == 1 else None


def stage_of(given: str) -> str | None:
    """The stage meant, by its own name or the Board's."""
    return STAGE_WORDS.get(given.strip().lower().replace("-", " ").replace("_", " "))


def _area(ask: Ask, given: str) -> str:
    found = area_of(ask.practice.areas_in_order(), given)
    if found is None:
        retired = area_of(ask.practice.every_area(), given)
        if retired:
            name = ask.practice.areas[retired].name
            raise WrongUse(f"{name} is retired: its tasks stay, no new ones come. Choose another, or take it back.")
        names = ", ".join(area.name for area in ask.practice.areas_in_order())
        raise WrongUse(f"There is no area {given!r}. The areas are: {names}.")
    return found


def _stage(ask: Ask, given: str) -> str:
    found = stage_of(given)
    if found is None:
        raise WrongUse(f"There is no stage {given!r}. The stages are: {', '.join(STAGES)}.")
    return found


def _date(ask: Ask, given: str) -> str | None:
    if given.strip().lower() in ("", "none", "-"):
        return None
    found = when.read_all(given, ask.now, day_first=ask.practice.day_first)
    if found is None:
        raise WrongUse(f"{given!r} is not a day that can be read. Try Friday, June 12, in 3 days, or 2026-06-12 4pm.")
    return found


def been(ask: Ask, given: str) -> str:
    """A day that has been, or is near: "june 2" is that of last year when the next one is more than half a year
    ahead."""
    found = (_date(ask, given) or "")[:10]
    there = date.fromisoformat(found) if found else ask.now.date()
    far = (there - ask.now.date()).days > 183 and found[:4] not in given
    return f"{there.year - 1}{found[4:]}" if far and found[4:] != "-02-29" else found


def _repeat(ask: Ask, given: str) -> Repeat | None:
    if given.strip().lower() in ("", "none", "never", "no", "-"):
        return None
    if given.lstrip().startswith("{"):
        from organizer.commands import repeat_json

        return repeat_json.read(given, ask.now)
    found = when.read_repeat(given, ask.now, day_first=ask.practice.day_first)
    if found is None:
        raise WrongUse(f"{given!r} does not say how it comes back. Try every friday, or every 90 days after done.")
    return found


def _reminders(ask: Ask, given: str) -> tuple[str, ...]:
    if given.strip().lower() in ("", "none", "never", "no", "-"):
        return ()
    found = when.read_reminders(given)
    if found is None:
        raise WrongUse(f"{given!r} does not say how long before. Try 30/7 days, 2w 3d, or 1 hour.")
    return found


LENGTH_AT_MOST = 40
"""Letters of a length of time that is read: no number has so many figures that it cannot be counted with."""


def _minutes(ask: Ask, given: str) -> int | None:
    text = given.strip().lower().lstrip("~")
    if text in ("", "none", "-"):
        return None
    found = re.fullmatch(r"(?:(\d+(?:\.\d+)?)\s*h(?:ours?|rs?)?)?\s*(?:(\d+)\s*(?:m|min|mins|minutes)?)?", text)
    minutes = round(float(found[1] or 0) * 60) + int(found[2] or 0) if found and len(text) <= LENGTH_AT_MOST else 0
    if not 1 <= minutes <= 6000:
        raise WrongUse(f"{given!r} is not a length of time. Try 20m, 1h or 1h30.")
    return minutes


def _dread(ask: Ask, given: str) -> int:
    words = {"none": 0, "": 0, "some": 1, "a lot": 2, "most": 3}
    text = given.strip().lower()
    level = words.get(text, int(text) if text in ("0", "1", "2", "3") else -1)
    if not 0 <= level <= 3:
        raise WrongUse(f"Dread goes from 0 to 3; {given!r} is none of these.")
    return level


def _kind(ask: Ask, given: str) -> str:
    if given.strip().lower() not in KINDS:
        raise WrongUse(f"An entry is a {', an '.join(KINDS[:2])} or a {KINDS[2]}; {given!r} is none of these.")
    return given.strip().lower()


def _text(ask: Ask, given: str) -> str:
    text = clean(given)
    if not text.strip():
        raise WrongUse("An entry needs a line of text. To let it go, drop it.")
    return text.strip()


def _words(ask: Ask, given: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word.lstrip("#") for word in clean(given).replace(",", " ").split() if word.strip("#")))


def _signifiers(ask: Ask, given: str) -> tuple[str, ...]:
    signs = ask.practice.signs()
    known = tuple(signs.values())
    found = tuple(signs.get(word, word) for word in _words(ask, given))
    for name in found:
        if name not in known:
            raise WrongUse(f"There is no signifier {name!r}. They are: {', '.join(known)}.")
    return found


def _checklist(ask: Ask, given: str) -> tuple[Check, ...]:
    return tuple(Check(clean(line).strip()) for line in re.split(r"[;\n]", given) if line.strip())


def _blocked(ask: Ask, given: str) -> tuple[str, ...]:
    return tuple(ask.practice.find(word).id for word in _words(ask, given))


def _yes(ask: Ask, given: str) -> bool:
    words = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False, "": False, "none": False}
    found = words.get(given.strip().lower())
    if found is None:
        raise WrongUse(f"Say yes or no; {given!r} is neither.")
    return found


def _line(ask: Ask, given: str) -> str:
    return clean(given).strip()


def clean(text: str) -> str:
    """Text as it may be kept and shown: control characters become their pictures, lone surrogates U+FFFD."""
    if text.isprintable():
        return text
    return "".join(_shown(char) for char in text)


def _shown(char: str) -> str:
    code = ord(char)
    if char in "\n\t" or char.isprintable():
        return char
    if code < 32:
        return chr(0x2400 + code)
    if code == 127:
        return "\u2421"
    return "\ufffd" if 0x80 <= code < 0xA0 or 0xD800 <= code < 0xE000 else char


READERS: dict[str, Callable[[Ask, str], Any]] = {
    "text": _text,
    "kind": _kind,
    "area": _area,
    "stage": _stage,
    "due": _date,
    "start": _date,
    "repeat": _repeat,
    "estimate": _minutes,
    "dread": _dread,
    "step": _line,
    "checklist": _checklist,
    "signifiers": _signifiers,
    "tags": _words,
    "waiting_for": _line,
    "waiting_since": been,
    "nudge": _date,
    "worst": _line,
    "someday": _yes,
    "blocked_by": _blocked,
    "notes": lambda ask, given: clean(given).strip(),
    "reminders": _reminders,
}
"""How each field that a person may edit is read from text."""
OF_REPEATS = ("catch_up", "ends", "paused", "happened")
"""What else may be edited: parts of how an entry comes back (`organizer.commands.rhythm`)."""


def read_field(ask: Ask, name: str, given: Any) -> Any:
    """The value of a field from what was typed. Raises `WrongUse`, `NotFound` or `Ambiguous`."""
    reader = READERS.get(name)
    if reader is None:
        raise WrongUse(f"There is no field {name!r}. The fields are: {', '.join((*READERS, *OF_REPEATS))}.")
    return reader(ask, given) if isinstance(given, str) else given
