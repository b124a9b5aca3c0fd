"""Finding a promise by its id, or how that begins; and who is meant by a word."""

from __future__ import annotations

from organizer.meant import meant
from organizer.practice import Practice
from organizer.records.word import Commitment

ROLES = {
    "self": ("me", "myself", "self"),
    "payer": ("payer", "insurer", "insurance", "medicare", "medicaid", "clearinghouse"),
    "board": ("board", "licensing", "regulator"),
    "colleague": ("colleague", "supervisor", "supervisee", "group", "partner", "consultant", "assistant"),
    "client": ("client", "family", "parent", "couple"),
}
"""The first words that say which kind of person a promise is owed to."""


def find(practice: Practice, given: str) -> Commitment:
    """The promise with this id, or the only one that begins so, of the archive as well. Raises `NotFound`,
    `Ambiguous`."""
    shows = "`organizer word` shows what there is."
    found: Commitment = meant(practice, "commitments", given, "promise", "promises", shows)
    return found


def whom_of(who: str) -> str:
    """Which kind of person is meant: "Heron 7" is a client's code, "the payer" a role."""
    words = [word.strip(".,") for word in who.lower().split() if word not in ("the", "my", "our", "a", "an")]
    for whom, names in ROLES.items():
        if any(word in names for word in words):
            return whom
    from organizer.lint.codes import codes_in

    return "client" if codes_in(who) else "other"
