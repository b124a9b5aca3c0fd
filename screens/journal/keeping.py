"""What the keys do with collections as a whole, and with the order of lines."""

from __future__ import annotations

from screens.desk import Desk
from screens.dialogs.ask import Asked, Question
from screens.journal.doing import attempt, choose_from, page_of, show


def begin_collections(desk: Desk, names: list[str]) -> str:
    """Begin collections by their names; one alone is opened."""
    for name in names:
        why: str = desk.attempt("collection.add", (), name=name)
        if why:
            return why
    if len(names) == 1:
        newest = max(desk.office.practice.pages.values(), key=lambda page: page.number)
        page_of(desk).open_page(newest.id)
        show(desk)
    return ""


def chosen(desk: Desk) -> str:
    """The collection that is meant: of the row under the cursor, or the one that is open."""
    journal = page_of(desk)
    key = journal.item.key.removeprefix("page:")
    if key.startswith("collection:"):
        return key
    return journal.collection if journal.view == "collections" else ""


def on_collection(desk: Desk, id: str) -> bool:
    """A key in the list of collections, or in one; whether it meant something there."""
    journal = page_of(desk)
    if id == "back" and journal.collection and not desk.canvas.says:
        page = journal.collection
        journal.collection = ""
        journal.open("collections", f"page:{page}")
        show(desk)
        return True
    if not journal.item.key.startswith("page:collection:"):
        return False
    if id == "entry.drop":
        attempt(desk, "collection.archive", page=chosen(desk))
    elif id == "entry.edit":
        ask_name(desk, chosen(desk))
    else:
        return False
    return True


def ask_name(desk: Desk, page: str) -> None:
    """Another name for a collection."""
    known = desk.office.practice.pages.get(page)
    if known is None:
        desk.say("Choose a collection first.", care=True)
        return
    question = Question("Another name for it", known.title, "call it so")
    choose_from(
        desk, Asked(desk.office, question, lambda text: desk.attempt("collection.rename", (), page=page, name=text))
    )


def reorder(desk: Desk, by: int) -> None:
    """A line up or down on its page, a collection among the others."""
    journal = page_of(desk)
    line = journal.line
    if journal.item.key.startswith("page:collection:"):
        attempt(desk, "collection.order", page=chosen(desk), by=by)
    elif line is not None:
        attempt(desk, "journal.order", (line.entry.id,), page=line.page, nth=line.nth, by=by)
    else:
        desk.say("Choose a line first: ↑ ↓ move, or click one.", care=True)


def go_on(desk: Desk) -> None:
    """The collection continues on a new page, which opens."""
    page = chosen(desk)
    why = desk.attempt("collection.continue", (), page=page)
    if why:
        desk.say(why, care=True)
        return
    newest = max(desk.office.practice.pages.values(), key=lambda page: page.number)
    page_of(desk).open_page(newest.id)
    show(desk)
