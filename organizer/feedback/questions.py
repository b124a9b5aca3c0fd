"""The questions an office begins with, and those it has."""

from __future__ import annotations

from organizer.practice import Practice
from organizer.records.feedback import Question

CAUTION = "Not a validated scale; not for research or treatment decisions."
"""What stands by every figure and on every blank."""
FIRST = (
    Question("heard", "", "I feel heard here.", "scale", "Feel heard", 1),
    Question("goals", "", "We work on what matters to me.", "scale", "What matters to me", 2),
    Question("fit", "", "The way we work suits me.", "scale", "The way we work", 3),
    Question("ease", "", "Reaching us, making times, and paying are easy.", "scale", "Easy to reach and pay", 4),
    Question(
        "recommend", "", "How likely would you recommend us to someone you care for?", "ten", "Would recommend", 5
    ),
    Question("open", "", "What would make coming here easier?", "words", "In their words", 6),
)
"""The office's own: unvalidated, five with a scale and one with words (interop.md, 3.2)."""
POINTS = {"scale": ("not at all", "a little", "partly", "mostly", "completely"), "ten": ("not at all", "very likely")}
"""What the points of a scale are called; of the eleven, the two ends."""
SIZE = {"scale": 5, "ten": 11}
"""How many points each kind has; that of "ten" begins with 0."""


def questions(practice: Practice) -> list[Question]:
    """Every question that was ever asked, in order: those it begins with, as they were changed since, and others."""
    kept = {id: one for id, one in practice.table("questions").items() if isinstance(one, Question)}
    found = [kept.pop(one.id, one) for one in FIRST] + list(kept.values())
    return sorted(found, key=lambda one: one.order)


def own(practice: Practice) -> list[Question]:
    """The office's own questions: those of the blank. What a file asked besides is only counted."""
    ids = {one.id for one in FIRST}
    return [one for one in questions(practice) if one.id in ids]


def plain(text: str) -> str:
    """A question's words as they are compared: small letters and digits alone."""
    return " ".join("".join(char if char.isalnum() else " " for char in text.casefold()).split())


def same(known: list[Question], text: str) -> Question | None:
    """The question of the same words."""
    wanted = plain(text)
    return next((one for one in known if wanted and plain(one.text) == wanted), None)
