"""Cards of the Board: measured by counting, drawn only when in sight."""

from __future__ import annotations

from datetime import datetime

from rich.cells import cell_len
from textual.strip import Strip

from organizer import when
from organizer.practice import Practice
from organizer.records import Entry
from organizer.views.blocking import comes_first
from organizer.words import minutes
from screens.ink import Ink, Part, lines_of, shown, who, wrap
from screens.signs import PRETTY, Signs

TITLE_LINES, WHOLE_LINES = 2, 100
"""How many lines of its title a card shows until it is chosen, and then: more than there is room for."""


def card_height(entry: Entry, width: int, whole: bool, where: bool, now: datetime, first: str = "") -> int:
    """Lines of a card in a column, the blank one after it included. `first` is what comes before it."""
    most = WHOLE_LINES if whole else TITLE_LINES
    titles = lines_of(entry.text, width - 1, width - 4 if entry.dread else 0, most)
    if whole:
        steps = lines_of(entry.step, width - 3, most=WHOLE_LINES) if entry.step else 0
        return titles + steps + len(_facts(PRETTY, entry, now, width - 1, True, first)) + where + 1
    return titles + bool(entry.step) + has_facts(entry, first) + where + 1


def has_facts(entry: Entry, first: str = "") -> bool:
    """Whether a card has a line of facts: only those that say something (field-guide.md, section 6)."""
    return bool(first or entry.due or entry.estimate or entry.repeat or entry.checklist or entry.waiting_for)


def due_part(entry: Entry, now: datetime) -> Part:
    """When a card is due: only what is past needs care, today is plain ink."""
    if not entry.due:
        return ("", "muted")
    today = now.date().isoformat()
    if not entry.open:
        return (when.say(entry.due, now), "faint")
    if entry.due[:10] < today:
        return (when.since(entry.due, now), "clay")
    if entry.due[:10] == today:
        return (when.say(entry.due, now), "foreground")
    return (when.say(entry.due, now), "muted")


def ticked(entry: Entry) -> str:
    """How much of the checklist is done: "2/5"."""
    if not entry.checklist:
        return ""
    return f"{sum(line.done for line in entry.checklist)}/{len(entry.checklist)}"


def draw_card(
    ink: Ink, practice: Practice, entry: Entry, width: int, focused: bool, whole: bool, where: bool, now: datetime
) -> list[Strip]:
    """A card in a column; `whole` where it is open."""
    ground = "accent_soft" if focused else "background"
    bar: Part = (ink.signs.focus if focused else " ", "accent")
    dread = ink.signs.dread[entry.dread_level]
    weight = "faint s" if not entry.open else "foreground b" if focused else "foreground"
    lines = WHOLE_LINES if whole else TITLE_LINES
    titles = wrap(entry.text, width - 1, width - 4 if entry.dread else 0, lines)
    strips = []
    for number, line in enumerate(titles):
        mark: list[Part] = [(f"{dread} ", "clay")] if dread and number == 0 else []
        strips.append(ink.row(width, [bar, (line, weight)], mark, ground))
    if entry.step:
        for number, line in enumerate(wrap(entry.step, width - 3, most=WHOLE_LINES if whole else 1)):
            arrow = ink.signs.step_behind(bar[0]) if number == 0 else " " * len(ink.signs.step)
            strips.append(ink.row(width, [bar, (f"{arrow} ", "accent"), (line, "muted")], (), ground))
    for facts in _facts(ink.signs, entry, now, width - 1, whole, comes_first(practice, entry)):
        strips.append(ink.row(width, [bar, *facts], (), ground))
    if where:
        area = practice.areas.get(entry.area)
        strips.append(ink.row(width, [bar, (area.name if area else "No area yet", "faint")], (), ground))
    return [*strips, ink.blank(width)]


def _facts(signs: Signs, entry: Entry, now: datetime, room: int, whole: bool, first: str) -> list[list[Part]]:
    """The facts that say something, a line of as many as fit; all of them on more lines when `whole`."""
    facts: list[Part] = [
        due_part(entry, now),
        (minutes(entry.estimate), "muted"),
        (signs.repeats if entry.repeat else "", "faint"),
        (ticked(entry), "muted"),
        (f"waiting on {who(entry.waiting_for)}" if entry.waiting_for else "", "muted"),
        (f"after {shown(first)}" if first else "", "muted"),
    ]
    lines: list[list[Part]] = []
    used = 0
    for fact in facts:
        size = cell_len(fact[0])
        if not size:
            continue
        if lines and used + 2 + size <= room:
            lines[-1] += [("  ", "foreground"), fact]
            used += 2 + size
        elif whole or not lines:
            lines.append([fact])
            used = size
    return lines


def row_height(entry: Entry) -> int:
    """Lines of a card in a list (narrow screens), the blank one after it included."""
    return 2 + bool(entry.step)


DAY, LENGTH = 14, 11
"""Cells of the day and of the length in a row."""


def _in_columns(ink: Ink, entry: Entry, width: int, now: datetime) -> list[tuple[list[Part], int, str]]:
    """The facts of a row, each in its column. A long day takes the room of the length, and so does a narrow row."""
    gap: Part = (" ", "foreground")
    due = due_part(entry, now)
    day = DAY if cell_len(due[0]) <= DAY or width < 64 else DAY + 1 + LENGTH
    facts: list[tuple[list[Part], int, str]] = [([gap, due], day + 1, "l")]
    if day == DAY and width >= 64:
        facts.append(([gap, (minutes(entry.estimate), "muted")], LENGTH + 1, "r"))
    if width < 56:
        return facts
    return [
        *facts,
        ([gap, gap, (ink.signs.repeats if entry.repeat else "", "faint")], 4, "l"),
        ([(ticked(entry), "muted")], 5, "r"),
        ([(ink.signs.dread[entry.dread_level], "clay"), gap], 4, "r"),
    ]


def draw_row(ink: Ink, entry: Entry, width: int, focused: bool, now: datetime, first: str = "") -> list[Strip]:
    """A card as a row with its facts in columns, for narrow screens."""
    ground = "accent_soft" if focused else "background"
    bar: Part = (ink.signs.focus if focused else " ", "accent")
    weight = "faint s" if not entry.open else "foreground b" if focused else "foreground"
    title: list[Part] = [bar, (shown(entry.text), weight), (f"  after {shown(first)}" if first else "", "faint")]
    strips = [ink.columns(width, [(title, 0, "l"), *_in_columns(ink, entry, width, now)], ground)]
    if entry.step:
        step: list[Part] = [bar, (f"{ink.signs.step_behind(bar[0])} ", "accent"), (shown(entry.step), "muted")]
        strips.append(ink.row(width, step, (), ground))
    return [*strips, ink.blank(width)]
