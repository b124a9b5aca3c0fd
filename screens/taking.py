"""Taking everything along in a file, and bringing a file in: asked for by its name, which says the format."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

from organizer import wholefile
from organizer.change import Change
from organizer.commands.command import Command
from organizer.errors import OrganizerError
from organizer.exchange import bringing, out
from organizer.office import Office
from organizer.views.weeks import week_of
from organizer.words import count
from screens import beside
from screens.desk import Desk
from screens.dialogs.chooser import Chooser
from screens.ink import Part, shown
from screens.widgets.keybar import UNDO
from screens.widgets.lane import Item

LISTS = {"tasks": "tasks", "promises": "promises", "inquiries": "inquiries"}
"""What a list for a spreadsheet is of, by how its name begins."""
SAID = {
    ".json": "everything, to be imported again whole",
    ".csv": "tasks, for a spreadsheet",
    ".md": "board, journal and my word, to read",
}
SMALL = 40_000
"""Bytes of a file that is read between two keys."""
PAGE = {".html": "to print, by any browser", ".md": "to read"}


class NewFile:
    """Which file is made; `go(path)` gives "" or why not. `usual` are names that may be chosen."""

    enter = "save it there"

    def __init__(self, title: str, usual: tuple[str, ...], go: Callable[[str], str], said: dict[str, str]) -> None:
        self.title, self._usual, self._go, self._said = title, usual, go, said
        self._endings = tuple(os.path.splitext(name)[1] for name in usual)
        self.placeholder = f"a new file that ends in {' or '.join(dict.fromkeys(self._endings))}"

    def _about(self, name: str) -> str:
        said = self._said.get(os.path.splitext(name)[1].lower(), "")
        return said.replace("tasks", LISTS[list_in(name)])

    def items(self, query: str) -> list[Item]:
        """What is typed, or the usual names."""
        if query.strip():
            return [Item(query.strip(), "file", self._about(query.strip()))]
        return [Item(os.path.join(wholefile.folder(), name), "file", self._about(name)) for name in self._usual]

    def parts(self, item: Item, query: str) -> tuple[list[Part], list[Part]]:
        """Its name, and what will be in it."""
        return [(f"  {shown(item.key)}", "foreground")], [(item.data, "faint")]

    def pick(self, item: Item, query: str) -> str:
        """Take the name, if a file may be made of it."""
        path = os.path.abspath(os.path.expanduser(item.key.strip()))
        if not item.key or os.path.splitext(path)[1].lower() not in self._endings:
            return f"The name has to end in {' or '.join(dict.fromkeys(self._endings))}."
        if os.path.lexists(path):
            return "There is a file of that name already; it was left as it is. Type another name."
        return self._go(path)


def list_in(path: str) -> str:
    """What a list for a spreadsheet is of, by how the name of its file begins."""
    name = os.path.basename(path).lower()
    return next((what for what in LISTS if name.startswith(what)), "tasks")


def export(desk: Desk) -> None:
    """Where everything is to go, and as what."""
    day = desk.office.clock.now().date().isoformat()
    lists = (f"{what}-{day}.csv" for what in LISTS)
    usual = (f"practice-{day}.json", *lists, f"practice-{day}.md")

    def go(path: str) -> str:
        desk.call_later(desk.say, "Writing…", stays=True)
        desk.call_later(desk.call_after_refresh, _export, desk, path)
        return ""

    desk.app.push_screen(Chooser(desk.office, desk.ink, NewFile("Take everything along", usual, go, SAID)))


def _export(desk: Desk, path: str) -> None:
    form = bringing.format_of(path)

    def made(office: Office) -> Iterator[str]:
        what = list_in(path) if form == "csv" else ""
        return out.in_file(form, out.pieces(office.practice, form, office.clock.now(), office.clock.zone(), what))

    def act(office: Office, work: beside.Work) -> str:
        wholefile.keep(path, _stepping(made(office), work))
        return office.trouble

    if beside.can(desk):
        beside.begin(desk, beside.Work("Writing…"), act, lambda trouble: _saved(desk, path, trouble))
    else:
        save(desk, path, made(desk.office))


def _stepping(pieces: Iterator[str], work: beside.Work) -> Iterator[str]:
    for piece in pieces:
        work.step()
        yield piece


def report_week(desk: Desk) -> None:
    """Where the page of a week goes; on its first day the one before stands first."""
    today = desk.office.clock.now().date()
    first, _ = week_of(desk.office.practice, today)
    weeks = [first, first - timedelta(days=7)]
    if today == first:
        weeks.reverse()
    names = {f"week-{day.isoformat()}.html": day for day in weeks}
    usual = (*names, f"week-{weeks[0].isoformat()}.md")

    def go(path: str) -> str:
        day = names.get(os.path.basename(path), weeks[0])
        desk.call_later(_report_week, desk, path, day)
        return ""

    desk.app.push_screen(Chooser(desk.office, desk.ink, NewFile("The week on a page", usual, go, PAGE)))


def _report_week(desk: Desk, path: str, day: date) -> None:
    from organizer.printing.week import AMBER, made
    from organizer.views.week import week
    from screens.palettes import derive

    office = desk.office
    theme = office.practice.theme()
    accent = derive(theme.color, False).accent if theme and theme.color else AMBER
    save(desk, path, made(path, week(office.practice, day, office.clock.now(), office.clock.zone()), accent))


def save(desk: Desk, path: str, made: str | Iterator[str]) -> None:
    """Write the file and say so, or why it could not be."""
    try:
        wholefile.keep(path, made)
    except OrganizerError as error:
        desk.say(str(error), care=True)
        return
    _saved(desk, path, desk.office.trouble)


def _saved(desk: Desk, path: str, trouble: str) -> None:
    said = f"Saved: {os.path.basename(path)}. {out.NOT_SEALED}"
    desk.say(f"{said} What cannot be read is missing from it. {trouble}" if trouble else said, care=bool(trouble))


def ask_import(desk: Desk, command: Command) -> None:
    """Which file; then what would come of it, and the choice."""

    def go(path: str) -> str:
        try:
            form = bringing.format_of(path)
            if beside.can(desk) and _size(path) > SMALL:
                _read_beside(desk, form, path)
                return ""
            answers = bringing.answers(form, path)
            source = Outlook(desk.office, path, answers, lambda prefer: _import(desk, answers, prefer))
        except OrganizerError as error:
            return str(error)
        desk.call_later(lambda: desk.app.push_screen(Chooser(desk.office, desk.ink, source)))
        return ""

    desk.app.push_screen(Chooser(desk.office, desk.ink, OldFile(go)))


def _size(path: str) -> int:
    try:
        return os.path.getsize(path)
    except OSError:
        return 0


def _read_beside(desk: Desk, form: str, path: str) -> None:
    """A long file is read beside the keys; what would come of it is shown when it is and nothing else is open."""

    def act(office: Office, work: beside.Work) -> Outlook:
        answers = bringing.answers(form, path, work.step)
        work.said, work.all = "Looking at what would come…", 0
        found = Outlook(office, path, answers, lambda prefer: _import_beside(desk, answers, prefer))
        work.step()
        return found

    def show(found: Outlook) -> None:
        if not desk.is_attached:
            return
        if desk.app.screen is desk and not desk.writing:
            desk.app.push_screen(Chooser(desk.office, desk.ink, found))
        else:
            desk.set_timer(0.5, lambda: show(found))

    name = shown(os.path.basename(path))
    desk.call_later(
        beside.begin, desk, beside.Work(f"Reading {name}…", _size(path) if form == "json" else 0), act, show
    )


def _import_beside(desk: Desk, answers: dict[str, Any], prefer: str) -> str:
    work = beside.Work("Bringing it in…", keeping=True)

    def act(office: Office, _: beside.Work) -> Change:
        return office.run("import", (), **{**answers, "prefer": prefer})

    desk.call_later(beside.begin, desk, work, act, lambda change: _brought(desk, change))
    return ""


def _import(desk: Desk, answers: dict[str, Any], prefer: str) -> str:
    try:
        change = desk.office.run("import", (), **{**answers, "prefer": prefer})
    except OrganizerError as error:
        return str(error)
    desk.call_later(_brought, desk, change)
    return ""


def _brought(desk: Desk, change: Change) -> None:
    if change.rows:
        desk.say(f"{change.label}.", UNDO)
    else:
        desk.say("All of it is here already.")


class OldFile:
    """Which file is brought in; `go(path)` gives "" or why not."""

    title = "Bring in a file"
    placeholder = "~/practice.json, tasks.csv or list.md"
    enter = "see what would come"

    def __init__(self, go: Callable[[str], str]) -> None:
        self._go = go

    def items(self, query: str) -> list[Item]:
        """What the formats are."""
        return [
            Item("", "", ".json   what Organizer exported, whole"),
            Item("", "", ".csv    a list with a first line of names, from here or elsewhere"),
            Item("", "", ".md     lines with a box before them: - [ ] call the payer"),
        ]

    def parts(self, item: Item, query: str) -> tuple[list[Part], list[Part]]:
        """Nothing here is chosen."""
        return [], []

    def pick(self, item: Item, query: str) -> str:
        """Read it."""
        if not query.strip():
            return "Type the name of a file."
        return self._go(os.path.abspath(os.path.expanduser(query.strip())))


class Outlook:
    """What would come of a file, and the choice; `go(prefer)` gives "" or why not."""

    placeholder = ""
    enter = "choose"

    def __init__(self, office: Office, path: str, answers: dict[str, Any], go: Callable[[str], str]) -> None:
        from organizer.commands.importing import outlook

        self.title = f"Bring in {shown(os.path.basename(path))}"
        self._plan, self._rows = outlook(office.ask((), answers))
        self._sheet = answers.get("sheet")
        self._go = go

    def items(self, query: str) -> list[Item]:
        """First the choice, leaving it first; then what would come."""
        plan, bad = self._plan, self._rows.bad
        items = [Item("leave", "leave", "Leave everything as it is")]
        if plan.differing and not bad:
            items.append(Item("mine", "go", "Only what is new; mine stays"))
            items.append(Item("theirs", "go", "All of it; what differs becomes theirs"))
        elif plan.rows and not bad:
            items.append(Item("bring", "go", "Bring it in"))
        items.append(Item("", ""))
        return [*items, *(Item("", "", f"  {line}") for line in self._lines())]

    def _lines(self) -> Iterator[str]:
        plan, sheet = self._plan, self._sheet
        yield from (f"{number:,} new in {table}" for table, number in plan.added.items())
        yield from (f"{number:,} changed in {table}" for table, number in plan.changed.items())
        if plan.differing:
            yield f"{count(len(plan.differing), 'record')} here and not the same"
        if plan.same:
            yield f"{plan.same:,} here already"
        if plan.settings:
            yield f"{count(plan.settings, 'setting')} of here stay as they are"
        yield from self._rows.bad[:12]
        if self._rows.bad:
            yield "Nothing comes as long as a line cannot be read."
        if sheet and sheet.left:
            yield f"{count(sheet.left, 'line')} without a task left out"
        if sheet and sheet.unknown:
            yield f"columns that mean nothing here: {shown(', '.join(sheet.unknown))}"
        if self._rows.no_areas:
            yield f"no areas here, so they come as tags: {shown(', '.join(self._rows.no_areas))}"

    def parts(self, item: Item, query: str) -> tuple[list[Part], list[Part]]:
        """The choices."""
        return [(item.data, "foreground")], [("undo takes it back" if item.kind == "go" else "", "faint")]

    def pick(self, item: Item, query: str) -> str:
        """Leave it, or do it."""
        return self._go(item.key if item.key in ("mine", "theirs") else "") if item.kind == "go" else ""
