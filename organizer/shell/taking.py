"""`export`: everything taken along, printed or in a file."""

from __future__ import annotations

from organizer.errors import Damaged
from organizer.exchange import out
from organizer.shell.parsing import Given
from organizer.shell.shell import Shell


def export(shell: Shell, given: Given) -> int:
    """All of it in a format. What cannot be read is told, and the exit code says so."""
    form, *path = given.words
    now, zone = shell.clock.now(), shell.clock.zone()
    made = out.pieces(shell.practice, form.lower(), now, zone, given.options.get("what", "").lower())
    if path:
        from organizer import wholefile

        wholefile.keep(path[0], out.in_file(form.lower(), made))
        shell.terminal.tell(f"Saved: {path[0]}. {out.NOT_SEALED}")
    else:
        shell.terminal.pour(made)
    if shell.vault.damage:
        raise Damaged("Not everything in the vault can be read; what cannot is missing from it. Try organizer check.")
    return 0
