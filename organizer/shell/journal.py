"""`log`, `migrate`, `schedule`, `collect` and `collections`: the journal from the shell."""

from __future__ import annotations

from organizer.errors import Conflict, NotFound, WrongUse
from organizer.ids import short
from organizer.records.journal import JournalPage
from organizer.shell.lines import flat, sign
from organizer.shell.parsing import Given
from organizer.shell.shell import Shell
from organizer.views.naming import full_title, read_page
from organizer.words import count

FORMS = ("markdown", "text", "html")


def log(shell: Shell, given: Given) -> int:
    """A page of the journal in the order it was written, or in a form to take along."""
    now = shell.clock.now()
    typed = given.text if given.words else now.date().isoformat()
    page = read_page(shell.practice, typed, now, back=True)
    if page is None:
        raise WrongUse(f"{typed!r} is no day, month or collection. Try yesterday, june 12, june or a name.")
    if page.startswith("collection:") and page not in shell.practice.pages:
        raise NotFound(f"There is no collection {typed!r}. `organizer collections` shows them.")
    forms = [name for name in FORMS if name in given.options]
    if len(forms) + given.json > 1:
        raise WrongUse("One form at a time: --json, --markdown, --text or --html FILE.")
    if forms:
        return _taken_along(shell, given, page, forms[0])
    return _shown(shell, given, page)


def _taken_along(shell: Shell, given: Given, page: str, form: str) -> int:
    from organizer.views import paper

    sheet = paper.paper(shell.practice, page, shell.clock.now())
    if form == "html":
        from organizer import wholefile

        wholefile.keep(given.options["html"], paper.html(sheet))
        shell.terminal.tell(f"Saved. It is not sealed: whoever can open the file can read it. {sheet.title}.")
    else:
        made = paper.markdown(sheet) if form == "markdown" else paper.text(sheet, shell.terminal.ascii)
        shell.terminal.out(*made.rstrip("\n").split("\n"))
    return 0


def _shown(shell: Shell, given: Given, page: str) -> int:
    from organizer.views.day import lines_of
    from organizer.views.months import days_of

    now = shell.clock.now()
    pages = [page]
    if page.startswith("month:"):
        pages += [f"day:{day}" for day in days_of(page[6:])]
    elif page.startswith("collection:"):
        from organizer.views.naming import thread

        pages = thread(shell.practice, page)
    found = {one: lines_of(shell.practice, one) for one in pages}
    if given.json:
        entries = {line.entry.id: line.entry for lines in found.values() for line in lines}
        shell.show_entries(list(entries.values()), True)
        return 0
    if not any(found.values()):
        shell.terminal.tell(f"A fresh page for {full_title(shell.practice, page, now)}. Nothing is written on it.")
        return 0
    strokes = {"moved": ">", "scheduled": "<"}
    for one, lines in found.items():
        if lines or one == page:
            shell.terminal.heading(full_title(shell.practice, one, now))
        for line in lines:
            mark = strokes.get(line.state) or sign(line.entry, shell.terminal.ascii)
            shell.terminal.out(f"{short(line.entry.id)}  {mark} {flat(line.entry.text)}")
    return 0


def _done(shell: Shell, given: Given, command: str, ids: tuple[str, ...], **answers: object) -> int:
    change = shell.office.run(command, ids, **answers)
    entries = {entry.id: entry for entry in map(shell.practice.find, ids)}
    shell.show_entries(list(entries.values()), given.json)
    shell.terminal.tell(change.label if change.rows else "It is so already; nothing was changed.")
    return 0


def migrate(shell: Shell, given: Given) -> int:
    """Move entries on to today's page, or to the page that the last word says after `to`."""
    words = list(given.words)
    to = ""
    if "to" in words[1:]:
        at = words.index("to", 1)
        words, to = words[:at], " ".join(words[at + 1 :])
    return _done(shell, given, "journal.migrate", tuple(words), to=to)


def schedule(shell: Shell, given: Given) -> int:
    """Schedule one entry for a day, or for a month of the future log."""
    return _done(shell, given, "journal.schedule", given.words[:1], when=" ".join(given.words[1:]))


def collect(shell: Shell, given: Given) -> int:
    """Move one entry to a collection, begun where there is none of that name."""
    return _done(shell, given, "journal.collect", given.words[:1], collection=" ".join(given.words[1:]))


COLLECTIONS = ("add", "rename", "away", "back", "continue", "up", "down")
"""What can be done with a collection."""


def _collection(shell: Shell, name: str) -> JournalPage:
    """A collection by its name or the beginning of it, those put away too. Raises `NotFound`."""
    from organizer.views.index import heads

    low = " ".join(name.split()).casefold()
    found = [page for page in heads(shell.practice, archived=None) if page.title.casefold().startswith(low)]
    same = [page for page in found if page.title.casefold() == low]
    if not low or not found or (len(found) > 1 and len(same) != 1):
        raise NotFound(f"There is no one collection {name!r}. `organizer collections` shows them.")
    return (same or found)[0]


def _change_collection(shell: Shell, act: str, words: tuple[str, ...]) -> None:
    """Begin one, name it, put it away and take it out, go on on a new page, or move it among the others."""
    if act not in COLLECTIONS or not words or (act == "rename" and len(words) < 2):
        raise WrongUse(f"Use it so: organizer collections [{'|'.join(COLLECTIONS)}] NAME")
    if act == "add":
        change = shell.office.run("collection.add", name=" ".join(words))
    elif act == "rename":
        page = _collection(shell, words[0])
        change = shell.office.run("collection.rename", page=page.id, name=" ".join(words[1:]))
    else:
        page = _collection(shell, " ".join(words))
        if act in ("away", "back") and page.archived == (act == "away"):
            raise Conflict("It is so already; nothing was changed.")
        command = {"away": "archive", "back": "archive", "up": "order", "down": "order"}.get(act, act)
        change = shell.office.run(f"collection.{command}", page=page.id, by=-1 if act == "up" else 1)
    shell.terminal.tell(f"{change.label}." if change.rows else "It is so already; nothing was changed.")


def collections(shell: Shell, given: Given) -> int:
    """The collections in their order, those put away last; a change prints them as they are then."""
    from organizer.views.index import collections as view_of

    if given.words:
        _change_collection(shell, given.words[0], given.words[1:])
    rows = [(line, False) for line in view_of(shell.practice)]
    rows += [(line, True) for line in view_of(shell.practice, archived=True)]
    if given.json:
        shell.terminal.json(
            [
                {"page": line.page, "name": line.title, "lines": line.amount, "numbers": line.numbers, "away": away}
                for line, away in rows
            ]
        )
        return 0
    table = [
        (flat(r.title), count(r.amount, "line"), f"page {r.numbers}", "put away" if away else "") for r, away in rows
    ]
    shell.terminal.table(table, stretch=0)
    if not rows:
        shell.terminal.tell("There is no collection yet. organizer collect ID NAME begins one.")
    return 0
