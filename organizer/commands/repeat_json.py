"""How an entry comes back, given as the JSON object that `--json` shows of it: what was printed can be typed again."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from organizer import when
from organizer.errors import WrongUse
from organizer.records import FREEZE, Repeat

_OWN = ("anchor", "on", "series", "extra")
"""Fields that say which occurrence an entry is: they are its own, and not read."""
_KNOWN = tuple(name for name in Repeat._fields if name not in _OWN)
_WAYS = {"catch_up": ("current", "every", "skip"), "shift": ("", "next-business-day")}
_TOLD = "The repeat is not such an object as --json shows"


def read(given: str, now: datetime) -> Repeat:
    """The repeat of a JSON object with the fields of `Repeat`; those left out are as usual. `anchor`, `on` and `series`
    are passed over.

    Raises `WrongUse` when it is no such object, or does not say how it comes back.
    """
    try:
        doc: Any = json.loads(given)
    except (ValueError, RecursionError):
        raise WrongUse(f"{_TOLD}: it is not JSON. Nothing was changed.") from None
    for name, value in doc.items() if isinstance(doc, dict) else ():
        if name not in (*_KNOWN, *_OWN):
            raise WrongUse(f"{_TOLD}: there is no field {name!r} in it. The fields are: {', '.join(_KNOWN)}.")
        if name not in _OWN and not _fits(name, value):
            raise WrongUse(f"{_TOLD}: {name} cannot be {json.dumps(value)[:40]}. Nothing was changed.")
    if not isinstance(doc, dict):
        raise WrongUse(f"{_TOLD}. Nothing was changed.")
    said: Repeat = FREEZE["repeat"]({"rule": "", **{name: doc[name] for name in _KNOWN if name in doc}})
    return said._replace(**_begun(said, now))


def _fits(name: str, value: Any) -> bool:
    usual = Repeat._field_defaults[name]
    if name in _WAYS:
        return value in _WAYS[name]
    if name in ("dates", "leads"):
        kind = str if name == "dates" else int
        return isinstance(value, list) and all(type(part) is kind for part in value) and (kind is str or _days(value))
    return type(value) is type(usual) and (name != "offset" or 0 <= value <= 3660)


def _days(value: list[int]) -> bool:
    return all(0 <= part <= 730 for part in value)


def _begun(said: Repeat, now: datetime) -> dict[str, Any]:
    """The fields that are told in one way only: the rule as it is written here, and from when on."""
    if sum(map(bool, (said.rule, said.dates, said.event))) != 1:
        raise WrongUse(f"{_TOLD}: it needs a rule, or dates, or an event, one of the three.")
    if said.event:
        return {"event": " ".join(said.event.split())}
    text = said.rule if said.rule else ", ".join(f"{day[:2]}/{day[3:]}" if len(day) == 5 else day for day in said.dates)
    found = when.read_repeat(text if said.dates or text.startswith("RRULE:") else f"RRULE:{text}", now)
    if found is None or bool(found.rule) != bool(said.rule):
        raise WrongUse(f"{_TOLD}: {'its rule' if said.rule else 'one of its dates'} cannot be read.")
    return {"rule": found.rule, "dates": found.dates, "anchor": found.anchor}
