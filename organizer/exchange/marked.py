"""Tasks in a Markdown file: lines with a box before them, `- [ ]` open and `- [x]` done."""

from __future__ import annotations

import re

from organizer.errors import WrongUse
from organizer.exchange.marking import HEADINGS
from organizer.exchange.sheet import UNCHANGED, Line, Sheet, text_of

_BOX = re.compile(r"^(\s*)[-*+] \[([ xX])\] +(.*)$")
_HEADING = re.compile(r"^(#{1,6}) +(.*?)[ #]*$")
_FACTS = (
    ("someday", re.compile(r"\s*\((some day)\)\s*$")),
    ("waiting_for", re.compile(r"\s*\(waiting for ((?:(?!\(waiting for ).)+)\)\s*$")),
    ("due", re.compile(r"\s*(?:\(due |\U0001f4c5 ?)(\d{4}-\d\d-\d\d(?: \d\d:\d\d)?)\)?\s*$")),
)
"""What may stand at the end of a line, the last one first."""
PASSED_OVER = (HEADINGS["journal"], HEADINGS["word"])
"""Parts of an export that show what is on the Board once more, or is no task."""


def read_markdown(data: bytes) -> Sheet:
    """The tasks of a file. What stands under a box and further in is its checklist, if it has a box itself, and its
    notes; a heading that is the name of an area is the area of what follows. Raises `WrongUse`, `Damaged`."""
    reader = _Reader()
    for number, text in enumerate(text_of(data).splitlines(), 1):
        reader.line(number, text)
    if not reader.lines:
        raise WrongUse(f"There is no line with a box in it, as in - [ ] call the payer. {UNCHANGED}")
    return Sheet((), (), reader.left, tuple(reader.lines))


class _Reader:
    """Goes through the lines; knows under which heading and which task it is."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.left = 0
        self._heading, self._over, self._indent = "", False, -1

    def line(self, number: int, text: str) -> None:
        """One line more."""
        heading, box = _HEADING.match(text), _BOX.match(text)
        if heading:
            self._indent = -1
            self._heading = _plain(heading[2])
            if len(heading[1]) == 1:
                self._over = self._heading in PASSED_OVER
        elif self._over or not text.strip():
            self.left += bool(text.strip())
        elif box and (self._indent < 0 or len(box[1]) <= self._indent):
            self._indent = len(box[1])
            self.lines.append(Line(number, _task(box[3], box[2] != " ", self._heading)))
        elif self._indent >= 0 and text[: self._indent + 1].isspace():
            self._add("checklist" if box else "notes", f"[{box[2]}] {_plain(box[3])}" if box else _plain(text.strip()))
        else:
            self._indent = -1
            self.left += 1

    def _add(self, name: str, text: str) -> None:
        said = self.lines[-1].said
        said[name] = f"{said[name]}\n{text}" if said.get(name) else text


def _task(text: str, done: bool, heading: str) -> dict[str, str]:
    said = {"stage": "done" if done else "inbox", "heading": heading}
    for name, fact in _FACTS:
        if found := fact.search(text):
            text = text[: found.start()]
            said[name] = "yes" if name == "someday" else _plain(found[1])
    return {"text": _plain(text), **said}


def _plain(text: str) -> str:
    """Words as they are read, without the strokes before signs."""
    kept = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text.strip())
    return kept.replace("&gt;", ">").replace("&lt;", "<").replace("&amp;", "&")
