"""Entries as lines of text for people."""

from __future__ import annotations

from datetime import datetime

from organizer import when
from organizer.ids import short
from organizer.practice import Practice
from organizer.records import Entry
from organizer.words import minutes

SIGNS = {"task": "•", "event": "○", "note": "–", "done": "×", "let go": "◌"}
PLAIN_SIGNS = {"task": ".", "event": "o", "note": "-", "done": "x", "let go": "/"}


def flat(text: str) -> str:
    """A text on one line."""
    return " ".join(text.split())


def area_name(practice: Practice, entry: Entry) -> str:
    """The name of the entry's area, "" for none."""
    area = practice.areas.get(entry.area)
    return area.name if area else entry.area


def sign(entry: Entry, plain: bool) -> str:
    """The journal's sign for an entry as it stands."""
    return (PLAIN_SIGNS if plain else SIGNS)[entry.kind if entry.open else entry.stage]


def facts(practice: Practice, entry: Entry, now: datetime) -> list[str]:
    """What stands beside the text: day, area, length."""
    due = when.say(entry.due, now) if entry.due else ""
    return [part for part in (due, area_name(practice, entry), minutes(entry.estimate)) if part]


def one_line(practice: Practice, entry: Entry, now: datetime, plain: bool) -> str:
    """One entry, for a list that is read one by one: id, text, facts."""
    facts_text = (" - " if plain else " · ").join(facts(practice, entry, now))
    return f"{short(entry.id)}  {flat(entry.text)}" + (f"   {facts_text}" if facts_text else "")


def stamp(at: str, now: datetime) -> str:
    """A moment of the past in full: "June 11, 9:14 AM"."""
    return when.say(at, now, long=True).partition(", ")[2] if at else ""


def columns(practice: Practice, entry: Entry, now: datetime, plain: bool) -> tuple[str, ...]:
    """One entry, for a table: id, sign, text, due, area, length."""
    return (
        short(entry.id),
        sign(entry, plain),
        flat(entry.text),
        when.say(entry.due, now) if entry.due else "",
        area_name(practice, entry),
        minutes(entry.estimate),
    )
