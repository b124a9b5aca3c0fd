"""What the keys, clicks and typed lines of the journal do."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from organizer.commands.command import Command
from organizer.views.migration import asks_why
from screens.desk import Desk
from screens.journal.page import Journal
from screens.widgets.keybar import NO_HINT


def page_of(desk: Desk) -> Journal:
    """The journal, which is open."""
    page = desk.page
    assert isinstance(page, Journal)
    return page


def show(desk: Desk) -> None:
    """Draw the journal as it is open now, with the band and the keys around it."""
    desk.page.dirty = True
    desk.go("journal")


def write(desk: Desk, lines: list[str], dates: bool) -> str:
    """Keep lines on the page that is open; "" when they were, else why not."""
    journal = page_of(desk)
    answer = journal.leaf.written(desk, lines)
    if answer is not None:
        return answer
    entries = desk.office.practice.entries
    before = next(reversed(entries), "")
    why = desk.attempt("journal.write", (), lines=lines, dates=dates, page=journal.writing_on())
    if not why:
        new = next(reversed(entries), "")
        if new != before and journal.lanes[0].seek(f"{new}/0"):
            desk.canvas.redraw()
    return why


# -- what needs an answer


def _write(desk: Desk, command: Command) -> None:
    """A new line: at the foot of the page, where there is one; else caught as anywhere."""
    if command.id == "catch" or not desk.page.writes:
        from screens.answers import catch

        catch(desk, command)
        return
    from screens.writing import write as begin

    begin(desk)


def choose_from(desk: Desk, source: Any) -> None:
    """Open a list to choose from, or a line to type."""
    from screens.dialogs.chooser import Chooser

    desk.app.push_screen(Chooser(desk.office, desk.ink, source))


def selected(desk: Desk, command: Command) -> tuple[str, ...]:
    """The entries that are meant; none, and a kind sentence, when there are none."""
    ids = desk.page.selection()
    why = command.allowed(desk.office.practice, ids)
    if why:
        desk.say("Choose a line first: ↑ ↓ move, or click one." if not ids else why, care=True)
    return () if why else ids


def attempt(desk: Desk, command: str, ids: tuple[str, ...] = (), **answers: Any) -> None:
    """Run a command, and say why when it was not done."""
    why = desk.attempt(command, ids, **answers)
    if why:
        desk.say(why, care=True)


def _move_on(desk: Desk, command: Command) -> None:
    """To today's page; what stands there already, or later, is asked where to."""
    ids = selected(desk, command)
    if not ids:
        return
    from organizer.pages import page_of as standing_page
    from organizer.views.migration import is_past

    entries = [desk.office.practice.find(id) for id in ids]
    today = desk.office.clock.today()
    if page_of(desk).view == "migrate" or all(is_past(standing_page(entry), today) for entry in entries):
        carry(desk, ids, {})
    else:
        _to_page(desk, command)


def carry(desk: Desk, ids: tuple[str, ...], answers: dict[str, Any]) -> None:
    """Carry lines to today's page, or where the answers say; what was put off before is asked why first."""
    asking = [id for id in ids if asks_why(desk.office.practice.find(id))]
    rest = tuple(id for id in ids if id not in asking)
    if len(ids) == 1 and asking:
        from screens.journal.why import Why

        def then() -> None:
            desk.call_later(attempt, desk, "journal.migrate", ids, **answers)

        desk.app.push_screen(Why(desk.office, desk.ink, ids[0], then))
        return
    if rest:
        attempt(desk, "journal.migrate", rest, **answers)
    if asking:
        kept = f"{len(asking)} {'was' if len(asking) == 1 else 'were'} put off before: each is met by itself."
        desk.say(kept, NO_HINT, care=not rest)


def _to_page(desk: Desk, command: Command) -> None:
    ids = selected(desk, command)
    if ids:
        from screens.journal.choosing import Pages

        def go(kind: str, what: str) -> str:
            if kind == "collect":
                return desk.attempt("journal.collect", ids, collection=what)
            if kind in ("area", "stage"):
                return desk.attempt("entry.move", ids, to=what, kind=kind)
            return desk.attempt("journal.migrate", ids, to=what)

        choose_from(desk, Pages(desk.office, desk.ink, go))


def _schedule(desk: Desk, command: Command) -> None:
    ids = selected(desk, command)
    if ids:
        from screens.journal.choosing import Months

        choose_from(desk, Months(desk.office, desk.ink, lambda text: desk.attempt("journal.schedule", ids, when=text)))


def _answer(desk: Desk, command: Command) -> None:
    ids = selected(desk, command)
    if ids:
        from screens.dialogs.ask import Asked, Question

        question = Question("What is the answer?", "what was found out, in a few words", "answered", may_be_empty=True)
        choose_from(desk, Asked(desk.office, question, lambda text: desk.attempt(command.id, ids, text=text)))


def _elsewhere(name: str) -> Callable[[Any, Command], None]:
    """What is asked less often is done in a module of its own, imported when it is."""

    def go(desk: Desk, command: Command) -> None:
        from screens.journal import asking

        getattr(asking, name)(desk, command)

    return go


ASKING: dict[str, Callable[[Any, Command], None]] = {
    "catch": _write,
    "line": _write,
    "collection": _to_page,
    "title": _elsewhere("ask_title"),
    "the collection": _elsewhere("with_collection"),
    "habit name": _elsewhere("ask_habit_name"),
    "the habit": _elsewhere("with_habit"),
    "look back": _elsewhere("ask_look_back"),
    "volume": _elsewhere("ask_volume"),
    "own mark": _elsewhere("ask_own_mark"),
    "mark": _elsewhere("ask_mark"),
    "why": _elsewhere("ask_why"),
    "by": _elsewhere("ask_order"),
    "number": _elsewhere("number"),
    "page": _move_on,
    "month": _schedule,
    "where": _to_page,
    "answer": _answer,
}


# -- ways about


def _period(by: int) -> Callable[[Desk], None]:
    def go(desk: Desk) -> None:
        page_of(desk).period(by)
        show(desk)

    return go


def open_view(view: str) -> Callable[[Desk], None]:
    """Open one of the six views."""

    def go(desk: Desk) -> None:
        page_of(desk).open(view)
        show(desk)

    return go


def _turn(desk: Desk) -> None:
    page_of(desk).turn()
    show(desk)


def _today(desk: Desk) -> None:
    journal, today = page_of(desk), f"day:{desk.office.clock.today()}"
    if journal.view == "day" and journal.writing_on() == today:
        desk.say("This is the page of today.")
    journal.open_page(today)
    show(desk)


def _goto(desk: Desk) -> None:
    from screens.journal.choosing import Goto

    def go(page: str) -> str:
        page_of(desk).open_page(page)
        desk.call_later(show, desk)
        return ""

    choose_from(desk, Goto(desk.office, desk.ink, go))


def follow(desk: Desk, back: bool) -> bool:
    """Along the chain of a line: to the page where it went, or came from; whether there is such a page."""
    journal = page_of(desk)
    line = journal.line
    place = (line.came if back else line.went) if line else None
    if line is None or place is None:
        return False
    journal.open_page(place.page, f"{line.entry.id}/{line.nth + (-1 if back else 1)}")
    show(desk)
    return True


def _back(desk: Desk) -> None:
    if not follow(desk, back=True):
        desk.say("This line was first written here.")


def _skip(desk: Desk) -> None:
    desk.say("That is for Migrate, where lines are met one at a time.")


def _share(desk: Desk) -> None:
    from screens.journal.sharing import Forms

    journal = page_of(desk)
    page = journal.writing_on() or f"month:{journal.month}"

    def go(text: str) -> str:
        desk.app.copy_to_clipboard(text)
        desk.call_later(desk.say, "Copied. Whoever pastes it can read it.")
        return ""

    choose_from(desk, Forms(desk.office, page, go))


def _order(by: int) -> Callable[[Desk], None]:
    def go(desk: Desk) -> None:
        from screens.journal.keeping import reorder

        reorder(desk, by)

    return go


ABOUT: dict[str, Callable[[Any], None]] = {
    "journal.view": _turn,
    "journal.earlier": _period(-1),
    "journal.later": _period(1),
    "journal.today": _today,
    "journal.goto": _goto,
    "journal.index": open_view("index"),
    "journal.meet": open_view("migrate"),
    "journal.follow": _back,
    "journal.share": _share,
    "journal.skip": _skip,
    "journal.tick": _skip,
    "journal.up": _order(-1),
    "journal.down": _order(1),
}


# -- rows on which a key means something of their own


def take(desk: Desk, id: str) -> bool:
    """A key on its way: the view may take it, and enter follows a stroke; whether it was taken."""
    journal = page_of(desk)
    return journal.leaf.take(desk, id) or (id == "entry.open" and enter(desk))


def enter(desk: Desk) -> bool:
    """What enter means where it does not open an entry: a page, a view, or along the strokes both ways."""
    journal = page_of(desk)
    item = journal.item
    if item.kind == "index":
        journal.open("index")
        show(desk)
        return True
    if item.key.startswith("page:"):
        journal.open_page(item.key.removeprefix("page:"))
        show(desk)
        return True
    if item.kind == "line":
        return follow(desk, back=False) or follow(desk, back=True)
    if item.kind == "due":
        from screens.dialogs.drawer import Drawer

        desk.app.push_screen(Drawer(desk.office, desk.ink, item.key.partition("/")[0]))
        return True
    return False


def click(desk: Desk, command: str, target: str) -> bool:
    """A click on the page; whether that was all."""
    journal = page_of(desk)
    kind, _, what = target.partition(":")
    if kind == "view":
        journal.open(what)
        show(desk)
    elif command.startswith("page:"):
        journal.open_page(command.removeprefix("page:"))
        show(desk)
    elif command.startswith("period:"):
        journal.month_by(int(command.rpartition(":")[2]))
        show(desk)
    elif command.startswith("tick:"):
        _, habit, day = command.split(":")
        attempt(desk, "habit.tick", habit=habit, day=f"{journal.month}-{int(day):02}")
    elif command.startswith("row:"):
        key = command.removeprefix("row:")
        journal.lane = next((n for n, lane in enumerate(journal.lanes) if lane.seek(key)), journal.lane)
        take(desk, "entry.open")
    elif command == "choose":
        from screens.doing import do

        do(desk, "entry.open")
    else:
        return False
    return True
