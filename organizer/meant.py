"""The record that is meant by its id, or by how that begins."""

from __future__ import annotations

from typing import Any

from organizer.ids import LENGTH, only
from organizer.practice import Practice


def meant(practice: Practice, table: str, given: str, one: str, many: str, shows: str) -> Any:
    """The record of a table with this id, or the only one that begins so; what is at hand goes before the archive.

    `one` and `many` are its name for people, `shows` says where to see what there is. Raises `NotFound`, or
    `Ambiguous` with the ids that fit.
    """
    wanted = given.strip().lower()
    held = practice.table(table)
    if wanted in held:
        return held[wanted]
    fitting = [record for id, record in held.items() if id.startswith(wanted)] if wanted else []
    if not fitting and len(wanted) >= LENGTH:
        old = practice.look(table, wanted)
        fitting = [old] if old is not None else []
    if not fitting and 0 < len(wanted) < LENGTH and practice.older(table):
        fitting = [record for part in practice.everything(table) for record in part if record.id.startswith(wanted)]
    return only(fitting, given, one, many, shows)
