"""Finding a promise by its id, or how that begins; and who is meant by a word."""

from __future__ import annotations

from organizer.errors import Ambiguous, NotFound
from organizer.ids import short
from organizer.lint.codes import codes_in
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
    """The promise with this id, or the only one that begins so; what is at hand goes before the archive.

    Raises `NotFound`, or `Ambiguous` with the ids that fit.
    """
    wanted = given.strip().lower()
    held: dict[str, Commitment] = practice.commitments
    if wanted in held:
        return held[wanted]
    fitting = [one for id, one in held.items() if id.startswith(wanted)] if wanted else []
    if not fitting and len(wanted) >= 10:
        old = practice.look("commitments", wanted)
        fitting = [old] if isinstance(old, Commitment) else []
    if not fitting and wanted:
        years = practice.everything("commitments") if practice.older("commitments") else iter(())
        fitting = [one for part in years for one in part if isinstance(one, Commitment) and one.id.startswith(wanted)]
    if not fitting:
        raise NotFound(f"There is no promise {given!r}. `organizer word` shows what there is.")
    if len(fitting) > 1:
        names = ", ".join(short(one.id) for one in fitting[:6])
        raise Ambiguous(f"{len(fitting)} promises begin with {given!r}: {names}. Add a letter.")
    return fitting[0]


def whom_of(who: str) -> str:
    """Which kind of person is meant: "Heron 7" is a client's code, "the payer" a role."""
    words = [word.strip(".,") for word in who.lower().split() if word not in ("the", "my", "our", "a", "an")]
    for whom, names in ROLES.items():
        if any(word in names for word in words):
            return whom
    return "client" if codes_in(who) else "other"
