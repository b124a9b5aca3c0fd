"""What in a typed line looks like a client's information, and does not belong in an office's notebook.

Charts hold clients' stories; here people are neutral codes ("Heron 7") or roles ("the payer"). The lint says so in one
quiet sentence and never stands in the way. It looks at one line of text, keeps nothing, and may be wrong.
"""

from typing import NamedTuple

from organizer.lint.names import names_in
from organizer.lint.numbers import numbers_in

SENTENCES = {
    "name": "A full name? A code is kinder to it.",
    "phone": "A phone number? It is safer in the chart.",
    "e-mail": "An e-mail address? It is safer in the chart.",
    "birth": "A date of birth? It is safer in the chart.",
    "ssn": "A Social Security number? It is safer in the chart.",
    "record": "A record number? It is safer in the chart.",
    "diagnosis": "A diagnosis code? It is safer in the chart.",
    "procedure": "A procedure code? It is safer in the chart.",
}
"""What is said of each kind."""


class Found(NamedTuple):
    """Characters that look like a client's information: from `start` up to `end`, and of what kind."""

    kind: str
    start: int
    end: int

    @property
    def sentence(self) -> str:
        """What is said of it."""
        return SENTENCES[self.kind]


MOST = 2000
"""Letters of a text that are looked at."""


def look(text: str) -> list[Found]:
    """What a text holds of that kind, in the order of the text."""
    text = text[:MOST]
    numbers = numbers_in(text)
    names = [("name", start, end) for start, end in names_in(text)] if " " in text else []
    return [Found(*found) for found in sorted([*numbers, *names], key=lambda found: found[1])]
