"""`import`: what was exported comes back, or a list from elsewhere comes in."""

from __future__ import annotations

from typing import Any

from organizer.errors import Conflict, WrongUse
from organizer.exchange import bringing
from organizer.shell.parsing import Given
from organizer.shell.shell import Shell
from organizer.words import count


def import_(shell: Shell, given: Given) -> int:
    """All of a file as one change, or with --dry-run what that would be."""
    form, path = given.words[0].lower(), given.words[1]
    prefer = [name for name in ("mine", "theirs") if name in given.options]
    if len(prefer) > 1:
        raise WrongUse("Either --mine or --theirs.")
    if form not in bringing.FORMATS:
        raise WrongUse(f"The formats are: {', '.join(bringing.FORMATS)}.")
    answers = {**bringing.answers(form, path), "prefer": "".join(prefer)}
    found = _told(shell, given, answers)
    if "dry-run" in given.options:
        return 0
    if found["differing"] and not prefer:
        raise Conflict(
            f"{count(found['differing'], 'record')} here and in the file are not the same. --mine keeps them as they "
            "are here, --theirs takes the file's; nothing was changed."
        )
    change = shell.office.run("import", (), **answers)
    said = f"{change.label}. organizer undo takes it back." if change.rows else "All of it is here already."
    shell.terminal.tell(said)
    return 0


def _told(shell: Shell, given: Given, answers: dict[str, Any]) -> dict[str, Any]:
    """What would come, as counts."""
    from organizer.commands.importing import outlook

    plan, rows = outlook(shell.office.ask((), answers))
    sheet = answers.get("sheet")
    found: dict[str, Any] = {
        "new": plan.added,
        "changed": plan.changed,
        "same": plan.same,
        "differing": len(plan.differing),
        "settings_kept": plan.settings,
        "bad": list(rows.bad),
        "unknown_columns": list(sheet.unknown) if sheet else [],
        "areas_as_tags": list(rows.no_areas),
        "left_out": sheet.left if sheet else 0,
    }
    if given.json:
        shell.terminal.json(found)
    else:
        _tell(shell, found, "dry-run" in given.options)
    return found


def _tell(shell: Shell, found: dict[str, Any], dry: bool) -> None:
    """The same for people: what comes is data where nothing else is done, and narration else."""
    pairs = [
        *((f"new {table}", f"{number:,}") for table, number in found["new"].items()),
        *((f"changed {table}", f"{number:,}") for table, number in found["changed"].items()),
        *[("here already", f"{found['same']:,}")][: found["same"]],
        *[("not the same", f"{found['differing']:,}")][: found["differing"]],
        *[("settings that stay", f"{found['settings_kept']:,}")][: found["settings_kept"]],
        *[("no tasks, left out", f"{found['left_out']:,}")][: found["left_out"]],
        *(("cannot be read", sentence) for sentence in found["bad"][:20]),
        *((f"column {name!r}", "means nothing here") for name in found["unknown_columns"]),
        *((f"area {name!r}", "is none here; it comes as a tag") for name in found["areas_as_tags"]),
    ]
    shell.terminal.facts(pairs or [("nothing", "is in it")], tell=not dry)
