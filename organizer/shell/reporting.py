"""`report`: the week on a page, printed or in a file."""

from __future__ import annotations

from datetime import date

from organizer.errors import WrongUse
from organizer.shell.parsing import Given
from organizer.shell.shell import Shell


def report(shell: Shell, given: Given) -> int:
    """The week that has a day, today's if none is named: as text, as JSON, or in a file."""
    from organizer.printing import week as printing
    from organizer.views.week import week, week_json

    what, *path = given.words
    if what != "week":
        raise WrongUse(f"There is a report of the week: organizer report week. There is none called {what!r}.")
    found = week(shell.practice, _day(shell, given.options.get("on", "")), shell.clock.now(), shell.clock.zone())
    if given.json:
        shell.terminal.json(week_json(found))
    elif path:
        from organizer import wholefile
        from organizer.exchange.out import NOT_SEALED

        wholefile.keep(path[0], printing.made(path[0], found, _accent(shell)))
        shell.terminal.tell(f"Saved: {path[0]}. {NOT_SEALED}")
    else:
        shell.terminal.pour([printing.markdown(found)])
    return 0


def _day(shell: Shell, typed: str) -> date:
    """The day meant; one without a year is one that was."""
    if not typed.strip():
        return shell.clock.now().date()
    from organizer.commands.fields import been

    return date.fromisoformat(been(shell.office.ask((), {}), typed))


def _accent(shell: Shell) -> str:
    """The color of the theme, as it is on white."""
    from organizer.printing.week import AMBER
    from screens.palettes import derive

    theme = shell.practice.theme()
    return derive(theme.color, False).accent if theme and theme.color else AMBER
