"""A notification's words as every way can carry them: no control characters, no options, not too long, never empty."""

from __future__ import annotations

import re

TITLE_UNITS, BODY_UNITS = 60, 240
"""The most that Windows takes of a title and a text, in UTF-16 units, with room to spare."""
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]+")
_DASH = "\u2011"
"""A dash that no program takes for the beginning of an option."""


def clean_title(text: str) -> str:
    """A title, "Organizer" where nothing is left of it."""
    return _clean(text, TITLE_UNITS) or "Organizer"


def clean_body(text: str) -> str:
    """A text, "A reminder is due." where nothing is left of it."""
    return _clean(text, BODY_UNITS) or "A reminder is due."


def _clean(text: str, most: int) -> str:
    flat = " ".join(_CONTROL.sub(" ", text.encode("utf-8", "replace").decode()).split())
    bare = flat.lstrip("-")
    return cut(_DASH * min(3, len(flat) - len(bare)) + bare, most)


def cut(text: str, most: int) -> str:
    """At most so many UTF-16 units, with an ellipsis where something is left out."""
    if units(text) <= most:
        return text
    text = text[:most]
    while units(text) > most - 1:
        text = text[:-1]
    return f"{text.rstrip()}…"


def units(text: str) -> int:
    """How long a text is for Windows."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def escaped(text: str) -> str:
    """For a service that takes the body for markup."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
