"""Collections: pages of the journal with a name of their own, in the person's order, that go on where they are full."""

from __future__ import annotations

from organizer.change import Change, Row
from organizer.commands.command import Ask, Command, row
from organizer.commands.fields import clean
from organizer.commands.journal import new_collection
from organizer.errors import Conflict, WrongUse
from organizer.pages import kind_of
from organizer.practice import Practice
from organizer.records.journal import JournalPage
from organizer.views.index import heads
from organizer.views.naming import thread

HERE = ("journal",)


def with_collection(practice: Practice, ids: tuple[str, ...]) -> str:
    """Allowed while there is a collection."""
    any_here = any(kind_of(id) == "collection" for id in practice.pages)
    return "" if any_here else "There is no collection yet. In the journal, write a name under Collections."


def _page(ask: Ask) -> JournalPage:
    found = ask.practice.pages.get(str(ask.answers.get("page", "")))
    if found is None or kind_of(found.id) != "collection":
        raise WrongUse("Choose a collection first.")
    return found  # type: ignore[no-any-return]


def _name(ask: Ask) -> str:
    name = clean(" ".join(str(ask.answers.get("name", "")).split()))
    if not name:
        raise WrongUse("A collection needs a name.")
    for page in heads(ask.practice, archived=None):
        if page.title.casefold() == name.casefold() and page.id != ask.answers.get("page"):
            raise Conflict(f"There is a collection of that name, on page {page.number}.")
    return name


def add(ask: Ask) -> Change:
    """Answer `name`."""
    name = _name(ask)
    return Change(f"A new collection: {name}", (new_collection(ask, name),))


def _all(ask: Ask, page: JournalPage, **fields: object) -> tuple[Row, ...]:
    """The rows that change every page of a thread."""
    pages = [ask.practice.pages[id] for id in thread(ask.practice, page.id)]
    return tuple(row("pages", one, one._replace(**fields)) for one in pages if one != one._replace(**fields))


def rename(ask: Ask) -> Change:
    """Answers `page`, `name`; every page of its thread is called so."""
    page, name = _page(ask), _name(ask)
    return Change(f"Named a collection: {name}", _all(ask, page, title=name))


def archive(ask: Ask) -> Change:
    """Answer `page`: put its whole thread away; once more takes it out again. Nothing on it changes."""
    page = _page(ask)
    label = "Taken out again" if page.archived else "Put away"
    return Change(f"{label}: {page.title}", _all(ask, page, archived=not page.archived))


def go_on(ask: Ask) -> Change:
    """Answer `page`: its thread continues on a new page, and each of the two knows the other."""
    page = _page(ask)
    last = ask.practice.pages[thread(ask.practice, page.id)[-1]]
    made = new_collection(ask, last.title, last.id)
    assert isinstance(made.after, JournalPage)
    new = made.after._replace(order=last.order, archived=last.archived)
    rows = (row("pages", None, new), row("pages", last, last._replace(next=new.id)))
    return Change(f"Continues on page {new.number}: {last.title}", rows)


def reorder(ask: Ask) -> Change:
    """Answers `page`, `by`: one place up (-1) or down (1) among the collections."""
    page, by = _page(ask), int(ask.answers.get("by", 1))
    first = thread(ask.practice, page.id)[0]
    order = [one.id for one in heads(ask.practice)]
    at = order.index(first) if first in order else -1
    if at < 0:
        raise Conflict("A collection that was put away has no place among the others.")
    if not 0 <= at + by < len(order):
        raise Conflict("It is the last one." if by > 0 else "It is the first one already.")
    order[at], order[at + by] = order[at + by], order[at]
    rows = tuple(r for n, id in enumerate(order, 1) for r in _all(ask, ask.practice.pages[id], order=n))
    return Change(f"Moved {'down' if by > 0 else 'up'}: {page.title}", rows)


COMMANDS = (
    Command("collection.add", "Begin a collection", "A page of its own for what belongs together.", add,
            places=HERE, asks="title"),
    Command("collection.rename", "Name a collection", "Another name; its lines and its number stay.", rename,
            places=HERE, asks="title", allowed=with_collection),
    Command("collection.archive", "Put a collection away", "It stays readable in the index; once more takes it out.",
            archive, places=HERE, asks="the collection", allowed=with_collection),
    Command("collection.continue", "Continue on a new page", "The two pages know each other, and the index tells both.",
            go_on, places=HERE, asks="the collection", allowed=with_collection),
    Command("collection.order", "Up or down a collection", "Another place among the collections.", reorder,
            places=HERE, asks="the collection", allowed=with_collection),
)  # fmt: skip
