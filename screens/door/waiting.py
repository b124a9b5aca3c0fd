"""Who waits, as rows: the clock, who, what about, which way, how long, by when; and what stands around them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size
from textual.strip import Strip

from organizer import when
from organizer.door.figures import AUDIT
from organizer.door.saying import answer_by, office_time
from organizer.records.door import Inquiry, Quiet
from organizer.views.door import DoorFigures, DoorView, OnList, Waiting
from organizer.words import count
from screens.ink import Ink, Part, shown, who, wrap
from screens.widgets.lane import Item

EMPTY = "Nobody is waiting. That is good service."
HINT = "notes a call: what about, which way, when it came in."
MANY = 100
"""How many codes are looked at to tell how wide they are."""
WORDS, LEAST = 4, 12
"""Cells before the code: bar, sign, blanks; and how many the words need to stand beside the facts."""
HOW, WAITED, DUE = 11, 13, 19
"""Cells of the facts at the right of a row."""
TIGHT, TIGHTER = 85, 60
"""Below so many cells the channel is left out, and below so many how long they have waited."""


def waiting_items(view: DoorView, airy: bool) -> list[Item]:
    """The heading with its columns, and those who wait."""
    head = [Item("", "columns"), *([Item("", "blank")] if airy else [])]
    if not view.waiting:
        return [Item("", "heading", ("Waiting to hear from me", "")), *head[1:], Item("", "quiet", EMPTY),
                Item("", "hint", HINT)]  # fmt: skip
    return [*head, *(Item(one.inquiry.id, "waiting", one) for one in view.waiting)]


def list_items(view: DoorView, now: datetime) -> list[Item]:
    """A row each for the waitlist and for those who went away, where there are any."""
    found = []
    if view.waitlist:
        first = next((one.review for one in view.waitlist if one.review), "")
        again = f", look again {_day(first, now)}" if first else ""
        found.append(Item("list:waitlist", "list", ("Waitlist", f"{len(view.waitlist)}{again}", _has_come(first, now))))
    open_ = [one for one in view.quiet if not one.followed]
    if view.quiet:
        said = f"{len(open_)} to follow up once, kindly" if open_ else f"{len(view.quiet)} followed up"
        found.append(Item("list:quiet", "list", ("Went away quietly", said, False)))
    return found


def _has_come(day: str, now: datetime) -> bool:
    return bool(day) and day <= now.date().isoformat()


def _day(day: str, now: datetime) -> str:
    return "today" if _has_come(day, now) else when.say(day, now)


def names_wide(view: DoorView, width: int) -> int:
    """Cells for the codes."""
    everyone = [one.inquiry.who for one in view.waiting[:MANY]] + [one.inquiry.who for one in view.waitlist[:MANY]]
    everyone += [one.who for one in view.quiet[:MANY]] + [one.who for one in view.lately[:MANY]]
    return min(max(8, *(cell_len(who(name)) for name in everyone), 0) + 2, max(9, width // 5))


def _facts(width: int) -> tuple[int, int, int]:
    """Cells for the channel, how long they have waited, and by when; 0 where it is left out."""
    return (HOW, WAITED, DUE) if width >= TIGHT else (0, WAITED - 2, DUE) if width >= TIGHTER else (0, 0, DUE)


def columns_row(ink: Ink, width: int) -> Strip:
    """The heading, and what the columns are."""
    _, waited, due = _facts(width)
    cells: list[tuple[list[Part], int, str]] = [([("Waiting to hear from me", "foreground b")], 0, "l")]
    cells += [([("waited", "faint")], waited, "r")] if waited else []
    return ink.columns(width, [*cells, ([("answer by ", "faint")], due, "r")])


def clock_sign(ink: Ink, part: float) -> Part:
    """The share of the answer time that is gone."""
    return (ink.signs.waiting[4], "clay") if part >= 1 else (ink.signs.waiting[int(part * 4)], "accent")


def _left(ink: Ink, sign: Part, name: str, text: str, column: int, focused: bool, quiet: bool = False) -> list[Part]:
    """The beginning of a row: bar, sign, code, words."""
    code = who(name)
    code = code if cell_len(code) < column else f"{set_cell_size(code, column - 2).rstrip()}{ink.signs.ellipsis} "
    pad = " " * max(0, column - cell_len(code))
    bar: Part = (ink.signs.focus if focused else " ", "accent")
    weight = "foreground b" if focused else "muted" if quiet else "foreground"
    return [bar, sign, ("  ", "faint"), (code + pad, weight), (shown(text), "foreground" if focused else "muted")]


class Row(NamedTuple):
    """The row of somebody: sign, code, words; how many cells stand at its right, and what lays all of it in a row."""

    sign: Part
    name: str
    text: str
    facts: int
    lay: Callable[[list[Part], str], Strip]
    quiet: bool = False


def draw(ink: Ink, row: Row, width: int, column: int, focused: bool, whole: bool) -> list[Strip]:
    """Its lines: one, or as many as the words need where they are told `whole`."""
    ground = "accent_soft" if focused else "background"
    first, *more = told(row, width, column) if whole else [row.text]
    left = _left(ink, row.sign, row.name, first, column, focused, row.quiet)
    begin: list[Part] = [(ink.signs.focus, "accent"), (" " * (WORDS - 1 + column), "faint")]
    return [row.lay(left, ground), *(ink.row(width, [*begin, (line, "foreground")], (), ground) for line in more)]


def told(row: Row, width: int, column: int) -> list[str]:
    """The words in lines, the first of them beside the facts; where there is no room for them, below."""
    below = max(1, width - WORDS - column - 1)
    beside = width - WORDS - column - row.facts
    return wrap(row.text, below, beside) if beside >= LEAST else ["", *wrap(row.text, below)]


def row_of(ink: Ink, item: Item, width: int, day: int, now: datetime) -> Row | None:
    """The row of somebody, None for another one."""
    makers: dict[str, Callable[[], Row]] = {
        "waiting": lambda: _waiting(ink, item.data, width, day, now),
        "listed": lambda: _listed(ink, item.data, width, now),
        "quiet one": lambda: _quiet(ink, item.data, width, now),
        "answered": lambda: _answered(ink, item.data, width, now),
    }
    return makers[item.kind]() if item.kind in makers else None


def _waiting(ink: Ink, one: Waiting, width: int, day: int, now: datetime) -> Row:
    """Someone who waits."""
    past, (how, waited, due) = one.part >= 1, _facts(width)
    by = answer_by(one.due, one.part, now)
    if one.tried:
        by = "try again" if past else f"again {by.removeprefix('today ')}"
    cells: list[tuple[list[Part], int, str]] = []
    if how:
        cells.append(([(" ", "faint"), (shown(one.inquiry.how), "muted")], how, "l"))
    if waited:
        cells.append(([(office_time(one.minutes, day), "clay" if past else "muted")], waited, "r"))
    cells.append(([(f"{by} ", "muted")], due, "r"))

    def lay(left: list[Part], ground: str) -> Strip:
        return ink.columns(width, [(left, 0, "l"), *cells], ground)

    return Row(clock_sign(ink, one.part), one.inquiry.who, one.inquiry.text, how + waited + due, lay)


def _with(ink: Ink, width: int, sign: Part, name: str, text: str, fact: Part, quiet: bool = False) -> Row:
    """A row with one fact at its right."""

    def lay(left: list[Part], ground: str) -> Strip:
        return ink.row(width, left, [fact], ground)

    return Row(sign, name, text, cell_len(fact[0]) + 1, lay, quiet)


def _listed(ink: Ink, one: OnList, width: int, now: datetime) -> Row:
    """Someone on the waitlist."""
    has_come = _has_come(one.review, now)
    sign: Part = (ink.signs.path_ahead, "clay" if has_come else "accent")
    fact = f"look again {_day(one.review, now)}" if one.review else "no day yet"
    return _with(ink, width, sign, one.inquiry.who, one.inquiry.text, (f"{fact} ", "clay" if has_come else "muted"))


def _quiet(ink: Ink, one: Quiet, width: int, now: datetime) -> Row:
    """Someone who went away."""
    sign: Part = (ink.signs.kept, "accent") if one.followed else (ink.signs.promise, "accent")
    since = when.since(one.since, now) if one.since else ""
    fact = f"followed up {when.say(one.followed[:10], now)}" if one.followed else since
    return _with(ink, width, sign, one.who, one.note, (f"{fact} ", "muted"), bool(one.followed))


def _answered(ink: Ink, one: Inquiry, width: int, now: datetime) -> Row:
    """Someone who was answered."""
    last = one.answers[-1]
    said = last.outcome if not last.names else count(last.names, "name")
    fact: Part = (f"{said}, {when.say(last.at[:10], now)} ", "faint")
    return _with(ink, width, (ink.signs.listed_done, "accent"), one.who, one.text, fact, True)


def word_row(ink: Ink, word: str, fact: str, width: int) -> Strip:
    """The standing word, and this month beside it; where there is little room, the beginning of the word."""
    if fact and cell_len(word) + cell_len(fact) + 4 > width:
        word = f"{word.partition(',')[0].rstrip('.')}."
    return ink.row(width, [(f" {word}", "muted i")], [(f"{fact} ", "faint")] if fact else [])


def month_said(found: DoorFigures, day: int, narrow: bool) -> str:
    """This month in a few words."""
    month = found.month
    if not month.answered:
        return ""
    half = f", half in {office_time(month.minutes, day)}" if month.minutes is not None and not narrow else ""
    return f"{month.answered} answered this month{half}"


def year_said(found: DoorFigures, narrow: bool) -> str:
    """The year in a line, beside what an audit found; "" when nothing counts yet."""
    year = found.year
    if year.rate is None:
        return ""
    audit = f"{AUDIT} in 100" if year.few else AUDIT
    beside = f"an audit found {audit}" if narrow else f"an audit of 725 therapists found {audit}"
    return f"{year.answered_said} over a year{year.full_said}; {beside}"


def list_row(ink: Ink, item: Item, width: int, focused: bool) -> Strip:
    """The waitlist or those who went away, in a row."""
    title, said, has_come = item.data
    ground = "accent_soft" if focused else "background"
    bar: Part = (ink.signs.focus if focused else " ", "accent")
    name: list[Part] = [bar, (f"{title:20}", "foreground b" if focused else "foreground")]
    return ink.row(width, [*name, (said, "clay" if has_come else "muted")], [(f"{ink.signs.right} ", "faint")], ground)
