"""Settings, set and put back: each by its description in `organizer.settings`."""

from __future__ import annotations

from typing import Any

from organizer import settings
from organizer.change import Change
from organizer.commands.command import Ask, Command, row
from organizer.errors import WrongUse
from organizer.records import Setting
from organizer.settings import Known
from organizer.words import count


def keep(ask: Ask, label: str, name: str, value: object) -> Change:
    """The change of one setting; none when it is so already."""
    before = ask.practice.table("settings").get(name)
    after = Setting(name, value)
    return Change(label, (row("settings", before, after),) if before != after else ())


def put(ask: Ask, known: Known, value: Any) -> Change:
    """The change that sets a known setting to a value that was read."""
    if known.name in ask.practice.here:
        said = known.word(known.of(ask.practice))
        raise WrongUse(f"On this machine settings.toml says {said!r} for {known.title!r}, and that holds here.")
    change = keep(ask, known.told(value), known.name, value)
    return change if known.acts else change._replace(undoes=-1)


def set_(ask: Ask) -> Change:
    """Answers `name` of a setting and `value` as typed; without a value the next one of its choices in turn. Raises
    `NotFound` for what is none, `WrongUse` for a value it cannot have."""
    known = settings.find(str(ask.answers.get("name", "")))
    given = ask.answers.get("value")
    if given in (None, "") and known.values:
        now = known.of(ask.practice)
        return put(ask, known, known.values[(known.values.index(now) + 1) % len(known.values)])
    return put(ask, known, settings.read(known, str(given or ""), ask.practice, ask.now))


def reset(ask: Ask) -> Change:
    """Answer `name` of a setting: as it usually is again."""
    name = str(ask.answers.get("name", ""))
    if name == "all":
        return reset_all(ask)
    known = settings.find(name)
    if known.kind == "lead":
        raise WrongUse(f"{known.title} is not set here: {known.help}")
    before = ask.practice.table("settings").get(known.name)
    change = Change(known.told(known.usually), (row("settings", before, None),) if before else ())
    return change if known.acts else change._replace(undoes=-1)


def reset_all(ask: Ask) -> Change:
    """Every setting as it usually is, in one change. What the journal, the theme and the first steps keep stays."""
    kept = ask.practice.table("settings")
    names = [one.name for one in settings.every() if one.kind != "lead" and one.name in kept]
    return Change(
        f"{count(len(names), 'setting')} as at first", tuple(row("settings", kept[name], None) for name in names)
    )


HERE = ("settings",)

COMMANDS = (
    Command("setting.set", "Change", "Choose what it is to be, or type it.", set_, "enter", "change", HERE, "Here",
            "setting"),
    Command("setting.turn", "On, off", "The other one, or the next of its choices.", set_, "space", "on / off", HERE,
            "Here", "setting turn"),
    Command("setting.reset", "As at first", "Puts it back to what it usually is.", reset, "r", "as at first", HERE,
            "Here", "setting reset"),
    Command("setting.all", "All settings as at first", "Every setting as it usually is; undo brings them back.",
            reset_all, places=HERE),
)  # fmt: skip
