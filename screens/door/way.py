"""The way in, as rows of the Front Door: the stops on their line, and below it the one that is open."""

from __future__ import annotations

from typing import Any

from rich.cells import cell_len, set_cell_size
from textual.strip import Strip

from organizer import when
from organizer.records import Entry
from organizer.records.path import Snag
from organizer.views.path import PathView, StopView, path
from organizer.words import count
from screens.ink import Ink, Part, lines_of, shown, wrap
from screens.path import stops_at
from screens.widgets.lane import Item

TITLE = "The way in, step by step"
GO, WALK, SEEN = "way:go", "Walk it as a stranger, once a quarter", "Seen, on to the next stop"
"""The last row of a stop: it begins the walk, and goes on with it."""
SMOOTHED = 4
"""How many of those that went are shown, the last ones first."""
EDGE = 4
"""Cells between the side of the lane and the middle of the first stop."""


def seen(page: Any) -> PathView:
    """The way as it is now, read once for each state of the practice."""
    now = (page.office.practice.version, page.now.date())
    if getattr(page, "way_at", None) != now:
        page.way_at, page.way_view = now, path(page.office.practice, page.now)
    found: PathView = page.way_view
    return found


def here(page: Any) -> StopView:
    """The stop that is open: the one chosen, on a walk the next to be seen, else the one that weighs most."""
    view = seen(page)
    chosen = next((one for one in view.stops if one.stop.id == page.stop), None)
    ahead = next((one for one in view.stops if not one.seen), None) if view.walk else None
    return chosen or ahead or max(view.stops, key=lambda one: one.weight)


# -- rows


def stops_items(page: Any) -> list[Item]:
    """The heading, and the line with its stops."""
    airy = [] if page.short else [Item("", "way blank")]
    return [Item("", "way head"), *airy, Item("", "way stops")]


def items(page: Any) -> list[Item]:
    """The stop that is open: its snags, what is under way for it, what is simpler since."""
    view, one = seen(page), here(page)
    airy = [] if page.short else [Item("", "way blank")]
    found = [Item("", "way heading", one), *airy]
    if view.walk or not one.snags:
        found += [Item("", "way words", text) for text in (one.stop.look, one.stop.simpler) if text]
        found += airy
    found += [Item(snag.id, "way snag", snag) for snag in one.snags]
    found += airy if one.snags and (one.tasks or one.smoothed) else []
    found += [Item(entry.id, "way task", entry) for entry in one.tasks]
    found += [Item(snag.id, "way gone", snag) for snag in one.smoothed[: None if page.all_gone else SMOOTHED]]
    if view.walk:
        found += [*airy, Item(GO, "way do", SEEN)]
    elif view.due:
        found += [*airy, Item(GO, "way do", WALK)]
    return found[:-1] if found[-1].kind == "way blank" else found


def height(item: Item, width: int, focused: bool) -> int:
    """How many lines a row takes."""
    if item.kind == "way stops":
        return 3
    if item.kind == "way words":
        return lines_of(item.data, width - 3)
    if item.kind == "way snag":
        return lines_of(item.data.text, _room(item.data, width), most=0 if focused else 2)
    if item.kind == "way task":
        return 2
    if item.kind == "way gone":
        return 2 if item.data.after else 1
    return 1


# -- drawing


def draw(page: Any, item: Item, width: int, focused: bool) -> list[Strip]:
    """The lines of a row."""
    ink = page.ink
    if item.kind == "way head":
        return [_head(page, ink, width)]
    if item.kind == "way stops":
        return _stops(page, ink, width)
    if item.kind == "way heading":
        return [ink.row(width, [(shown(item.data.stop.name), "foreground b")], [(_weighs(item.data), "faint")])]
    if item.kind == "way words":
        return [ink.row(width, [("   ", "faint"), (line, "muted")]) for line in wrap(item.data, width - 3)]
    if item.kind == "way snag":
        return _snag(ink, item.data, width, focused)
    if item.kind == "way task":
        return _task(page, ink, item.data, width, focused)
    if item.kind == "way gone":
        return _gone(ink, item.data, width, focused)
    if item.kind == "way do":
        sign: Part = (f"{ink.signs.step} ".ljust(3), "accent")
        return [_row(ink, width, sign, item.data, "foreground", focused)]
    return [ink.blank(width)]


def _head(page: Any, ink: Ink, width: int) -> Strip:
    view, signs = seen(page), ink.signs
    if view.walk:
        fact = f"walking it: {sum(one.seen for one in view.stops)} of {len(view.stops)} seen "
        return ink.row(width, [(TITLE, "foreground b")], [(fact, "accent")])
    snag = f"{signs.path_ahead} has a snag"
    if width < 85:
        return ink.row(width, [(TITLE, "foreground b")], [(f"{snag} ", "faint")])
    facts = f"{signs.path_done} smooth   {snag}   {signs.path_here} open below "
    return ink.row(width, [(TITLE, "foreground b")], [(facts, "faint")])


def places(width: int, number: int) -> list[int]:
    """The cells in which the stops stand."""
    edge = EDGE if width >= 60 else 1
    return [edge + at for at in stops_at(max(2, width - 2 * edge), number)]


def _stops(page: Any, ink: Ink, width: int) -> list[Strip]:
    """The line, the names under it, and how many snags."""
    view, open_, signs = seen(page), here(page).stop.id, ink.signs
    at = places(width, len(view.stops))
    line: list[Part] = []
    names: list[tuple[int, str, str]] = []
    facts: list[tuple[int, str, str]] = []
    x = 0
    for one, cell in zip(view.stops, at, strict=True):
        chosen = one.stop.id == open_
        sign = signs.path_here if chosen else signs.path_ahead if one.snags else signs.path_done
        spec = "accent" if chosen or not one.snags else "clay"
        line += [((" " if not x else signs.path_rest) * (cell - x), "line"), (sign, spec)]
        x = cell + 1
        names.append((cell, _name(one, at, width), "accent b" if chosen else "muted"))
        said = count(len(one.snags), "snag") if at[1] - at[0] > 8 else str(len(one.snags))
        if view.walk and one.seen:
            facts.append((cell, "seen", "accent"))
        elif one.snags:
            facts.append((cell, said, "clay"))
    if at[1] - at[0] < 6:  # no room for all: the one that is open
        names = [one for one, stop in zip(names, view.stops, strict=True) if stop.stop.id == open_]
    return [ink.row(width, line), _below(ink, names, width), _below(ink, facts, width)]


def _name(one: StopView, at: list[int], width: int) -> str:
    """The name of a stop, or the short one where that does not fit between its neighbours."""
    room = at[1] - at[0] - 1
    name = shown(one.stop.name)
    if cell_len(name) <= room:
        return name
    short = shown(one.stop.short or one.stop.name)
    return short if cell_len(short) <= room or room < 4 else set_cell_size(short, room).rstrip()


def _below(ink: Ink, words: list[tuple[int, str, str]], width: int) -> Strip:
    """Words with their middle in given cells, none over another."""
    parts: list[Part] = []
    x = 0
    for cell, text, spec in words:
        begin = max(x + (1 if x else 0), min(cell - cell_len(text) // 2, width - cell_len(text)))
        parts += [(" " * (begin - x), "faint"), (text, spec)]
        x = begin + cell_len(text)
    return ink.row(width, parts)


def _weighs(one: StopView) -> str:
    if not one.snags:
        return "smooth" if not one.before else f"smooth, weighed {one.before}"
    was = f", was {one.before}" if one.before is not None and one.before != one.weight else ""
    return f"{count(len(one.snags), 'snag')}, weighs {one.weight}{was}"


def _row(
    ink: Ink, width: int, sign: Part, text: str, spec: str, focused: bool, facts: tuple[Part, ...] = ()
) -> Strip:  # fmt: skip
    """Sign, words, facts; where the cursor is, its bar stands in the place of the sign."""
    if not focused:
        return ink.row(width, [sign, (text, spec)], list(facts))
    bar: Part = (ink.signs.focus.ljust(len(sign[0])), "accent")
    return ink.row(width, [bar, (text, "foreground b" if spec == "foreground" else spec)], list(facts), "accent_soft")


def _dots(snag: Snag) -> int:
    return max(0, min(5, snag.weight))


def _room(snag: Snag, width: int) -> int:
    """Cells for the words of a snag, beside the dots that say how heavy it is."""
    return max(1, width - 5 - _dots(snag))


def _snag(ink: Ink, snag: Snag, width: int, focused: bool) -> list[Strip]:
    """A snag and how heavy it is."""
    lines = wrap(snag.text, _room(snag, width), most=0 if focused else 2)
    weight: Part = (ink.signs.dot * _dots(snag), "clay" if snag.weight > 3 else "faint")
    first = _row(
        ink, width, (f"{ink.signs.note}  ", "muted"), lines[0], "foreground", focused, (weight, (" ", "faint"))
    )
    ground, bar = ("accent_soft", ink.signs.focus) if focused else ("background", " ")
    more = [ink.row(width, [(bar, "accent"), ("  ", "faint"), (line, "foreground")], (), ground) for line in lines[1:]]
    return [first, *more]


def _task(page: Any, ink: Ink, entry: Entry, width: int, focused: bool) -> list[Strip]:
    """What is under way for the stop, and where it stands."""
    done = sum(line.done for line in entry.checklist)
    fact = f"{done}/{len(entry.checklist)} " if entry.checklist else ""
    spec = "foreground" if entry.open else "faint s"
    first = _row(
        ink, width, (f"{ink.signs.step} ".ljust(3), "accent"), shown(entry.text), spec, focused, ((fact, "muted"),)
    )
    due = f", due {when.say(entry.due, page.now)}" if entry.due else ""
    said = f"on the Board{due}" if entry.open else "done: is it smooth now?" if entry.stage == "done" else "let go"
    ground, bar = ("accent_soft", ink.signs.focus) if focused else ("background", " ")
    return [first, ink.row(width, [(bar, "accent"), ("  ", "faint"), (said, "faint")], (), ground)]


def _gone(ink: Ink, snag: Snag, width: int, focused: bool) -> list[Strip]:
    """A snag that went, and how it is now."""
    first = _row(ink, width, (f"{ink.signs.listed_done}  ", "accent"), shown(snag.text), "faint s", focused)
    if not snag.after:
        return [first]
    ground, bar = ("accent_soft", ink.signs.focus) if focused else ("background", " ")
    return [first, ink.row(width, [(bar, "accent"), ("  now: ", "faint"), (shown(snag.after), "muted")], (), ground)]


# -- acting


def step(page: Any, by: int) -> bool:
    """To the stop before or after; whether there is one."""
    stops = [one.stop.id for one in seen(page).stops]
    to = stops.index(here(page).stop.id) + by
    if not 0 <= to < len(stops):
        return False
    go_to(page, stops[to])
    return True


def go_to(page: Any, stop: str) -> None:
    """Open a stop; its rows are made anew, and the cursor is on the first of them if it was among them."""
    among = page.current is not None and page.current.name == "stop"
    page.stop = stop
    page.dirty = True
    page.layout()
    lane = next((one for one in page.lanes if one.name == "stop"), None)
    if among and lane is not None and lane.key:
        page.lane = page.lanes.index(lane)
        lane.point(next(at for at, item in enumerate(lane.items) if item.key))
        page.activate()


def choose(page: Any, item: Item) -> str:
    """Enter on a row: a command, "redraw", or ""."""
    if item.kind == "way task":
        return "entry.open"
    if item.kind == "way do":
        return "path.walk" if item.data == WALK else "path.look"
    if item.kind == "way snag":
        entry = page.office.practice.entry(item.data.entry) if item.data.entry else None
        return "path.smooth" if entry is not None and not entry.open else "path.task"
    return "path.smooth" if item.kind == "way gone" else ""


def click(page: Any, item: Item, column: int, line: int) -> str:
    """A click on a row: a command, "redraw", "choose", or ""."""
    if item.kind == "way stops":
        lane = next(one for one in page.lanes if one.name == "way")
        at = places(lane.width, len(seen(page).stops))
        nearest = min(range(len(at)), key=lambda number: abs(at[number] - column))
        go_to(page, seen(page).stops[nearest].stop.id)
        return "redraw"
    if item.kind == "way snag" and column == 0:
        return "path.smooth"
    return "choose" if item.kind == "way do" else ""
