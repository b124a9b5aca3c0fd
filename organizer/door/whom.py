"""Who is at the door: the code that a line begins with, or a new one that nobody has yet."""

from __future__ import annotations

from organizer.lint.codes import WORDS, codes_in
from organizer.practice import Practice

MOST = 99
"""The numbers of a code that is drawn, when those of one digit are used up."""


def parted(text: str) -> tuple[str, str]:
    """The code that a line begins with, and what it says behind: "Heron 7: asks about evenings"."""
    words = text.split()
    found = codes_in(" ".join(words[:2])) if len(words) > 2 else []
    if not found or not text.lower().startswith(found[0].lower()):
        return "", text
    return found[0], text[len(found[0]) :].lstrip(" :,;-–—")


def code_for(practice: Practice, seed: str) -> str:
    """A code that nobody at the door or with a promise has, drawn by a seed that says nothing of anybody."""
    taken = {one.who.casefold() for one in practice.inquiries.values()}
    taken |= {one.who.casefold() for one in practice.quiet.values()}
    taken |= {one.who.casefold() for one in practice.commitments.values()}
    taken |= {entry.waiting_for.casefold() for entry in practice.entries.values() if entry.waiting_for}
    number = int.from_bytes(seed.encode(), "big")
    most = 9 if len(taken) * 2 < len(WORDS) * 9 else MOST if len(taken) < len(WORDS) * MOST // 2 else 999
    for step in range(len(WORDS) * most):
        at, place = divmod((number + step * 7919) % (len(WORDS) * most), most)
        code = f"{WORDS[at]} {place + 1}"
        if code.casefold() not in taken:
            return code
    return f"{WORDS[number % len(WORDS)]} {most + 1 + len(taken)}"
