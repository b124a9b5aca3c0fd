"""A page of the journal to take along, by the clipboard."""

from __future__ import annotations

from collections.abc import Callable

from organizer.office import Office
from organizer.views import paper
from organizer.views.naming import full_title
from screens.ink import Part, shown
from screens.widgets.lane import Item

FORMS = (("markdown", "as Markdown"), ("text", "as text"), ("html", "as HTML, to print"))


class Forms:
    """The forms of a page; `go(text)` copies and gives "" or why not."""

    placeholder = "markdown, text, html"
    enter = "copy it"

    def __init__(self, office: Office, page: str, go: Callable[[str], str]) -> None:
        self.title = f"Copy {shown(full_title(office.practice, page, office.clock.now()))}"
        self._office, self._page, self._go = office, page, go

    def items(self, query: str) -> list[Item]:
        """Those whose name holds what is typed."""
        low = query.strip().lower()
        found = [Item(name, "form", words) for name, words in FORMS if low in words.lower()]
        return found or [Item("", "", "Markdown, text or HTML.")]

    def parts(self, item: Item, query: str) -> tuple[list[Part], list[Part]]:
        """Its name."""
        return [("  ", "foreground"), (item.data, "foreground")], []

    def pick(self, item: Item, query: str) -> str:
        """Copy it."""
        if not item.key:
            return "Choose a form."
        sheet = paper.paper(self._office.practice, self._page, self._office.clock.now())
        makers = {"markdown": paper.markdown, "text": paper.text, "html": paper.html}
        return self._go(makers[item.key](sheet))
