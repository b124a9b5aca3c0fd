"""`closures`: the days on which the office is closed, or open for other hours."""

from __future__ import annotations

from organizer import when
from organizer.commands.closing import find
from organizer.errors import WrongUse
from organizer.ids import short
from organizer.records.door import Closure
from organizer.shell.lines import flat
from organizer.shell.parsing import Given, act_of
from organizer.shell.shell import Shell
from organizer.views.closures import closure_json
from organizer.views.closures import closures as view_of

ACTS = ("add", "change", "remove", "holidays")


def closures(shell: Shell, given: Given) -> int:
    """Print them, or change one and print it."""
    if not given.words:
        ahead, past = view_of(shell.practice, shell.clock.now())
        return _print(shell, given, [*ahead, *past] if "all" in given.options else [*ahead])
    act, words = act_of("closures", given, ACTS)
    if act == "holidays":
        return _holidays(shell, words)
    options = given.options
    answers = {name: options[option] for name, option in (("what", "what"), ("hours", "open")) if option in options}
    if act != "add":
        if not words:
            raise WrongUse(f"Use it so: organizer closures {act} ID{' DAYS' if act == 'change' else ''}")
        answers["closure"] = find(shell.practice, words[0]).id
        words = words[1:]
        if act == "remove" and words:
            raise WrongUse("Use it so: organizer closures remove ID")
    if words:
        answers["days"] = " ".join(words)
    command = {"add": "closure.add", "change": "closure.edit", "remove": "closure.remove"}[act]
    change = shell.office.run(command, (), **answers)
    now = [shell.practice.closures[row.id] for row in change.rows if row.after is not None]
    _print(shell, given, now, tell=False)
    shell.terminal.tell(change.label if change.rows else "It is so already; nothing was changed.")
    return 0


def _holidays(shell: Shell, words: list[str]) -> int:
    if [word.lower() for word in words] not in (["open"], ["closed"]):
        raise WrongUse("Use it so: organizer closures holidays open|closed")
    change = shell.office.run("closure.holidays", (), closed=words[0].lower() == "closed")
    shell.terminal.tell(change.label if change.rows else "It is so already; nothing was changed.")
    return 0


def _print(shell: Shell, given: Given, found: list[Closure], tell: bool = True) -> int:
    if given.json:
        shell.terminal.json([closure_json(one) for one in found])
        return 0
    now = shell.clock.now()
    for one in found:
        days = " to ".join(dict.fromkeys(when.say(day, now) for day in (one.first, one.last)))
        hours = f"{when.say_time(one.opens)} to {when.say_time(one.closes)}" if one.opens else "closed"
        shell.terminal.out(f"{short(one.id)}  {days}, {hours}{f', {flat(one.what)}' if one.what else ''}")
    if tell and not found:
        shell.terminal.tell("No closures ahead. `organizer closures add dec 24 to jan 2` makes one.")
    return 0
