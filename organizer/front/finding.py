"""Finding what stands at the door by its id, or how that begins."""

from __future__ import annotations

from typing import Any

from organizer.errors import Ambiguous, NotFound
from organizer.ids import short
from organizer.practice import Practice
from organizer.records.door import Inquiry, Quiet, Script

_WHAT = {
    "inquiries": ("inquiry", "inquiries", "`organizer door` shows who waits."),
    "quiet": ("one who went away", "of them", "`organizer door` shows them."),
    "scripts": ("script", "scripts", "`organizer door words` shows them."),
}


def find(practice: Practice, given: str) -> Inquiry:
    """The inquiry with this id, or the only one that begins so. Raises `NotFound` or `Ambiguous`."""
    found: Inquiry = found_in(practice, "inquiries", given)
    return found


def find_quiet(practice: Practice, given: str) -> Quiet:
    """Someone who went away, in the same way."""
    found: Quiet = found_in(practice, "quiet", given)
    return found


def find_script(practice: Practice, given: str) -> Script:
    """Words of one's own, in the same way; or by their name."""
    wanted = " ".join(given.split()).casefold()
    for one in practice.scripts.values():
        if wanted and one.name.casefold() == wanted:
            named: Script = one
            return named
    found: Script = found_in(practice, "scripts", given)
    return found


def found_in(practice: Practice, table: str, given: str) -> Any:
    """The record of a table by its id; what is at hand goes before the archive."""
    wanted = given.strip().lower()
    held = practice.table(table)
    if wanted in held:
        return held[wanted]
    fitting = [one for id, one in held.items() if id.startswith(wanted)] if wanted else []
    if not fitting and len(wanted) >= 10:
        old = practice.look(table, wanted)
        fitting = [old] if old is not None else []
    if not fitting and wanted and practice.older(table):
        fitting = [one for part in practice.everything(table) for one in part if one.id.startswith(wanted)]
    one, many, where = _WHAT[table]
    if not fitting:
        raise NotFound(f"There is no {one} {given!r}. {where}")
    if len(fitting) > 1:
        names = ", ".join(short(record.id) for record in fitting[:6])
        raise Ambiguous(f"{len(fitting)} {many} begin with {given!r}: {names}. Add a letter.")
    return fitting[0]
