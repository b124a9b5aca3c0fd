"""The ways to ask clients and to take in what they say: a blank, an online form, replies typed in, files of them."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

from organizer import wholefile
from organizer.errors import OrganizerError
from organizer.feedback import blank
from organizer.feedback.questions import CAUTION, own
from organizer.views.feedback import feedback
from screens.desk import Desk
from screens.dialogs.chooser import Chooser
from screens.ink import Part
from screens.widgets.lane import Item

HTML = "how-is-it-to-come-here.html"


def ask(desk: Desk) -> None:
    """Choose one of the ways."""
    desk.app.push_screen(Chooser(desk.office, desk.ink, Ways(desk)))


def take_in(desk: Desk) -> None:
    """Name a file of replies."""
    from screens.feedback.importing import Files

    desk.app.push_screen(Chooser(desk.office, desk.ink, Files(desk)))


def type_in(desk: Desk) -> None:
    """Type in replies from paper."""
    from screens.feedback.typing import Typing

    desk.app.push_screen(Chooser(desk.office, desk.ink, Typing(desk)))


class Ways:
    """The list."""

    title = "Feedback from clients"
    placeholder = "blank, online, type, file"
    enter = "that"
    brief = True

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        view = feedback(desk.office.practice)
        asking = "Close the round that is open" if view.round else "Begin a round"
        named = view.round.name if view.round else "a time in which clients are asked"
        self._found: tuple[tuple[str, str, str], ...] = (
            ("blank", "A blank to print", "one page, for the waiting room"),
            ("online", "The questions for an online form", "copied, a question a line"),
            ("type", "Type in replies", "from paper, a line each"),
            ("file", "Take in a file of replies", "CSV, as an online form hands it out"),
            ("question", "Put a question otherwise", "in words of your own"),
            ("round", asking, named),
            ("changed", "You said, we changed", "two lines"),
            *((("copy", "Copy all that was changed", "for the wall or the website"),) if view.heeded else ()),
        )

    def items(self, query: str) -> list[Item]:
        """Those that hold what is typed; what stands by all of it below."""
        low = query.strip().lower()
        rows = [
            Item(key, "way", (title, about)) for key, title, about in self._found if low in f"{title} {about}".lower()
        ]
        return [*(rows or [Item("", "", "Nothing by that name.")]), Item("", ""), Item("", "", CAUTION)]

    def parts(self, item: Item, query: str) -> tuple[list[Part], list[Part]]:
        """What it does, and a few words."""
        title, about = item.data
        return [(title, "foreground")], [(about, "faint")]

    def pick(self, item: Item, query: str) -> str:
        """Go that way."""
        if not item.key:
            return "Choose one of them."
        self._desk.call_later(_GO[item.key], self._desk)
        return ""


def _blank(desk: Desk) -> None:
    desk.app.push_screen(Chooser(desk.office, desk.ink, Save(desk)))


def _online(desk: Desk) -> None:
    desk.app.copy_to_clipboard(blank.as_text(own(desk.office.practice)))
    desk.say("Copied: a question a line. The form's settings stand at its end. Nothing is sent from here.")


def _copy(desk: Desk) -> None:
    desk.app.copy_to_clipboard(blank.changed_text(feedback(desk.office.practice).heeded))
    desk.say("Copied. Whoever pastes it can read it.")


def _command(id: str) -> Callable[[Any], None]:
    def go(desk: Desk) -> None:
        from screens.doing import do

        do(desk, id)

    return go


_GO: dict[str, Callable[[Any], None]] = {
    "blank": _blank,
    "online": _online,
    "type": type_in,
    "file": take_in,
    "question": _command("feedback.question"),
    "round": _command("feedback.round"),
    "changed": _command("feedback.changed"),
    "copy": _copy,
}


class Save:
    """Where the blank is saved."""

    title = "Save the blank"
    placeholder = "a file that ends in .html, to print, or .txt"
    enter = "save it there"

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def items(self, query: str) -> list[Item]:
        """What is typed, or the usual places."""
        if query.strip():
            return [Item(query.strip(), "file", "")]
        names = (HTML, HTML.replace(".html", ".txt"))
        return [Item(os.path.join(wholefile.folder(), name), "file", _about(name)) for name in names]

    def parts(self, item: Item, query: str) -> tuple[list[Part], list[Part]]:
        """Its name."""
        return [(item.key, "foreground")], [(item.data, "faint")]

    def pick(self, item: Item, query: str) -> str:
        """Write it."""
        if not item.key:
            return "Type the name of a file first."
        path = os.path.abspath(os.path.expanduser(item.key))
        path = os.path.join(path, HTML) if os.path.isdir(path) else path
        if not path.lower().endswith((".html", ".txt")):
            return "A blank ends in .html, to print, or .txt, for an online form."
        asked = own(self._desk.office.practice)
        try:
            wholefile.keep(path, blank.as_html(asked) if path.lower().endswith(".html") else blank.as_text(asked))
        except OrganizerError as error:
            return str(error)
        self._desk.call_later(self._desk.say, f"Saved: {path}")
        return ""


def _about(name: str) -> str:
    return "one page, any browser prints it" if name.endswith(".html") else "for an online form"
