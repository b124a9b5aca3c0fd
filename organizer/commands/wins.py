"""Wins: one line of what went right, its stars and its sticker."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from organizer.change import Change, Row
from organizer.commands.command import Ask, Command, row
from organizer.commands.fields import been, clean, read_field
from organizer.errors import Conflict, OrganizerError, WrongUse
from organizer.manner import keyed
from organizer.practice import Practice
from organizer.records.feedback import Comment
from organizer.records.wins import Win, jars_of
from organizer.wins import counting, stickers
from organizer.wins.finding import find, wins

HERE = ("wins",)
EDITS = ("text", "stars", "sticker", "note", "on")
"""What of a win may be put otherwise."""


def with_win(practice: Practice, ids: tuple[str, ...]) -> str:
    """Allowed when what is selected is a win; else the reason."""
    try:
        return "" if ids and all(find(practice, id) for id in ids) else "Choose a win first."
    except OrganizerError as error:
        return str(error)


def line(given: object) -> str:
    """An answer as one line."""
    return " ".join(clean(str(given or "")).split())


def named(label: str, text: str, rows: list[Row]) -> Change:
    """A change under what was done, and with what."""
    said = " ".join(text.split())
    return Change(f"{label}: {said if len(said) <= 60 else said[:59] + '…'}", tuple(rows))


def one_win(ask: Ask) -> Win:
    """The one win that is meant. Raises `WrongUse`, `NotFound`, `Ambiguous`."""
    if len(ask.ids) != 1:
        raise WrongUse("Choose one win.")
    return find(ask.practice, ask.ids[0])


def fresh(ask: Ask, table: str) -> tuple[str, str]:
    """An id that nothing in a table begins like."""
    while True:
        id, uuid = ask.new_id()
        if not any(other.startswith(id[:5]) for other in ask.practice.table(table)):
            return id, uuid


def add(ask: Ask) -> Change:
    """Answers: `text`; `stars` "1" to "5"; `sticker`; `of`, what it is for, once for each; `rare` when that is one of
    the rare things; `on`, when it was, if that was before now."""
    text = line(ask.answers.get("text"))
    if not text:
        raise WrongUse("What went right? A line will do.")
    of = line(ask.answers.get("of"))
    if of and any(one.of == of for one in wins(ask.practice).values()):
        raise Conflict("That one is in the jar already.")
    id, uuid = fresh(ask, "wins")
    stars = _stars(ask.answers.get("stars") or "1")
    win = Win(
        id, uuid, text, stars, _sticker(ask.answers.get("sticker") or "star"), of, _at(ask, ask.answers.get("on"))
    )
    win = win._replace(celebrated=_celebrated(ask, win))
    rows = [row("wins", None, win), *counting.moved(ask.practice, (), (win,)), *_praised(ask.practice, of)]
    return named("A star" if stars == 1 else f"{stars} stars", text, rows)


def _praised(practice: Practice, of: str, kept: bool = True) -> list[Row]:
    """Where it is for the words of a client: they are marked as kept, or as not kept any more."""
    kind, _, id = of.partition(":")
    before = practice.table("comments").get(id) if kind == "feedback" else None
    after = before._replace(praise=kept) if isinstance(before, Comment) else None
    return [row("comments", before, after)] if before != after else []


def _stars(given: object) -> int:
    """One to five, as a number or as so many stars."""
    said = str(given).strip()
    number = len(said) if said and not said.strip("*★") else int(said) if said.isdecimal() and len(said) < 3 else 0
    if not 1 <= number <= counting.MOST_STARS:
        raise WrongUse("A win has 1 to 5 stars.")
    return number


def _sticker(given: object) -> str:
    found = stickers.meant(str(given))
    if not found:
        raise WrongUse(f"There is no sticker {str(given)!r}. The stickers are: {', '.join(stickers.NAMES)}.")
    return found


def _at(ask: Ask, given: object) -> str:
    """When it was: now, or a day that has been."""
    typed = line(given)
    read = read_field(ask, "due", typed) if typed else None
    if not read:
        return ask.stamp()
    found = f"{been(ask, typed)}{read[10:]}"
    if found[:10] == ask.today() and len(found) == 10:
        return ask.stamp()
    moment = datetime.fromisoformat(found if len(found) > 10 else f"{found}T12:00")
    if moment > ask.now:
        raise WrongUse("That is still to come. Say when it was.")
    return moment.isoformat(timespec="seconds")


def _celebrated(ask: Ask, win: Win) -> bool:
    """Whether a new win is one of the rare ones of its day: what it is for is rare, it is the first of all, it reaches
    a milestone, or a reward comes within reach with it."""
    practice = ask.practice
    all_, hand = counting.earned(practice), counting.in_hand(practice)
    rare = (
        bool(ask.answers.get("rare"))
        or not all_
        or bool(counting.milestone(all_, all_ + win.stars))
        or counting.reached(practice, hand, hand + win.stars) is not None
    )
    return rare and counting.celebrated_on(practice, win.at[:10]) < counting.RARE_A_DAY


def edit(ask: Ask) -> Change:
    """Answers: `fields`, a mapping of names to what was typed."""
    fields = dict(ask.answers.get("fields") or {})
    if not fields or any(name not in EDITS for name in fields):
        raise WrongUse(f"Of a win can be put otherwise: {', '.join(EDITS)}.")
    before = one_win(ask)
    read = dict(_read(ask, before, name, value) for name, value in fields.items())
    return put(ask, "Changed", before, before._replace(**read))


def _read(ask: Ask, before: Win, name: str, typed: Any) -> tuple[str, Any]:
    """A field of a win, and its value from what was typed."""
    if name == "stars":
        return name, _stars(typed)
    if name == "sticker":
        return name, _sticker(typed)
    if name == "on":
        at = _at(ask, typed) if line(typed) else before.at
        return "at", before.at if at[:10] == before.at[:10] else at
    text = line(typed) if name == "text" else clean(str(typed or "")).strip()
    if name == "text" and not text:
        raise WrongUse(keyed("A win says what went right. {win.drop} takes it out."))
    return name, text


def put(ask: Ask, label: str, before: Win, after: Win | None) -> Change:
    """A win that becomes another, or none. Raises `Conflict` where its stars are spent already."""
    fewer = before.stars - (after.stars if after else 0)
    missing = counting.spent(ask.practice) - counting.earned(ask.practice) + fewer
    if fewer > 0 and missing > 0:
        text = last_taken(ask.practice)
        raise Conflict(f"Its stars went into “{text}”, so it stays as it is. Put that reward back first, or let it be.")
    rows = [] if after == before else [row("wins", before, after)]
    rows += [] if after else _praised(ask.practice, before.of, False)
    return named(label, before.text, [*rows, *counting.moved(ask.practice, (before,), (after,) if after else ())])


def last_taken(practice: Practice) -> str:
    """What the stars went into last."""
    found = max((one for one in counting.rewards(practice) if one.taken), key=lambda one: one.taken, default=None)
    return found.text if found else ""


def sticker(ask: Ask) -> Change:
    """Answer `sticker`: another picture for it."""
    before = one_win(ask)
    return put(ask, "Changed", before, before._replace(sticker=_sticker(ask.answers.get("sticker"))))


def note(ask: Ask) -> Change:
    """Answer `note`: some lines about it."""
    before = one_win(ask)
    return put(ask, "Written about", before, before._replace(note=clean(str(ask.answers.get("note") or "")).strip()))


def drop(ask: Ask) -> Change:
    """Take a win out of its jar."""
    return put(ask, "Let go", one_win(ask), None)


def shared(ask: Ask) -> Change:
    """Its words were taken out of the office."""
    before = one_win(ask)
    return put(ask, "Shared", before, before._replace(shared=ask.stamp()))


def recount(ask: Ask) -> Change:
    """Fill every jar anew from the wins there are, the archive included: for what came from elsewhere."""
    everyone = [one for part in ask.practice.everything("wins") for one in part if isinstance(one, Win)]
    right, kept = jars_of(everyone), counting.jars(ask.practice)
    months = sorted({*right, *kept})
    rows = [row("jars", kept.get(m), right.get(m)) for m in months if kept.get(m) != right.get(m)]
    return Change("The stars counted again", tuple(rows))


COMMANDS = (
    Command("win.add", "Keep a win", "One line of what went right, a sticker, one to five stars.", add, asks="win"),
    Command("win.edit", "Change the win", "Its words, its stars, its sticker, the day it was.", edit, "e", "edit", HERE,
            "Here", "win fields", with_win, "wins"),
    Command("win.sticker", "Another sticker", "The picture of it on the wall.", sticker, "s", "sticker", HERE, "Here",
            "sticker", with_win, "wins"),
    Command("win.note", "Write about it", "A few lines, for the year book.", note, "w", "write", HERE, "Here",
            "win note", with_win, "wins"),
    Command("win.drop", "Take it out", "Out of the jar, with its stars; undo brings it back.", drop, "delete", "", HERE,
            "Here", "", with_win, "wins"),
    Command("win.shared", "Mark as shared", "That its words were taken out of the office.", shared, "", "", HERE,
            "Here", "", with_win, "wins"),
    Command("win.recount", "Count the stars again", "From all wins there are, those in the archive as well.", recount),
)  # fmt: skip
