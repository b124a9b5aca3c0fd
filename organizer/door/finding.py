"""Finding what stands at the door by its id, or how that begins."""

from __future__ import annotations

from organizer.meant import meant
from organizer.practice import Practice
from organizer.records.door import Inquiry, Quiet, Script


def find(practice: Practice, given: str) -> Inquiry:
    """The inquiry with this id, or the only one that begins so. Raises `NotFound` or `Ambiguous`."""
    found: Inquiry = meant(practice, "inquiries", given, "inquiry", "inquiries", "`organizer door` shows who waits.")
    return found


def find_quiet(practice: Practice, given: str) -> Quiet:
    """Someone who went away, in the same way."""
    shows = "`organizer door` shows them."
    found: Quiet = meant(practice, "quiet", given, "one who went away", "of them", shows)
    return found


def find_script(practice: Practice, given: str) -> Script:
    """Words of one's own, in the same way; or by their name."""
    wanted = " ".join(given.split()).casefold()
    for one in practice.scripts.values():
        if wanted and one.name.casefold() == wanted:
            named: Script = one
            return named
    found: Script = meant(practice, "scripts", given, "script", "scripts", "`organizer door words` shows them.")
    return found
