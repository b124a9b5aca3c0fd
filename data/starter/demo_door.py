"""Who is at the door of the made-up practice: four who wait, a waitlist, two who went away, and a year of answers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

from organizer.records import Record
from organizer.records.door import Answer, Closure, Inquiry, Quiet

Moment = Callable[[str], str]
"""A day of the made-up practice ("-2b", "fri 16:00") -> ISO."""

WAITING = (
    ("Osprey 3", "new inquiry, weekday mornings", "phone", "-2b 15:20"),
    ("Dr Osei", "referral, would like a call", "phone", "-1b 12:30"),
    ("Otter 4", "asks to move a session", "email", "-1b 15:45"),
    ("Linnet 2", "what does a first visit cost?", "website", "today 08:54"),
)
LISTED = (
    ("Bay 5", "evenings, after six", "phone", "-24d 10:30", "-23d 09:10", "+4d"),
    ("Curlew 8", "every other Friday", "website", "-19d 14:05", "-16d 11:40", "+4d"),
    ("Moss 4", "a couple, early mornings", "phone", "-9d 12:15", "-8d 16:20", "+11d"),
)
AWAY = (("Walnut 3", "-22d", "three visits, then no more", ""), ("Finch 9", "-47d", "moved a session twice", "-3d"))
PAST = (
    ("new inquiry, afternoons", "phone"), ("would like a first hour", "website"), ("asks about the fee", "email"),
    ("referral by a colleague", "phone"), ("is there room in the fall?", "website"), ("asks for a letter", "email"),
    ("new inquiry, evenings", "phone"),
)  # fmt: skip
CODES = ("Alder", "Birch", "Cedar", "Dune", "Elm", "Fern", "Glade", "Hare", "Island", "Kelp", "Lake", "Maple")
ENDS = ("answered", "appointment", "referred", "full", "answered", "appointment", "not needed", "full")
EVERY_DAYS, OLDEST = 3, 380


def at_the_door(
    now: datetime, moment: Moment, uuid_of: Callable[[str], str], id_of: Callable[[str], str]
) -> list[Record]:
    """All of it as of a moment."""

    def been(given: str) -> str:
        return min(datetime.fromisoformat(moment(given)), now).isoformat(timespec="seconds")

    def named(seed: str) -> tuple[str, str]:
        uuid = uuid_of(seed)
        return id_of(uuid), uuid

    made: list[Record] = []
    for who, text, how, at in WAITING:
        made.append(Inquiry(*named(f"inquiry {who}"), text, who, how, been(at), created=been(at)))
    for who, text, how, at, told, again in LISTED:
        on_list = (Answer("waitlist", been(told), how="phone", review=moment(again)),)
        made.append(Inquiry(*named(f"inquiry {who}"), text, who, how, been(at), "", True, on_list, been(at)))
    for who, since, note, followed in AWAY:
        done = been(f"{followed} 16:30") if followed else ""
        made.append(Quiet(*named(f"quiet {who}"), who, moment(since), note, done, "letter" if done else ""))
    made += [_past(number, days, now, named) for number, days in enumerate(range(3, OLDEST, EVERY_DAYS))]
    first = now.date() + timedelta(days=40 - now.weekday())
    made.append(_closed(first, *named("closure")))
    return made


def _closed(first: date, id: str, uuid: str) -> Closure:
    return Closure(id, uuid, first.isoformat(), (first + timedelta(days=4)).isoformat(), "a week away")


def _past(number: int, days: int, now: datetime, named: Callable[[str], tuple[str, str]]) -> Inquiry:
    """One of a year and some; most heard within a day, some by word left first, a few never."""
    text, how = PAST[number % len(PAST)]
    day = now.date() - timedelta(days=days)
    while day.weekday() > 4:
        day -= timedelta(days=1)
    came = datetime.combine(day, now.time().replace(hour=9 + number % 8, minute=number * 7 % 60, second=0))
    hours = (2, 5, 1, 20, 3, 24, 1, 44)[number % 8]
    answered = came + timedelta(hours=hours + (48 if (came + timedelta(hours=hours)).weekday() > 4 else 0))
    at = min(answered, now).isoformat(timespec="seconds")
    end = ENDS[number % len(ENDS)]
    done = [Answer(end, at, how="phone", names=3 if end == "referred" else 0)]
    if number % 11 == 6:
        done = [Answer("no answer", at)]
    elif number % 6 == 2:
        done.insert(0, Answer("left word", came.isoformat(timespec="seconds"), how="phone"))
    who = f"{CODES[number % len(CODES)]} {number % 9 + 1}"
    seed = f"inquiry {number} {day.isoformat()}"
    received = came.isoformat(timespec="seconds")
    return Inquiry(*named(seed), text, who, how, received, "", days < 120, tuple(done), received)
