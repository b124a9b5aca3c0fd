"""`packs`: the bundles and tasks there are, which of them are adopted, and adopting them."""

from __future__ import annotations

from typing import Any

from organizer import paths, when
from organizer.errors import OrganizerError, WrongUse
from organizer.packs import Bundle, Library, Task, adopted
from organizer.records import Entry
from organizer.shell.parsing import Given
from organizer.shell.shell import Shell
from organizer.words import DREAD_WORDS, count, minutes


def packs(shell: Shell, given: Given) -> int:
    """List bundles; the tasks of one; all about one task; or, after "adopt", adopt what is named."""
    known = _library(shell)
    try:
        if given.words[:1] == ("adopt",):
            return _adopt(shell, given, known)
        return _show(shell, given, known)
    finally:
        _tell_problems(shell, given, known)


def _tell_problems(shell: Shell, given: Given, known: Library) -> None:
    """What of one's own packs could not be read: a sentence for each file, or with `--problems` all."""
    first, more = known.troubles()
    if "problems" in given.options:
        first, more = list(known.problems), 0
        if not first:
            shell.terminal.tell("Every pack can be read.")
    shell.terminal.tell(*first, *([f"{more} more: organizer packs --problems shows them."] if more else []))


def _library(shell: Shell) -> Library:
    from data.starter.library import library

    return library(paths.home(), frozenset(shell.practice.areas))


def _meant(known: Library, words: tuple[str, ...]) -> list[Bundle | Task]:
    """What is named: by all the words together ("solo insurance"), or by each of them. Raises `NotFound`."""
    if len(words) > 1:
        try:
            return [known.find(" ".join(words))]
        except OrganizerError:
            pass
    return [known.find(word) for word in words]


# -- showing


def _show(shell: Shell, given: Given, known: Library) -> int:
    meant = _meant(known, given.words) if given.words else []
    tasks = [task for one in meant for task in ([one] if isinstance(one, Task) else known.of(one))]
    here = adopted(shell.practice)
    if given.json:
        shell.terminal.json(_json(known, meant, tasks, here))
    elif not meant:
        _bundles(shell, known, here)
    elif len(meant) == 1 and isinstance(meant[0], Task):
        _task(shell, meant[0], here)
    else:
        for one in meant:
            if isinstance(one, Bundle):
                shell.terminal.heading(one.title)
                shell.terminal.out(*([one.about] if one.about else []), "")
        _table(shell, tasks, here)
    return 0


def _json(known: Library, meant: list[Bundle | Task], tasks: list[Task], here: dict[str, Entry]) -> dict[str, Any]:
    bundles = [one for one in meant if isinstance(one, Bundle)] if meant else known.bundles
    return {
        "bundles": [
            {
                "id": bundle.id,
                "title": bundle.title,
                "about": bundle.about,
                "own": bundle.own,
                "tasks": list(bundle.tasks),
                "adopted": sum(id in here for id in bundle.tasks),
            }
            for bundle in bundles
        ],
        "tasks": [_task_json(task, here) for task in (tasks if meant else known.tasks)],
        "problems": list(known.problems),
    }


def _task_json(task: Task, here: dict[str, Entry]) -> dict[str, Any]:
    from organizer.ids import short

    lists = {name: list(value) for name, value in task._asdict().items() if isinstance(value, tuple)}
    return {**task._asdict(), **lists, "adopted": short(here[task.id].id) if task.id in here else None}


def _bundles(shell: Shell, known: Library, here: dict[str, Entry]) -> None:
    in_a_file = {task.id.partition("/")[0] for task in known.tasks}
    groups = (
        ("To begin with", [bundle for bundle in known.bundles if bundle.id not in in_a_file]),
        ("By area", [bundle for bundle in known.bundles if bundle.id in in_a_file and not bundle.own]),
        ("My own", [bundle for bundle in known.bundles if bundle.own]),
    )
    for heading, bundles in groups:
        if bundles:
            shell.terminal.heading(heading)
            shell.terminal.table([_bundle_row(bundle, here) for bundle in bundles], stretch=3)
            shell.terminal.out("")
    shell.terminal.tell("organizer packs NAME shows the tasks; organizer packs adopt NAME puts them on the Board.")


def _bundle_row(bundle: Bundle, here: dict[str, Entry]) -> tuple[str, ...]:
    number = sum(id in here for id in bundle.tasks)
    return f"  {bundle.id}", count(len(bundle.tasks), "task"), f"{number} adopted" if number else "", bundle.about


def _table(shell: Shell, tasks: list[Task], here: dict[str, Entry]) -> None:
    sign = "x" if shell.terminal.ascii else "✓"
    rows = [(sign if task.id in here else " ", task.name, task.title, task.cadence) for task in tasks]
    shell.terminal.table(rows, stretch=2)
    number = sum(task.id in here for task in tasks)
    shell.terminal.tell(f"{count(len(tasks), 'task')}, {number} adopted.")


def _task(shell: Shell, task: Task, here: dict[str, Entry]) -> None:
    from organizer.ids import short

    area = shell.practice.areas.get(task.area)
    entry = here.get(task.id)
    facts = [
        ("Id", task.id),
        ("Area", area.name if area else task.area),
        ("Comes round", f"{task.cadence}{f', moved to the {task.shift}' if task.shift else ''}"),
        ("Notice", ", ".join(count(days, "day") for days in task.leads)),
        ("Takes", minutes(task.estimate)),
        ("Dread", DREAD_WORDS[task.dread] if task.dread else ""),
        ("Next step", task.step),
        ("Why", task.why),
        ("Differs", f"{task.varies}: check yours" if task.varies else ""),
        ("Source", task.source),
        ("Made for", ", ".join(task.who)),
        ("Adopted", f"{short(entry.id)}  {_day(shell, entry)}".rstrip() if entry else ""),
    ]
    shell.terminal.heading(task.title)
    shell.terminal.facts([(label, value) for label, value in facts if value])
    if task.checklist:
        sign = "." if shell.terminal.ascii else "○"
        shell.terminal.out("", "Checklist", *(f"  {sign} {line}" for line in task.checklist))


def _day(shell: Shell, entry: Entry) -> str:
    return when.say(entry.due, shell.clock.now()) if entry.due else ""


# -- adopting


def _adopt(shell: Shell, given: Given, known: Library) -> int:
    if len(given.words) < 2:
        raise WrongUse("Say what to adopt: a bundle, or tasks by name. organizer packs shows them.")
    meant = _meant(known, given.words[1:])
    named = [one for one in meant if isinstance(one, Task)]
    bundles = [one for one in meant if isinstance(one, Bundle)]
    tasks = [task for one in bundles for task in known.of(one)]
    waiting = {task.id for task in tasks if task.kind == "event"}
    change = shell.office.run(
        "packs.adopt",
        tasks=[*tasks, *(task for task in named if task.kind != "event")],
        happened=[task for task in named if task.kind == "event"],
        name=bundles[0].title if len(meant) == len(bundles) == 1 else "",
    )
    entries = [row.after for row in change.rows if isinstance(row.after, Entry)]
    shell.show_entries(entries, given.json)
    shell.terminal.tell(change.label if entries else "These stand on the Board already; nothing was changed.")
    _tell_the_rest(shell, entries, len(waiting))
    return 0


def _tell_the_rest(shell: Shell, entries: list[Entry], waiting: int) -> None:
    """What of it is not on the Board now, and what it waits for."""
    hidden = sum(bool(entry.start) for entry in entries)
    undated = sum(entry.due is None for entry in entries)
    if hidden:
        shell.terminal.tell(f"{count(hidden, 'task')} further off: out of sight until the notice begins.")
    if undated:
        shell.terminal.tell(f"{count(undated, 'task')} in the inbox: only you know the date.")
    if waiting:
        shell.terminal.tell(
            f"{count(waiting, 'task')} of it not adopted: organizer packs adopt TASK starts one when it happens."
        )
