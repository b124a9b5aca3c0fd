"""What a setting is: described once. The page, the shell verb, the docs' test, reset and search come from it."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from organizer.practice import Practice

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
KINDS = ("choice", "yes-no", "number", "time", "days", "text", "keys", "lead")


class Known(NamedTuple):
    """One setting that is known.

    `kind` says how it is read and offered (`KINDS`); a "lead" holds no value, it leads to the command `leads`; "keys"
    are those of commands, {id: key} (`organizer.keymap`). `help`
    is one sentence for help and docs, `about` a few words beside it on the page, `question` what its chooser asks and
    `usual` a few answers as one would type them. `values` of a choice are what it may be, the first one usual; of a
    yes-no the word for yes and the word for no. `means` says of a value what it means. A number is from `least` to
    `most`, counted in `unit`. `none` is the word for "not at all", kept as `nothing`; "" where there must be a value.

    `reads(text, practice, now)` reads what is typed where the kind does not know how, and raises `WrongUse`;
    `fits(practice, value)` looks at it beside the others and gives "" or the sentence that says why not.
    `holds(text)` tells whether a text that is kept is one that `reads` could have given.

    `says(value)` says it in words, `tells` names the change that sets it ("The office opens at {}"), `counts(practice)`
    is the fact beside a lead. `command` is its own line in the palette, if it has one. `acts` is False for a way of
    looking, which undo passes over. `here` when it may differ from machine to machine (docs/settings.md).
    """

    name: str
    title: str
    help: str
    kind: str = "choice"
    default: Any = None
    values: tuple[str, ...] = ()
    means: Mapping[str, str] = {}
    about: str = ""
    question: str = ""
    usual: tuple[str, ...] = ()
    least: int = 0
    most: int = 0
    unit: str = ""
    none: str = ""
    nothing: Any = ""
    reads: Callable[[str, Practice, datetime], Any] | None = None
    fits: Callable[[Practice, Any], str] | None = None
    holds: Callable[[str], bool] | None = None
    says: Callable[[Any], str] | None = None
    tells: str = ""
    counts: Callable[[Practice], str] | None = None
    command: str = ""
    leads: str = ""
    acts: bool = True
    here: bool = False

    @property
    def usually(self) -> Any:
        """What it is until it is set."""
        return self.default if self.default is not None or not self.values else self.values[0]

    def of(self, practice: Practice) -> Any:
        """What it is now: as it was set, or as it usually is where that was never done or makes no sense."""
        said = practice.setting(self.name)
        if said is None or self.kind == "lead":
            return self.usually
        return self.sound(said)

    def sound(self, said: Any) -> Any:
        """A value as it may be; for what makes no sense the usual one."""
        if self.values:
            if isinstance(said, bool):  # so it was kept once
                said = self.values[said if self.kind == "choice" else not said]
            return said if said in self.values else self.usually
        if self.kind == "keys":
            texts = isinstance(said, dict) and all(isinstance(part, str) for pair in said.items() for part in pair)
            return said if texts else self.usually
        if self.kind == "number":
            counted = isinstance(said, int | float) and not isinstance(said, bool)
            return said if counted and (said == self.nothing or self.least <= said <= self.most) else self.usually
        sound = isinstance(said, str) and (bool(said) or bool(self.none)) and self._holds(said)
        return said if sound else self.usually

    def _holds(self, said: str) -> bool:
        if said == "" or self.kind not in ("time", "days"):
            return said == "" or self.holds is None or self.holds(said)
        if self.kind == "time":
            return len(said) == 5 and said[2] == ":" and (said[:2] + said[3:]).isdecimal() and said < "24:00"
        return bool(said.split()) and all(word in WEEKDAYS for word in said.split())

    def said(self, practice: Practice) -> str:
        """What it is now, in words."""
        if self.kind == "lead":
            return self.counts(practice) if self.counts else ""
        return self.word(self.of(practice))

    def word(self, value: Any) -> str:
        """A value in words."""
        if self.says:
            return self.says(value)
        if self.none and value == self.nothing:
            return self.none
        if self.kind == "number":
            unit = self.unit.removesuffix("s") if value == 1 else self.unit
            return f"{value} {unit}".rstrip()
        if self.kind == "time":
            from organizer.when.saying import say_time

            return say_time(str(value))
        return str(value)

    def told(self, value: Any) -> str:
        """The name of the change that sets it."""
        if self.none and value == self.nothing and not self.says:
            return self.none[:1].upper() + self.none[1:]
        return (self.tells or f"{self.title}: {{}}").format(self.word(value))
