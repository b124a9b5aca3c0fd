"""What clients tell, as rows of the Front Door: figures with their bars, words in italics, what was changed."""

from __future__ import annotations

from typing import Any

from textual.strip import Strip

from organizer.feedback.questions import CAUTION
from organizer.manner import keyed
from organizer.records.feedback import Comment, Heeded
from organizer.views.feedback import Telling, Told, feedback
from organizer.views.naming import month_name
from screens.ink import Ink, Part, lines_of, shown, wrap
from screens.widgets.lane import Item

TITLE = "What clients tell us"
QUIET = "Figures and words are shown from five answers on."
HINT = "asks them: on paper, or by a form online."
CAP = 3
"""How many comments are shown before the rest is asked for."""


def seen(page: Any) -> Telling:
    """What may be shown, read once for each state of the practice."""
    now = page.office.practice.version
    if getattr(page, "telling_at", None) != now:
        page.telling_at, page.telling_view = now, feedback(page.office.practice)
    found: Telling = page.telling_view
    return found


def items(page: Any) -> list[Item]:
    """The rows."""
    view = seen(page)
    airy = [] if page.short else [Item("", "tell blank")]
    fact = f"{view.n:,} answers, no names" if view.n else ""
    found = [Item("", "tell heading", (TITLE, fact)), *airy]
    if not view.n:
        found += [Item("", "tell quiet", QUIET), Item("", "tell hint", HINT)]
    for number, one in enumerate(view.told):
        found += [Item("", "tell blank")] if number and page.screen_height >= 44 else []
        found.append(Item(f"told:{one.question.id}", "tell figure" if page.height >= 22 else "tell line", one))
        if page.opened == one.question.id:
            found += [Item("", "tell fact", line) for line in _facts(page, one)]
    found += _words(page, view, airy)
    if view.heeded:
        found += [*airy, Item("", "tell heading", ("You said, we changed", ""))]
        found += [Item(one.id, "tell heeded", one) for one in view.heeded[: None if page.all_told else CAP]]
    if view.round:
        found += [*airy, Item("", "tell quiet", f"Asking: {view.round.name}, since {_day(page, view.round.begun)}.")]
    return [*found, *airy, Item("", "tell caution", CAUTION)] if view.n else found


def _facts(page: Any, one: Told) -> list[tuple[str, str]]:
    """What is under a figure that is open: how many, how high and low, and its quarters."""
    figures = one.figures
    high = f"{figures.high} in 100 high" if figures.high is not None else ""
    low = f"{figures.low} low" if figures.low != "0" else "none low"
    rows = [(f"{figures.n:,} answers", ", ".join(part for part in (high, low) if part))]
    if len(figures.periods) > 1:
        rows += [
            (_span(page, time.first, time.last), f"{time.mean:.1f}, {time.n:,} answers") for time in figures.periods
        ]
    return rows


def _span(page: Any, first: str, last: str) -> str:
    """From which month to which."""
    one, two = month_name(first, page.now), month_name(last, page.now)
    return one if one == two else f"{one} to {two}"


def _words(page: Any, view: Telling, airy: list[Item]) -> list[Item]:
    shown_ = view.comments if page.all_told else view.comments[:CAP]
    found: list[Item] = airy if shown_ else []
    found = [*found, *(Item(one.id, "tell comment", one) for one in shown_)]
    left = len(view.comments) - len(shown_)
    return [*found, Item("tell:more", "tell more", left)] if left else found


def _day(page: Any, day: str) -> str:
    from organizer import when

    return when.say(day, page.now)


def height(item: Item, width: int, focused: bool) -> int:
    """How many lines a row takes."""
    if item.kind == "tell figure":
        return 2
    if item.kind == "tell comment":
        return lines_of(f"“{item.data.text}”", width - 3, most=0 if focused else 2) + bool(
            item.data.entry or item.data.praise
        )
    if item.kind in ("tell quiet", "tell caution"):
        return lines_of(item.data, width)
    return 2 if item.kind == "tell heeded" else 1


def draw(page: Any, item: Item, width: int, focused: bool) -> list[Strip]:
    """The lines of a row."""
    ink = page.ink
    if item.kind == "tell heading":
        return [ink.row(width, [(item.data[0], "foreground b")], [(item.data[1], "faint")])]
    if item.kind in ("tell figure", "tell line"):
        return _figure(ink, item.data, width, item.kind == "tell figure", focused)
    if item.kind == "tell fact":
        return [ink.row(width, [("   ", "faint"), (item.data[0], "muted")], [(item.data[1], "muted")])]
    if item.kind == "tell comment":
        return _comment(page, ink, item.data, width, focused)
    if item.kind == "tell heeded":
        return _heeded(ink, item.data, width, focused)
    if item.kind == "tell hint":
        return [ink.row(width, [(keyed("{feedback.ask} "), "accent b"), (item.data, "muted")])]
    if item.kind in ("tell quiet", "tell caution"):
        spec = "muted" if item.kind == "tell quiet" else "faint"
        return [ink.row(width, [(line, spec)]) for line in wrap(item.data, width)]
    if item.kind == "tell more":
        ground = "accent_soft" if focused else "background"
        bar: Part = (ink.signs.focus if focused else " ", "accent")
        return [ink.row(width, [bar, (f"  {item.data:,} more", "foreground b" if focused else "muted")], (), ground)]
    return [ink.blank(width)]


def _figure(ink: Ink, one: Told, width: int, bar: bool, focused: bool) -> list[Strip]:
    """A question, its mean, and below it a bar."""
    figures = one.figures
    of = " of 10" if figures.of == 10 else ""
    change = {"up": "better  ", "down": "lower  "}.get(figures.change, "")
    care = "worth a look  " if figures.care else ""
    name: Part = (shown(one.question.short or one.question.text), "foreground b" if focused else "muted")
    facts: list[Part] = [(change, "faint"), (care, "clay"), (f"{figures.mean:.1f}", "foreground"), (of, "faint")]
    mark: list[Part] = [(f"{ink.signs.focus} ", "accent")] if focused else []
    rows = [ink.row(width, [*mark, name], facts, "accent_soft" if focused else "background")]
    if not bar:
        return rows
    full = round(figures.mean / figures.of * width)
    line = ink.signs.path_line
    rest: Part = ((ink.signs.path_rest if line == "=" else line) * (width - full), "track")
    return [*rows, ink.row(width, [(line * full, "clay" if figures.care else "accent"), rest])]


def _comment(page: Any, ink: Ink, one: Comment, width: int, focused: bool) -> list[Strip]:
    """What someone wrote, in italics; below it what became of it."""
    signs = ink.signs
    ground = "accent_soft" if focused else "background"
    bar: Part = (signs.focus if focused else " ", "accent")
    said = f"{signs.quote_open}{one.text}{signs.quote_close}"
    lines = wrap(said, width - 3, most=0 if focused else 2)
    rows = [ink.row(width, [bar, (" ", "faint"), (line, "foreground i")], (), ground) for line in lines]
    entry = page.office.practice.entry(one.entry) if one.entry else None
    if one.entry or one.praise:
        what = "kept as a win" if one.praise else "on the Board" if entry is None or entry.open else "done"
        rows.append(ink.row(width, [bar, (f" {signs.step} ", "accent"), (what, "faint")], (), ground))
    return rows


def _heeded(ink: Ink, one: Heeded, width: int, focused: bool) -> list[Strip]:
    ground = "accent_soft" if focused else "background"
    bar: Part = (ink.signs.focus if focused else " ", "accent")
    first = ink.row(width, [bar, (" ", "faint"), (shown(one.said), "muted i")], (), ground)
    return [
        first,
        ink.row(width, [bar, (f" {ink.signs.step} ", "accent"), (shown(one.changed), "foreground")], (), ground),
    ]


def choose(page: Any, item: Item) -> str:
    """Enter on a row: a command, "redraw", or ""."""
    if item.kind == "tell more":
        page.all_told = page.dirty = True
        return "redraw"
    if item.kind in ("tell figure", "tell line"):
        question = item.key.partition(":")[2]
        page.opened, page.dirty = "" if page.opened == question else question, True
        return "redraw"
    if item.kind == "tell comment":
        return "feedback.task"
    return "feedback.changed" if item.kind == "tell heeded" else ""


def click(page: Any, item: Item, column: int, line: int) -> str:
    """A click on a row: a command, "redraw", "choose", or ""."""
    return "feedback.ask" if item.kind == "tell hint" else "choose" if item.kind == "tell more" else ""
