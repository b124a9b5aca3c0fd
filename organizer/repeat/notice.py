"""When to tell of what is coming: the reminders of an entry, wherever they are kept.

Days before what comes back are the `leads` of its repeat and hold for every occurrence. All else is in the entry's
own `reminders`: days before what comes once, and hours and minutes.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from organizer.records import Entry
from organizer.when.leads import minutes
from organizer.when.words import DAY_PARTS
from organizer.words import count

_UNITS = (("d", "day"), ("h", "hour"), ("m", "minute"))


def reminders_of(entry: Entry) -> tuple[str, ...]:
    """Every reminder of an entry, the longest before its due first: "180d", "1h"."""
    leads = entry.repeat.leads if entry.repeat else ()
    return in_order([*(f"{days}d" for days in leads), *entry.reminders])


def in_order(reminders: Iterable[str]) -> tuple[str, ...]:
    """Reminders, the longest first, each once; what is none is left out."""
    return tuple(sorted({text for text in reminders if minutes(text) >= 0}, key=minutes, reverse=True))


def reminded(entry: Entry, reminders: Iterable[str]) -> Entry:
    """The entry with these reminders and no others, each where it belongs."""
    wanted = in_order(reminders)
    if entry.repeat is None:
        return entry._replace(reminders=wanted)
    leads = tuple(int(text[:-1]) for text in wanted if text[-1] == "d")
    return entry._replace(
        repeat=entry.repeat._replace(leads=leads), reminders=tuple(text for text in wanted if text[-1] != "d")
    )


def notices_of(entry: Entry) -> list[str]:
    """The days, and for hours and minutes the moments, on which to tell of an entry, the first one first (ISO).

    Hours before a day without a time are counted from its morning.
    """
    try:
        due = datetime.fromisoformat(entry.due or "")
    except ValueError:
        return []
    if "T" not in (entry.due or ""):
        due += timedelta(minutes=DAY_PARTS["morning"])
    found = []
    for text in reminders_of(entry):
        try:
            there = due - timedelta(minutes=minutes(text))
        except OverflowError:
            continue
        found.append(there.date().isoformat() if text[-1] == "d" else there.isoformat(timespec="minutes"))
    return found


def say(reminders: Iterable[str]) -> str:
    """Reminders for people: "180, 90, 30 and 7 days before", "3 days and 1 hour before"; "" for none."""
    wanted = in_order(reminders)
    parts = []
    for sign, unit in _UNITS:
        numbers = [text[:-1] for text in wanted if text[-1] == sign and text != "0d"]
        if numbers:
            last = count(int(numbers[-1]), unit)
            parts.append(
                _listed([*numbers[:-1], last])
                if len(numbers) > 1 and int(numbers[-1]) != 1
                else _listed([count(int(number), unit) for number in numbers])
            )
    said = f"{'; '.join(parts) if any(' and ' in part for part in parts) else _listed(parts)} before" if parts else ""
    on_the_day = "on the day" if "0d" in wanted else ""
    return ", and ".join(part for part in (said, on_the_day) if part)


def _listed(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
