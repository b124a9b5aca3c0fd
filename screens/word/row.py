"""A promise as a row, on Today and in the drawer; its sign and the fact beside it, wherever it stands."""

from __future__ import annotations

from datetime import datetime

from textual.strip import Strip

from organizer import when
from organizer.office import Office
from organizer.repeat import explain
from organizer.views.word import Given, due_today, need_repair, need_said, stands
from organizer.word.states import BROKEN, version
from screens.guests import name_part, names_wide
from screens.ink import Ink, Part, shown, who
from screens.signs import Signs

REPAIR_SIGN = {"slipped": 0, "said": 1, "sorry": 2, "planned": 3, "repaired": 3}


def items(office: Office) -> list[tuple[str, tuple[Given, int]]]:
    """What is promised for today, by its id, and the cells for the names."""
    found = due_today(office.practice, office.clock.now(), office.clock.zone())
    wide = names_wide(one.commitment.who for one in found)
    return [(one.commitment.id, (one, wide)) for one in found]


def quiet(office: Office) -> str:
    """What is said where nothing is promised for today: that something slipped, and where that is put right."""
    number = need_repair(office.practice, office.clock.now(), office.clock.zone())
    return f"{need_said(number)}, on 5." if number else ""


def draw(ink: Ink, data: tuple[Given, int], width: int, focused: bool) -> Strip:
    """To whom, what, and by when where it has an hour."""
    one, wide = data
    left: list[Part] = [
        (ink.signs.focus if focused else " ", "accent"),
        (ink.signs.promise, "accent"),
        ("  ", "faint"),
        name_part(one.commitment.who, wide, focused),
        (f"  {shown(one.commitment.text)}", "muted"),
    ]
    by = when.say_time(one.due) if len(one.due) > 10 else ""
    return ink.row(width, left, [(f"{by} ", "muted")] if by else [], "accent_soft" if focused else "background")


def in_entry(ink: Ink, one: Given, width: int, bar: Part, ground: str, text: str, now: datetime) -> Strip:
    """On the entry it was given from, whose text is `text`: to whom, what where that says more, how it stands."""
    made, fact = one.commitment, stands(one, now)
    left: list[Part] = [bar, sign(ink.signs, one), ("  ", "faint"), (who(made.who), "foreground")]
    if made.text != text:
        left.append((f"  {shown(made.text)}", "muted"))
    return ink.row(width, left, [(f"{fact} ", "clay" if one.state in BROKEN else "muted")], ground)


def said(one: Given, now: datetime) -> tuple[str, str]:
    """The fact beside a promise, and how it is inked."""
    if one.state in BROKEN:
        return when.since(one.since[:16], now), "clay"
    if one.state == "repaired":
        return "put right", "muted"
    if one.state in ("promised", "answering"):
        repeat = one.commitment.repeat
        words = when.say(one.due, now)
        if one.due[:10] == now.date().isoformat():
            return f"today, {words}" if len(one.due) > 10 else words, "foreground"
        if repeat is not None:
            return explain(repeat._replace(on="", leads=())).partition(" at ")[0].lower() or words, "muted"
        moved = sum(step.kind in ("again", "renegotiate") for step in one.commitment.steps)
        return f"now {words}" if moved else words, "muted"
    return when.say(one.since[:10], now), "faint"


def sign(signs: Signs, one: Given) -> Part:
    """The sign of how a promise stands."""
    if one.state in REPAIR_SIGN:
        return signs.repair[REPAIR_SIGN[one.state]], "accent" if one.state == "repaired" else "clay"
    if one.state == "closed":
        return signs.path_done, "accent"
    if one.state in ("kept", "accepted"):
        return signs.kept, "accent"
    if one.state in ("declined", "released", "revoked", "not repairable"):
        return signs.let_go, "faint"
    if one.state in ("asked", "countered", "answering"):
        return signs.path_ahead, "accent"
    return (signs.new_date if version(one.commitment) > 1 else signs.promise), "accent"
