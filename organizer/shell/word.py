"""`promise`, `word`, `keep`, `renegotiate`, `release` and `repair`: my word from the shell."""

from __future__ import annotations

from typing import Any

from organizer import when
from organizer.change import Change
from organizer.errors import WrongUse
from organizer.ids import short
from organizer.records.word import Commitment
from organizer.shell.lines import flat, stamp
from organizer.shell.parsing import Given
from organizer.shell.shell import Shell
from organizer.views import word as views
from organizer.views.shape import commitment_json, figures_json
from organizer.word import states
from organizer.word.finding import find
from organizer.word.measures import said
from organizer.words import count, minutes

STEPS = {
    "accept": "accept", "again": "again", "answer": "answer_by", "close": "close", "counter": "counter",
    "decline": "decline", "done": "repair", "keep": "keep", "not-repairable": "give_up", "plan": "plan",
    "promise": "promise", "release": "release", "renegotiate": "renegotiate", "revoke": "revoke", "said": "say",
    "sorry": "apologize",
}  # fmt: skip
"""What a step is called in the shell, and the end of its command's id."""
REPAIRS = ("said", "sorry", "plan", "done", "close", "not-repairable")


def promise(shell: Shell, given: Given) -> int:
    """Give a word: what, to whom, by when."""
    options = given.options
    kind = "ask" if "asked" in options else "answer by" if "answer" in options else "promise"
    change = shell.office.run(
        "word.give",
        (),
        text=given.text,
        who=options.get("to", ""),
        when=options.get("by", ""),
        repeat=options.get("every", ""),
        how=options.get("how", ""),
        confirmed="yes" if "confirmed" in options else None,
        kind=kind,
    )
    return _told(shell, given, change.label, [change.rows[0].id])


def word(shell: Shell, given: Given) -> int:
    """All promises, one with its whole story, or a step of one."""
    _roll(shell)
    if not given.words:
        return _all(shell, given)
    if given.words[1:2] == ("edit",):
        return _edit(shell, given)
    if len(given.words) > 1:
        return _step(shell, given, tuple(STEPS))
    found = find(shell.practice, given.words[0])
    if given.json:
        shell.terminal.json(commitment_json(found, shell.clock.now(), shell.clock.zone()))
        return 0
    _story(shell, found)
    return 0


def keep(shell: Shell, given: Given) -> int:
    """Kept, each of them."""
    _roll(shell)
    ids = [find(shell.practice, one).id for one in given.words]
    changes = [shell.office.run("word.keep", (id,), **_answers(given)) for id in ids]
    label = changes[-1].label if len(ids) == 1 else f"Kept: {count(len(ids), 'promise')}"
    return _told(shell, given, label, ids, *changes)


def renegotiate(shell: Shell, given: Given) -> int:
    """A new time, before the old one has passed, and told."""
    _roll(shell)
    found = find(shell.practice, given.words[0])
    answers = {**_answers(given), "when": " ".join(given.words[1:])}
    return _told(shell, given, shell.office.run("word.renegotiate", (found.id,), **answers).label, [found.id])


def release(shell: Shell, given: Given) -> int:
    """They need it no more."""
    _roll(shell)
    found = find(shell.practice, given.words[0])
    return _told(shell, given, shell.office.run("word.release", (found.id,), **_answers(given)).label, [found.id])


def repair(shell: Shell, given: Given) -> int:
    """The next step of putting one right."""
    _roll(shell)
    return _step(shell, given, REPAIRS)


def _step(shell: Shell, given: Given, known: tuple[str, ...]) -> int:
    """One step of one promise: ID STEP, and a line in one's own words."""
    id, name, *words = given.words
    if name not in known:
        raise WrongUse(f"There is no step {name!r}. The steps are: {', '.join(known)}.")
    found = find(shell.practice, id)
    answers = {**_answers(given), **({"note": " ".join(words)} if words else {})}
    change = shell.office.run(f"word.{STEPS[name]}", (found.id,), **answers)
    return _told(shell, given, change.label, [found.id], change)


def _edit(shell: Shell, given: Given) -> int:
    """What of a promise is put otherwise: ID edit FIELD=VALUE..."""
    from organizer.shell.changing import fields

    found = find(shell.practice, given.words[0])
    change = shell.office.run("word.edit", (found.id,), fields=fields(given.words[2:]))
    label = change.label if change.rows else "It is so already; nothing was changed."
    return _told(shell, given, label, [found.id])


def _answers(given: Given) -> dict[str, Any]:
    """The options as answers."""
    options = given.options
    return {
        "how": options.get("how", ""),
        "note": options.get("note", ""),
        "on": options.get("on", ""),
        "when": options.get("by", ""),
        "steps": options.get("tasks", ""),
        "told": "told" in options,
        "owed": "not-owed" not in options,
    }


def _roll(shell: Shell) -> None:
    from organizer.commands.repeating import roll_over

    roll_over(shell.office)


def _told(shell: Shell, given: Given, label: str, ids: list[str], *changes: Change) -> int:
    """Print the promises as they are now, and name what was done; what of it is worth a star is offered as one."""
    now, zone = shell.clock.now(), shell.clock.zone()
    found = [find(shell.practice, id) for id in ids]
    if given.json:
        shell.terminal.json([commitment_json(one, now, zone) for one in found])
    else:
        shell.terminal.out(*(_line(shell, views.given(one, now, zone)) for one in found))
    shell.terminal.tell(label)
    if changes and not given.json:
        from organizer.shell.wins import offered

        offered(shell, *changes)
    return 0


def line(shell: Shell, found: Commitment) -> str:
    """One promise: its id, to whom, what, and how it stands."""
    return _line(shell, views.given(found, shell.clock.now(), shell.clock.zone()))


def _line(shell: Shell, one: views.Given) -> str:
    made = one.commitment
    return f"{short(made.id)}  {flat(made.who)}: {flat(made.text)}, {views.stands(one, shell.clock.now())}"


def _all(shell: Shell, given: Given) -> int:
    now, zone = shell.clock.now(), shell.clock.zone()
    view, figures = views.word(shell.practice, now, zone), views.figures(shell.practice, now, zone)
    groups = {
        "repair": view.repair, "asked": view.asked, "soon": view.soon, "moved": view.moved, "kept": view.kept,
    }  # fmt: skip
    if given.json:
        lists = {name: [commitment_json(one.commitment, now, zone) for one in found] for name, found in groups.items()}
        shell.terminal.json({**lists, "figures": figures_json(figures)})
        return 0
    quarter = figures.quarter
    if quarter.all:
        words = said(quarter.honored, quarter.all)
        shell.terminal.heading(f"{words} promises kept, changed in time, or put right, over the last 90 days.")
    titles = ("To put right", "Asked of me", "Due soon", "Moved, with a new promise", "Kept lately")
    for title, found in zip(titles, groups.values(), strict=True):
        if found:
            shell.terminal.out("")
            shell.terminal.heading(title)
            shell.terminal.out(*(f"  {_line(shell, one)}" for one in found))
    if not any(groups.values()):
        shell.terminal.tell("No promises open. Your word is whole.")
    return 0


def _story(shell: Shell, found: Commitment) -> None:
    """Everything that happened with one."""
    now, zone = shell.clock.now(), shell.clock.zone()
    one = views.given(found, now, zone)
    shell.terminal.out(_line(shell, one))
    for step in found.steps:
        facts = [
            step.how,
            f"by {when.say(step.due, now)}" if step.due else "",
            "told" if step.told else "",
            "" if step.owed else "not owed here",
        ]
        said = ", ".join(fact for fact in facts if fact)
        shell.terminal.out(f"  {stamp(step.at[:16], now)}  {step.kind}{f' ({said})' if said else ''}")
        if step.note:
            shell.terminal.out(f"    {flat(step.note)}")
    shell.terminal.facts([(label, value) for label, value in _facts(shell, found) if value])
    ways = [name for name, kind in STEPS.items() if one.state in states.STEPS[kind.replace("_", " ")].frm]
    shell.terminal.tell(f"What can be done: {', '.join(ways)}." if ways else "It is over with.")


def _facts(shell: Shell, found: Commitment) -> list[tuple[str, str]]:
    """What is said of one besides its story."""
    area, theme = shell.practice.areas.get(found.area), shell.practice.table("themes").get(found.theme)
    yes = {True: "yes", False: "no", None: ""}
    return [
        ("Area", flat(area.name) if area else ""),
        ("Theme", flat(getattr(theme, "name", ""))),
        ("Takes", minutes(found.estimate)),
        ("Confirmed", yes[found.confirmed]),
        ("Chosen", yes[found.chosen]),
        ("Serves", flat(found.serves)),
    ]
