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
    """Answer `name` of a setting, or "all": as it usually is again."""
    name = str(ask.answers.get("name", ""))
    chosen = list(settings.every()) if name == "all" else [settings.find(name)]
    if chosen[0].kind == "lead" and name != "all":
        raise WrongUse(f"{chosen[0].title} is not set here: {chosen[0].help}")
    kept = ask.practice.table("settings")
    rows = tuple(row("settings", kept[one.name], None) for one in chosen if one.name in kept and one.kind != "lead")
    if name == "all":
        return Change(f"{count(len(rows), 'setting')} as at first", rows)
    return Change(chosen[0].told(chosen[0].usually), rows)


HERE = ("settings",)

COMMANDS = (
    Command("setting.set", "Set a setting", "Any of the settings, by its name.", set_, places=HERE, asks="setting"),
    Command("setting.reset", "As at first", "Puts a setting back to what it usually is.", reset, places=HERE,
            asks="setting"),
)  # fmt: skip
