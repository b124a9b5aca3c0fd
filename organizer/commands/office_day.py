"""The office day itself: open and close, and how the app looks."""

from __future__ import annotations

from organizer.change import Change
from organizer.commands.command import Ask, Command, day_row, row
from organizer.errors import WrongUse
from organizer.records import Setting

CHOICES: dict[str, tuple[str, ...]] = {"light": ("by the clock", "dark", "light"), "signs": ("pretty", "plain")}
"""The settings that can be turned from a key or the palette, and what they may be; the first is the default."""


def toggle_office(ask: Ask) -> Change:
    """Open the office for today; when it is open, close it; when it was closed, open it again."""
    day = ask.practice.day(ask.today())
    if day.opened and not day.closed:
        return Change("Closed the office", (day_row(ask.practice, day._replace(closed=ask.stamp())),))
    after = day._replace(opened=day.opened or ask.stamp(), closed=None)
    return Change("Opened the office", (day_row(ask.practice, after),))


def choose(ask: Ask) -> Change:
    """Answer `name`, and `value` or the next one in turn. Raises `WrongUse` for what is not to be chosen."""
    name = str(ask.answers.get("name", ""))
    values = CHOICES.get(name)
    if values is None:
        raise WrongUse(f"There is no setting {name!r}. They are: {', '.join(CHOICES)}.")
    now = ask.practice.setting(name, values[0])
    turn = values[(values.index(now) + 1) % len(values)] if now in values else values[0]
    value = str(ask.answers.get("value") or turn)
    if value not in values:
        raise WrongUse(f"{name} can be: {', '.join(values)}.")
    before = ask.practice.table("settings").get(name)
    return Change(f"Set {name}: {value}", (row("settings", before, Setting(name, value)),))


COMMANDS = (
    Command(
        "office.toggle",
        "Open, close the office",
        "Marks when the office day began and ended.",
        toggle_office,
        "o",
        "office",
        ("today",),
        "Here",
    ),
    Command("look.light", "Light or dark", "By the clock, dark, or light.", choose, asks="light"),
    Command(
        "look.signs",
        "Pretty or plain signs",
        "Plain signs for terminals and fonts that lack the pretty ones.",
        choose,
        asks="signs",
    ),
)
