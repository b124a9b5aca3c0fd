"""`backup`, `backups`, `restore` and `check`: how the vault is kept safe, in words without anyone's words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from organizer import paths
from organizer.errors import Damaged
from organizer.ids import short
from organizer.keeping import Backup, Difference, Finding, in_words
from organizer.shell.parsing import Given
from organizer.shell.shell import Shell
from organizer.shell.terminal import size, wrapped
from organizer.words import count

MOST = 20
"""How many entries of a dry run are listed for people, and how many ids behind a finding."""


def _now(shell: Shell) -> str:
    return shell.clock.now().isoformat(timespec="seconds")


def _key(shell: Shell) -> Any:
    """What opens the vault's files, asked for when it is sealed; None when it is not. Raises `Locked`."""
    from data import keys

    if not keys.is_sealed(paths.home()):
        return None
    from organizer.shell import asking

    return asking.key(shell.terminal, paths.home())


def _codec(key: Any) -> Any:
    from data.codec import Plain

    return Plain() if key is None else key.codec()


def _ask(shell: Shell) -> Callable[[str], str]:
    def ask(sentence: str) -> str:
        from organizer.shell import asking

        return asking.of_backup(shell.terminal, sentence)

    return ask


# -- backups


def backup(shell: Shell, given: Given) -> int:
    """Make a backup, in the home or where a word says; it is verified before it counts."""
    from data import backup as backups

    made = backups.back_up(paths.home(), _codec(_key(shell)), _now(shell), to=given.words[0] if given.words else "")
    if not given.words:
        backups.thin(paths.home(), made)
    if given.json:
        shell.terminal.json(backup_json(made))
        return 0
    shell.terminal.out(made.path)
    shell.terminal.tell(f"Backed up and verified: {in_counts(made.counts)}, {size(made.bytes)}.")
    if not made.whole:
        shell.terminal.tell("The vault is damaged, and so is what is in this backup; organizer check says more.")
    return 0


def backups(shell: Shell, given: Given) -> int:
    """List the backups, the newest first, each read through and compared with what it says of itself."""
    from data.backup import listed

    found = listed(paths.home())
    if given.json:
        shell.terminal.json([backup_json(one) for one in found])
    elif found:
        shell.terminal.table([columns(one) for one in found], 4)
        for one in found:
            if one.said:
                shell.terminal.tell(f"{one.name}: {one.said}")
    else:
        shell.terminal.tell("There are no backups yet. organizer backup makes one.")
    return 0


def backup_json(one: Backup) -> dict[str, Any]:
    """A backup for programs."""
    return one._asdict()


def columns(one: Backup) -> tuple[str, ...]:
    """A backup for a table: name, when, size, state, what it holds."""
    state = one.state if one.whole or one.state != "verified" else "verified, of a damaged vault"
    held = "sealed" if one.sealed else ""
    return one.name, in_words(one.made), size(one.bytes), state, in_counts(one.counts) if one.counts else held


CALLED = {
    "entries": ("entry", "entries"),
    "commitments": ("promise", "promises"),
    "inquiries": ("inquiry", "inquiries"),
    "quiet": ("client who went away", "clients who went away"),
    "runs": ("ritual held", "rituals held"),
    "tallies": ("tally", "tallies"),
}
"""What a table holds, one and many, where its name does not say so."""


def in_counts(counts: dict[str, int] | None) -> str:
    """Records by table, in words: "9 areas, 1 day, 52 entries"."""
    return ", ".join(
        count(number, *CALLED.get(table, (table.removesuffix("s"), table))) for table, number in (counts or {}).items()
    )


# -- restore


def restore(shell: Shell, given: Given) -> int:
    """Put a backup in the vault's place, or with --dry-run show what that would do."""
    from data import restore as restoring

    home = paths.home()
    path = restoring.find(home, given.words[0])
    if "dry-run" in given.options:
        found = restoring.difference(home, _key(shell), path, _ask(shell))
        if given.json:
            shell.terminal.json(difference_json(found))
        else:
            shell.terminal.out(*in_lines(found))
        return 0
    key = _key(shell) if restoring.opens_alike(home, path) else None
    done, _ = restoring.restore(home, key, path, _now(shell), _ask(shell))
    if given.json:
        shell.terminal.json(done._asdict())
        return 0
    shell.terminal.out(f"Restored {done.name}: {in_counts(done.counts)}.")
    if done.kept:
        shell.terminal.tell(f"What it replaced is kept: {done.kept}. To go back to it: organizer restore {done.kept}")
    if done.opens:
        shell.terminal.tell(done.opens)
    return 0


def difference_json(found: Difference) -> dict[str, Any]:
    """A dry run for programs, with every entry."""
    return {**found._asdict(), "entries": [entry._asdict() for entry in found.entries]}


def in_lines(found: Difference) -> list[str]:
    """A dry run for people."""
    made = f", made on {in_words(found.made)}" if found.made else ""
    lines = [f"{found.name}{made}. Nothing has been changed; this is what restoring it would do."]
    if found.foreign:
        lines.append("It is of another vault than the one that is here.")
    tables = {**found.after, **found.before}
    lines += [
        f"  {name}: {found.before.get(name, 0):,} now, {found.after.get(name, 0):,} then" for name in sorted(tables)
    ]
    for what, said in (("comes", "come"), ("goes", "go"), ("changes", "change")):
        some = [entry for entry in found.entries if entry.what == what]
        if some:
            verb = what if len(some) == 1 else said
            lines.append(f"{count(len(some), 'entry', 'entries')} {verb}{' back' if what == 'comes' else ''}:")
            lines += [f"  {short(entry.id)}  {in_words(entry.at)}" for entry in some[:MOST]]
            if len(some) > MOST:
                lines.append(f"  and {len(some) - MOST:,} more; --json lists them all")
    if found.others:
        lines.append(f"{count(found.others, 'other record')} (areas, days, settings) would differ.")
    if not found.entries and not found.others:
        lines.append("It holds what is here now.")
    return lines


# -- check


def check(shell: Shell, given: Given) -> int:
    """Check every file, number and record; with --repair put right what can be. 6 when something is damaged."""
    from data.check import Checked
    from data.check import check as look

    home, key = paths.home(), _key(shell)
    done: list[str] = []
    lost: list[Finding] = []
    found: Checked = look(home, _codec(key))
    if "repair" in given.options and not any(one.kind == "newer" for one in found.findings):
        done, lost = _repair(shell, key, found.id, found.findings)
        found = look(home, _codec(key))
    findings = [*lost, *found.findings, *_references(shell, found.tables)]
    whole = not any(one.harms for one in findings)
    if given.json:
        facts = {"vault": found.id, "format": found.format, "whole": whole, "files": found.files, "changes": found.last}
        told = [{**one._asdict(), "ids": list(one.ids)} for one in findings]
        shell.terminal.json({**facts, "counts": found.counts, "findings": told, "repaired": done})
    else:
        _tell(shell, done, findings)
        last = f"{count(found.files, 'file')}, {count(found.last, 'change')}"
        held = f", {in_counts(found.counts)}" if found.counts else ""
        said = f"{'The vault is whole' if whole else 'Something is damaged'}: {last}{held}."
        shell.terminal.out(wrapped(said, shell.terminal.width))
        if not whole and "repair" not in given.options:
            shell.terminal.tell("organizer check --repair puts right what can be; it makes no word of yours worse.")
    return 0 if whole else Damaged.exit_code


def _repair(shell: Shell, key: Any, id: str, findings: list[Finding]) -> tuple[list[str], list[Finding]]:
    from data.mend import Mender
    from data.repair import finish
    from data.vault import Vault
    from organizer.commands import COMMANDS
    from organizer.office import Office

    home = paths.home()
    mended = Mender(home, _codec(key)).run()
    vault = Vault.open(home, key)
    try:
        done = [*mended.done, *finish(vault, home, id, mended, findings, _now(shell))]
        office = Office(vault, shell.clock, "shell")
        if not COMMANDS["repair.references"].allowed(office.practice, ()):
            change = office.run("repair.references")
            done.append(f"{change.label}; organizer undo takes that back.")
    finally:
        vault.close()
    return done, mended.lost


def _references(shell: Shell, tables: Any) -> list[Finding]:
    """What names something that is not there."""
    from organizer.practice import Practice
    from organizer.views.references import circles, loose

    practice = Practice(lambda name: tables.get(name, {}))
    found = []
    for one in loose(practice):
        what = {"blocked_by": "waits for", "three": "has among its three", "area": "is in the area"}.get(one.field)
        missing = ", ".join(short(id) for id in one.missing)
        name = short(one.id) if one.table == "entries" else one.id
        said = f"{name} {what or 'names in ' + one.field} {missing}, which is not there."
        found.append(Finding("reference", said, ids=(one.id, *one.missing), at=one.at))
    for circle in circles(practice):
        around = ", then ".join(short(id) for id in (*circle, circle[0]))
        found.append(Finding("circle", f"These wait for each other in a circle: {around}.", ids=circle))
    return found


def _tell(shell: Shell, done: list[str], findings: list[Finding]) -> None:
    if done:
        shell.terminal.heading("Put right")
        shell.terminal.out(*(f"  {text}" for text in done))
    for title, some in (
        ("Damaged", [one for one in findings if one.harms]),
        ("To know", [one for one in findings if not one.harms]),
    ):
        if some:
            shell.terminal.heading(title)
            shell.terminal.out(*(f"  {in_full(one)}" for one in some))


def in_full(one: Finding) -> str:
    """A finding with its date, ids and the file in which its bytes are kept."""
    when = f" {in_words(one.at)}." if one.at and one.kind in ("damage", "lost", "missing") else ""
    ids = ""
    if one.ids and one.kind in ("damage", "lost", "understood"):
        more = f" and {len(one.ids) - MOST:,} more" if len(one.ids) > MOST else ""
        ids = f" It speaks of {', '.join(short(id) for id in one.ids[:MOST])}{more}."
    kept = f" Its bytes are in {one.file}." if one.kind == "lost" and one.file else ""
    return f"{one.said}{when}{ids}{kept}"
