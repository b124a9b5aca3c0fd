"""Small words that pages and the shell share."""

from __future__ import annotations

DREAD_WORDS = ("none", "some", "a lot", "the most")


def minutes(count: int | None) -> str:
    """A length of time: "20 min", "1 h", "1 h 30 min"; "" for none."""
    if not count:
        return ""
    hours, rest = divmod(count, 60)
    return " ".join(part for part in (f"{hours} h" if hours else "", f"{rest} min" if rest else "") if part)


def sentence(text: str) -> str:
    """The text with a period behind it, unless it ends as a sentence does."""
    return text if text.rstrip("\"')”’»").endswith((".", "!", "?", "…")) else f"{text}."


def by_way(way: str) -> str:
    """By which way something was said: "by phone", "in person", "at the door"; "" for none."""
    first = way.partition(" ")[0].lower()
    return way if not way or first in ("by", "in", "at", "on", "over", "with", "through", "via") else f"by {way}"


def count(number: int, one: str, many: str = "") -> str:
    """How many, in words: 1 task, 3 tasks."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def for_html(words: str) -> str:
    """What somebody wrote, as the text of an HTML or SVG element or attribute: one line of it, nothing hidden."""
    from html import escape

    return escape("".join(char if char.isprintable() else "\ufffd" for char in words.replace("\n", " ")))
