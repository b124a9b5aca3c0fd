"""What is typed into find: words, "quoted words", `-word`, and operators such as `area:` and `due:<=7d`."""

from __future__ import annotations

from typing import NamedTuple

OPERATORS = {
    "area": ("area:accounting", "of an area; none for those without"),
    "due": ("due:<=7d", "due on a day, within a range, this week; none, any, late"),
    "who": ("who:payer", "somebody it waits for, or who asked"),
    "is": ("is:waiting", "open, done, waiting, late, dreaded ..."),
    "theme": ("theme:calm", "under a theme; any, none"),
    "stage": ("stage:doing", "a stage of the Board"),
    "kind": ("kind:note", "task, event, note, promise, inquiry, win ..."),
    "tag": ("tag:taxes", "with a tag; any, none"),
    "caught": ("caught:>=june_1", "when it was written down"),
    "closed": ("closed:week", "when it was finished or let go"),
}
"""Every operator: an example, and what it asks for."""

OTHER_NAMES = {
    "areas": "area", "tags": "tag", "kinds": "kind", "in": "kind", "type": "kind", "person": "who", "for": "who",
    "created": "caught", "added": "caught", "done": "closed", "on": "due", "by": "due", "stages": "stage", "has": "is",
}  # fmt: skip


class Asked(NamedTuple):
    """One operator as typed: its name, what stands behind the colon in lower case, and whether a dash is before it."""

    name: str
    value: str
    unwanted: bool = False


class Query(NamedTuple):
    """What was typed, read: words and phrases that must be there and must not, operators, and the names of operators
    that there are not (what stands there is looked for as it is typed)."""

    words: tuple[str, ...] = ()
    unwanted: tuple[str, ...] = ()
    asked: tuple[Asked, ...] = ()
    unknown: tuple[str, ...] = ()

    @property
    def says(self) -> bool:
        """Whether anything is looked for."""
        return bool(self.words or self.unwanted or self.asked)


def read(text: str) -> Query:
    """Read what is typed. Raises nothing: what is no operator is a word."""
    words: list[str] = []
    unwanted: list[str] = []
    asked: list[Asked] = []
    unknown: list[str] = []
    for dash, name, value in parts(text.casefold()):
        known = name if name in OPERATORS else OTHER_NAMES.get(name, "")
        if known:
            asked.append(Asked(known, value, dash))
            continue
        if name:
            unknown.append(name)
            value = f"{name}:{value}"
        (unwanted if dash else words).append(value)
    return Query(tuple(words), tuple(unwanted), tuple(asked), tuple(unknown))


def parts(text: str) -> list[tuple[bool, str, str]]:
    """(whether a dash is before it, the name before a colon or "", the words) of each part that says something."""
    found, at = [], 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        dash = text[at] == "-" and text[at + 1 : at + 2] not in ("", "-") and not text[at + 1].isspace()
        begin = at + dash
        end = begin
        while end < len(text) and text[end].isalpha():
            end += 1
        name = text[begin:end] if end < len(text) and text[end] == ":" and end > begin else ""
        if name and text[end + 1 : end + 3] == "//":  # an address
            name = ""
        value, at = _value(text, end + 1 if name else begin)
        if value or name:
            found.append((dash, name, value))
    return found


def quoted(word: str) -> str:
    """A word of a shell as it is typed into find: what stands behind an operator's colon is one value."""
    name, colon, value = word.partition(":")
    whole = colon and name.removeprefix("-").isalpha() and any(map(str.isspace, value)) and '"' not in value
    return f'{name}:"{value}"' if whole else word


def _value(text: str, at: int) -> tuple[str, int]:
    """The words from here to the next space, or to the quote that ends them; and where that is."""
    if text[at : at + 1] in ('"', "“"):
        end = next((i for i in range(at + 1, len(text)) if text[i] in '"”'), len(text))
        return " ".join(text[at + 1 : end].split()), end + 1
    end = at
    while end < len(text) and not text[end].isspace():
        end += 1
    return text[at:end], end
