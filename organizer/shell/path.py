"""`path`: the way in, stop by stop, with its snags; note one, make it a task, and walk the way."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from organizer import when
from organizer.change import Change
from organizer.errors import WrongUse
from organizer.ids import short
from organizer.path.finding import find
from organizer.path.stops import find_stop
from organizer.records.path import Snag
from organizer.shell.lines import flat
from organizer.shell.parsing import Given, act_of
from organizer.shell.shell import Shell
from organizer.views.path import PathView, StopView, path_json, snag_json
from organizer.views.path import path as view_of
from organizer.words import count

Words = tuple[str, ...]


def path(shell: Shell, given: Given) -> int:
    """All of the way, or what the first word says."""
    if not given.words:
        return _show(shell, given)
    act, words = act_of("path", given, ACTS)
    return ACTS[act](shell, given, tuple(words))


def _show(shell: Shell, given: Given) -> int:
    view = view_of(shell.practice, shell.clock.now())
    if given.json:
        shell.terminal.json(path_json(shell.practice, view))
        return 0
    for one in view.stops:
        _stop(shell, one)
    shell.terminal.tell(*_about(shell, view))
    return 0


def _stop(shell: Shell, one: StopView) -> None:
    seen = ", seen" if one.seen else ""
    snags = count(len(one.snags), "snag") if one.snags else "smooth"
    shell.terminal.heading(f"{flat(one.stop.name)}   {snags}{seen}")
    rows = [(f"  {short(snag.id)}", str(snag.weight), flat(snag.text), _task(shell, snag)) for snag in one.snags]
    shell.terminal.table(rows, stretch=2)
    for snag in one.smoothed:
        now = f" -> {flat(snag.after)}" if snag.after else ""
        shell.terminal.out(f"  {short(snag.id)}  gone: {flat(snag.text)}{now}")


def _task(shell: Shell, snag: Snag) -> str:
    entry = shell.practice.entry(snag.entry) if snag.entry else None
    return f"task {short(entry.id)}, {entry.stage}" if entry else ""


def _about(shell: Shell, view: PathView) -> list[str]:
    before = f"; {view.before} when it was walked last" if view.before is not None else ""
    said = [f"All snags together weigh {view.weight}{before}."]
    if view.walk:
        left = [one.stop.name for one in view.stops if not one.seen]
        said.append(f"A walk is under way. Still to see: {', '.join(left)}.")
    elif view.last:
        said.append(f"Walked last {when.say(view.last[:10], shell.clock.now())}.")
    return said


def _snag(shell: Shell, given: Given, words: Words) -> int:
    answers = {"text": " ".join(words), "stop": given.options.get("at", ""), "weight": given.options.get("weight", "")}
    change = shell.office.run("path.snag", (), **answers)
    return _told(shell, given, change, change.rows[0].id)


def _edit(shell: Shell, given: Given, words: Words) -> int:
    id, text = _one(shell, words, "edit ID [TEXT...]"), " ".join(words[1:])
    answers: dict[str, Any] = {"stop": given.options.get("at", ""), "weight": given.options.get("weight", "")}
    return _told(shell, given, shell.office.run("path.edit", (id,), **answers, **({"text": text} if text else {})), id)


def _on_it(command: str, answer: str = "") -> Callable[[Shell, Given, Words], int]:
    """A command of one snag; the words behind its id are the answer."""

    def act(shell: Shell, given: Given, words: Words) -> int:
        id = _one(shell, words, f"{command} ID{f' [{answer.upper()}...]' if answer else ''}")
        if words[1:] and not answer:
            raise WrongUse(f"Use it so: organizer path {command} ID")
        answers = {answer: " ".join(words[1:])} if answer else {}
        return _told(shell, given, shell.office.run(f"path.{command}", (id,), **answers), id)

    return act


def _one(shell: Shell, words: Words, shape: str) -> str:
    if not words:
        raise WrongUse(f"Use it so: organizer path {shape}")
    return find(shell.practice, words[0]).id


def _told(shell: Shell, given: Given, change: Change, id: str) -> int:
    snag = find(shell.practice, id)
    if given.json:
        shell.terminal.json([snag_json(shell.practice, snag)])
    else:
        shell.terminal.out(f"{short(snag.id)}  {flat(snag.text)}   {find_name(shell, snag)}, weighs {snag.weight}")
    shell.terminal.tell(change.label if change.rows else "It is so already; nothing was changed.")
    return 0


def find_name(shell: Shell, snag: Snag) -> str:
    """The name of the stop of a snag."""
    return next((one.stop.name for one in view_of(shell.practice, shell.clock.now()).stops if one.stop.id == snag.stop),
                snag.stop)  # fmt: skip


def _walk(shell: Shell, given: Given, words: Words) -> int:
    return _walked(shell, given, shell.office.run("path.walk"))


def _seen(shell: Shell, given: Given, words: Words) -> int:
    return _walked(shell, given, shell.office.run("path.look", (), stop=" ".join(words)))


def _walked(shell: Shell, given: Given, change: Change) -> int:
    """Where the walk is: the next stop, and what to look at there."""
    view = view_of(shell.practice, shell.clock.now())
    following = next((one.stop for one in view.stops if not one.seen), None) if view.walk else None
    if given.json:
        shell.terminal.json(path_json(shell.practice, view))
    elif following:
        shell.terminal.heading(flat(following.name))
        shell.terminal.out(*(f"  {flat(words)}" for words in (following.look, following.simpler) if words))
    shell.terminal.tell(change.label)
    return 0


def _stops(shell: Shell, given: Given, words: Words) -> int:
    """`stop add NAME`, `stop rename|look|simpler STOP WORDS`, `stop move STOP earlier|later`, `stop out STOP`."""
    if len(words) < 2 or words[0] not in ("add", "rename", "look", "simpler", "move", "out"):
        raise WrongUse("Use it so: organizer path stop add|rename|look|simpler|move|out STOP [WORDS...]")
    act, first, rest = words[0], words[1], " ".join(words[2:])
    if act == "add":
        name = " ".join(words[1:])
        change = shell.office.run("stops.add", (), name=name, after=given.options.get("at", ""))
    elif act == "move":
        change = shell.office.run(
            "stops.move", (), stop=first, by={"earlier": "-1", "later": "1"}.get(rest, rest or "1")
        )
    elif act == "out":
        change = shell.office.run("stops.leave_out", (), stop=" ".join(words[1:]))
    else:
        field = "name" if act == "rename" else act
        change = shell.office.run("stops.edit", (), stop=find_stop(shell.practice, first).id, **{field: rest})
    if given.json:
        shell.terminal.json(path_json(shell.practice, view_of(shell.practice, shell.clock.now())))
    shell.terminal.tell(change.label if change.rows else "It is so already; nothing was changed.")
    return 0


ACTS: dict[str, Callable[[Shell, Given, Words], int]] = {
    "snag": _snag,
    "edit": _edit,
    "task": _on_it("task", "text"),
    "smooth": _on_it("smooth", "after"),
    "drop": _on_it("drop"),
    "walk": _walk,
    "seen": _seen,
    "stop": _stops,
}
"""What may stand behind `path`."""
