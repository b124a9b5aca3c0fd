"""`search` and `searches`: everything that fits, and the searches that are kept under a name."""

from __future__ import annotations

from typing import Any

from organizer.errors import WrongUse
from organizer.finding import saved
from organizer.finding.finder import Finder, Group
from organizer.finding.query import quoted, read
from organizer.ids import short
from organizer.records import Entry
from organizer.shell.lines import columns, flat
from organizer.shell.parsing import Given
from organizer.shell.shell import Shell
from organizer.words import count

EVERYTHING = 1_000_000


def search(shell: Shell, given: Given) -> int:
    """What fits, by pillar, best first; with `--saved` a search that was kept, with `--save` it is kept."""
    query = " ".join(map(quoted, given.words))
    if "saved" in given.options:
        query = f"{saved.find(shell.practice, given.options['saved']).query} {query}".strip()
    if not read(query).says:
        raise WrongUse("Search for what? Words, or operators as area:accounting. organizer searches shows saved ones.")
    finder = _finder(shell, given)
    found = finder.find(query, EVERYTHING)
    if finder.trouble:
        raise WrongUse(finder.trouble)
    if "save" in given.options:
        shell.office.run("filter.save", query=query, name=given.options["save"])
        shell.terminal.tell(f"Saved: {flat(given.options['save'])}.")
    if given.json:
        shell.terminal.json([row for group in found for row in _rows(shell, group)])
        return 0
    if not found:
        shell.terminal.tell("Nothing by that name. organizer add catches it.")
    _print(shell, found)
    return 0


def _finder(shell: Shell, given: Given) -> Finder:
    """All that was asked for, read: thirteen months, or with `--all` everything; and what is older, told."""
    finder = Finder(shell.practice, shell.clock.now, whole=True)
    since = "" if "all" in given.options else shell.clock.now().isoformat()
    for _ in finder.reading(since):
        pass
    for shelf in finder.shelves:
        if since and shelf.left:
            one, many = shelf.pillar.older
            words = count(shelf.left, f"{one} is", f"{many} are")
            shell.terminal.tell(f"{words} in the archive: --all looks there too.")
    return finder


def _rows(shell: Shell, group: Group) -> list[dict[str, Any]]:
    """As programs read it: entries and promises in full, of the others what they are, say and how they stand."""
    from organizer.views.shape import commitment_json, entry_json

    now, zone = shell.clock.now(), shell.clock.zone()
    if group.pillar.kind == "entry":
        return [entry_json(one) for one in group.found]
    if group.pillar.kind == "word":
        return [{"kind": "promise", **commitment_json(one, now, zone)} for one in group.found]
    return [_row(shell, group, one) for one in group.found]


def _row(shell: Shell, group: Group, one: Any) -> dict[str, Any]:
    facts = group.pillar.facts(shell.practice, one, shell.clock.now())
    id = getattr(one, "id", "") or one.name
    said = {"state": facts.state, "who": getattr(one, "who", ""), "caught": facts.caught, "closed": facts.closed}
    row = {"kind": facts.kind, "id": short(id) if len(id) == 10 else id, "text": group.pillar.text(shell.practice, one)}
    return row | {name: value for name, value in said.items() if value}


def _print(shell: Shell, found: list[Group]) -> None:
    now, plain = shell.clock.now(), shell.terminal.ascii
    for group in found:
        entries = [one for one in group.found if isinstance(one, Entry)]
        if entries:
            shell.terminal.table([columns(shell.practice, entry, now, plain) for entry in entries], stretch=2)
            shell.terminal.tell(f"{count(len(entries), 'entry', 'entries')}.")
            continue
        shell.terminal.heading(group.pillar.title)
        shell.terminal.out(*(f"  {_line(shell, group, one)}" for one in group.found))


def _line(shell: Shell, group: Group, one: Any) -> str:
    if group.pillar.kind == "word":
        from organizer.shell.word import line

        return line(shell, one)
    id = getattr(one, "id", "") or one.name
    who = f"{flat(one.who)}: " if getattr(one, "who", "") else ""
    return f"{short(id) if len(id) == 10 else id}  {who}{flat(group.pillar.text(shell.practice, one))}"


def searches(shell: Shell, given: Given) -> int:
    """The searches that are kept; `rename NAME TO` and `remove NAME`."""
    if given.words:
        return _change(shell, given.words)
    kept = saved.saved(shell.practice)
    if given.json:
        shell.terminal.json([{"id": short(one.id), "name": one.name, "query": one.query} for one in kept])
        return 0
    shell.terminal.table([(one.name, one.query) for one in kept], stretch=1)
    if not kept:
        shell.terminal.tell("No search was saved yet: organizer search WORDS --save NAME does.")
    return 0


def _change(shell: Shell, words: tuple[str, ...]) -> int:
    does, which, *name = [*words, ""]
    if does not in ("rename", "remove") or not which or (does == "rename") != bool(name[0]) or len(words) > 3:
        raise WrongUse("Use it so: organizer searches [rename NAME NEW | remove NAME]")
    change = shell.office.run(f"filter.{does}", which=which, name=name[0])
    shell.terminal.tell(f"{change.label}.")
    return 0
