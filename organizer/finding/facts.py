"""What operators ask about, as each kind of record has it."""

from __future__ import annotations

from datetime import datetime
from sys import intern
from typing import Any, NamedTuple

from organizer.practice import Practice
from organizer.records import Entry
from organizer.records.word import Commitment


class Facts(NamedTuple):
    """The facts of one record. `state` is "open", "done" or "let go"; `marks` are words of `MARKS` that hold of it;
    days are ISO, "" for none."""

    kind: str
    state: str = "open"
    stage: str = ""
    due: str = ""
    area: str = ""
    who: str = ""
    theme: str = ""
    tags: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    caught: str = ""
    closed: str = ""


MARKS = ("waiting", "dreaded", "repeating", "someday", "priority", "idea", "investigate", "blocked", "repair")
SIGNS = {"*": "priority", "!": "idea", "?": "investigate"}


def of_entry(practice: Practice, one: Entry, now: datetime) -> Facts:
    """Of a task, an event or a note."""
    marks = [SIGNS[sign] for sign in one.signifiers if sign in SIGNS] if one.signifiers else []
    if one.open and (one.stage == "waiting" or one.waiting_for):
        marks.append("waiting")
    if one.dread:
        marks.append("dreaded")
    if one.repeat:
        marks.append("repeating")
    if one.someday:
        marks.append("someday")
    if one.blocked_by and one.open and any(_is_open(practice, id) for id in one.blocked_by):
        marks.append("blocked")
    return Facts(
        one.kind,
        "open" if one.open else "done" if one.stage == "done" else "let go",
        one.stage if one.kind == "task" or not one.open else "",
        intern((one.due or "")[:10]),
        one.area,
        one.waiting_for.casefold(),
        one.theme,
        tuple(tag.casefold() for tag in one.tags) if one.tags else (),
        tuple(marks),
        intern(one.created[:10]),
        intern((one.closed or "")[:10]),
    )


def _is_open(practice: Practice, id: str) -> bool:
    other = practice.entries.get(id)
    return other is not None and other.open


def of_promise(practice: Practice, one: Commitment, now: datetime) -> Facts:
    """Of a promise, as it stands now."""
    from organizer.word.states import BROKEN, OPEN, due, state

    at = state(one, now)
    over = "done" if at in ("kept", "accepted", "repaired", "closed") else "let go"
    marks = ("repair",) if at in BROKEN else ("waiting",) if at in ("asked", "countered", "answering") else ()
    repeats = ("repeating",) if one.repeat else ()
    last = one.steps[-1].at[:10] if one.steps else ""
    stands = "open" if at in OPEN or at in BROKEN else over
    theme = one.theme or (practice.entries[one.entry].theme if one.entry in practice.entries else "")
    day, closed = (due(one) or "")[:10], "" if stands == "open" else last
    return Facts("promise", stands, at, day, one.area, one.who.casefold(), theme, (), (*marks, *repeats),
                 one.created[:10], closed)  # fmt: skip


def of_inquiry(practice: Practice, one: Any, now: datetime) -> Facts:
    """Of somebody at the door."""
    from organizer.door.outcomes import is_open, state

    waits = is_open(one)
    closed = "" if waits else one.answers[-1].at[:10]
    marks = ("waiting",) if waits else ()
    return Facts("inquiry", "open" if waits else "done", state(one), "", "", one.who.casefold(), "", (), marks,
                 one.received[:10] or one.created[:10], closed)  # fmt: skip


def of_snag(practice: Practice, one: Any, now: datetime) -> Facts:
    """Of what is in a client's way."""
    stands = "let go" if one.let_go else "done" if one.closed else "open"
    return Facts("snag", stands, caught=one.created[:10], closed=(one.closed or "")[:10])


def of_win(practice: Practice, one: Any, now: datetime) -> Facts:
    """Of a win: it is done, and of its day."""
    return Facts("win", "done", caught=one.at[:10], closed=one.at[:10])


def of_reward(practice: Practice, one: Any, now: datetime) -> Facts:
    """Of a reward I chose."""
    stands = "done" if one.taken else "let go" if one.dropped else "open"
    return Facts("reward", stands, caught=one.created[:10], closed=(one.taken or one.dropped)[:10])


def of_theme(practice: Practice, one: Any, now: datetime) -> Facts:
    """Of a theme: the one that hangs is open."""
    hangs = practice.theme()
    return Facts("theme", "open" if hangs and hangs.id == one.id else "done", theme=one.id, caught=one.since[:10])


def of_page(practice: Practice, one: Any, now: datetime) -> Facts:
    """Of a collection of the journal."""
    return Facts("collection", "done" if one.archived else "open", caught=one.made[:10])


def of_ritual(practice: Practice, one: Any, now: datetime) -> Facts:
    """Of a ritual."""
    return Facts("ritual", "let go" if one.retired else "open", marks=("repeating",) if one.rhythm else ())


def of_feedback(practice: Practice, one: Any, now: datetime) -> Facts:
    """Of what a client wrote, which has no day; or of what was changed."""
    return Facts("feedback", "done")


def of_setting(practice: Practice, one: Any, now: datetime) -> Facts:
    """Of a setting."""
    return Facts("setting")
