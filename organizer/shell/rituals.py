"""`rituals`: which there are, when they come, what they ask; and every change of their lists."""

from __future__ import annotations

from typing import Any

from organizer import when
from organizer.errors import WrongUse
from organizer.records.rituals import Ritual
from organizer.rituals.lists import find
from organizer.rituals.rhythm import said
from organizer.shell.lines import flat
from organizer.shell.parsing import Given
from organizer.shell.shell import Shell
from organizer.views.rituals import RitualLine, ritual_json
from organizer.views.rituals import rituals as view_of

SHAPES = {
    "add": "add NAME [QUESTION...]",
    "when": "when RITUAL WORDS... [at TIME]",
    "minutes": "minutes RITUAL NUMBER",
    "ask": "ask RITUAL QUESTION...",
    "reword": "reword RITUAL NUMBER QUESTION...",
    "kind": "kind RITUAL NUMBER KIND",
    "off": "off RITUAL NUMBER",
    "up": "up RITUAL NUMBER",
    "down": "down RITUAL NUMBER",
    "sixty": "sixty RITUAL NUMBER",
    "drop": "drop RITUAL NUMBER",
    "rest": "rest RITUAL",
    "reset": "reset RITUAL",
    "show": "show [RITUAL]",
}
COMMANDS = {
    "add": "ritual.add", "when": "ritual.edit", "minutes": "ritual.edit", "ask": "ritual.ask",
    "reword": "ritual.reword",
    "kind": "ritual.reword", "off": "ritual.off", "up": "ritual.earlier", "down": "ritual.earlier",
    "sixty": "ritual.brief", "drop": "ritual.drop", "rest": "ritual.rest", "reset": "ritual.reset",
}  # fmt: skip
LEAST = {"show": 0, "add": 1, "rest": 1, "reset": 1, "reword": 3, "kind": 3}
MOST = {"show": 1, "rest": 1, "reset": 1, "off": 2, "up": 2, "down": 2, "sixty": 2, "drop": 2, "minutes": 2}


def rituals(shell: Shell, given: Given) -> int:
    """Print the rituals, or one with its questions, or change one and print it."""
    act, *words = given.words or ("show",)
    if act not in SHAPES:
        raise WrongUse(f"rituals can: {', '.join(SHAPES)}; {act!r} is none of these.")
    if not LEAST.get(act, 2) <= len(words) <= MOST.get(act, len(words)):
        raise WrongUse(f"Use it so: organizer rituals {SHAPES[act]}")
    if act == "show":
        return _print(shell, given, find(shell.practice, words[0]) if words else None)
    change = shell.office.run(COMMANDS[act], (), **_answers(shell, act, words))
    meant = words[0] if act == "add" else find(shell.practice, words[0]).id
    _print(shell, given, find(shell.practice, meant))
    shell.terminal.tell(change.label if change.rows else "It is so already; nothing was changed.")
    return 0


def _answers(shell: Shell, act: str, words: list[str]) -> dict[str, Any]:
    """What the command is told."""
    if act == "add":
        return {"name": words[0], "ask": " ".join(words[1:])}
    answers: dict[str, Any] = {"ritual": find(shell.practice, words[0]).id}
    rest = " ".join(words[1:])
    if act == "when":
        rhythm, found, at = rest.rpartition(" at ")
        return {**answers, "rhythm": rhythm if found else rest, **({"at": at} if found else {})}
    if act == "minutes":
        return {**answers, "minutes": rest}
    if act == "ask":
        return {**answers, "ask": rest}
    answers["question"] = words[1] if len(words) > 1 else ""
    if act in ("reword", "kind"):
        return {**answers, {"reword": "ask", "kind": "kind"}[act]: " ".join(words[2:])}
    return {**answers, **({"by": {"up": -1, "down": 1}[act]} if act in ("up", "down") else {})}


def _print(shell: Shell, given: Given, ritual: Ritual | None) -> int:
    view = view_of(shell.practice, shell.clock.now())
    lines = [line for line in view.lines if ritual is None or line.ritual.id == ritual.id]
    if given.json:
        shell.terminal.json([ritual_json(shell.practice, line) for line in lines])
        return 0
    shell.terminal.table([_columns(shell, line) for line in lines], stretch=1)
    if ritual is None:
        opened, of = view.kept
        shell.terminal.tell(f"{opened} of {of} office days this week." if of else "No office day yet this week.")
        return 0
    for number, one in enumerate(ritual.questions, 1):
        marks = ", ".join(m for m in ("not asked" if one.off else "", "60 s" if one.id in ritual.short else "") if m)
        shell.terminal.out(f"  {number:2}  {flat(one.ask)}{f'  ({marks})' if marks else ''}")
    return 0


def _columns(shell: Shell, line: RitualLine) -> tuple[str, ...]:
    one, now = line.ritual, shell.clock.now()
    coming = when.say(line.next, now) if line.next else ""
    if line.next[:10] == now.date().isoformat():
        coming = f"today {when.say_time(line.next)}"
    return (
        one.id if len(one.id) < 10 else one.id[:5],
        flat(one.name),
        f"{one.minutes} min",
        "rests" if one.retired else said(one),
        f"last {when.say(line.last[:10], now)}" if line.last else "",
        f"next {coming}" if coming else "",
    )
