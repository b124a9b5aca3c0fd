"""Finding a comment by its id, or how that begins; only those that may be seen are found."""

from __future__ import annotations

from organizer.errors import NotFound
from organizer.feedback.questions import own
from organizer.ids import only
from organizer.practice import Practice
from organizer.records.feedback import Comment, Heeded, Question


def find(practice: Practice, given: str) -> Comment:
    """The comment meant. Raises `NotFound`, or `Ambiguous` with the ids that fit."""
    wanted = given.strip().lower()
    everyone = (one for one in practice.table("comments").values() if isinstance(one, Comment) and not one.gone)
    fitting = [one for one in everyone if wanted and one.id.startswith(wanted)]
    return only(fitting, given, "comment", "comments", "`organizer feedback` shows what there is.")


def find_heeded(practice: Practice, given: str) -> Heeded:
    """The "you said, we changed" meant. Raises `NotFound`."""
    wanted = given.strip().lower()
    everyone = (one for one in practice.table("heeded").values() if isinstance(one, Heeded))
    found = next((one for one in everyone if wanted and one.id.startswith(wanted)), None)
    if found is None:
        raise NotFound(f"There is no change {given!r}. `organizer feedback` shows what was changed.")
    return found


def find_question(practice: Practice, given: str) -> Question:
    """The one of the office's own questions that is meant, by its id or how its name begins. Raises `NotFound`."""
    wanted = given.strip().casefold()
    known = own(practice)
    exact = [one for one in known if wanted == one.id.casefold()]
    fitting = [one for one in known if wanted and one.short.casefold().startswith(wanted)]
    if not exact and len(fitting) != 1:
        names = ", ".join(one.id for one in known)
        raise NotFound(f"There is no question {given!r}. The questions are: {names}.")
    return (exact or fitting)[0]
