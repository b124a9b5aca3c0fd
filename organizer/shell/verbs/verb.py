"""What a verb of the command line is, and the options that more than one of them has."""

# No `annotations` from __future__ here: a named tuple compiles each annotation that is a string, at every start.
from typing import NamedTuple


class Option(NamedTuple):
    """One option. `value` names what follows it, "" for a switch; `offers` what completion may offer there; `also` are
    other names that are taken for it."""

    name: str
    help: str
    value: str = ""
    offers: tuple[str, ...] = ()
    also: tuple[str, ...] = ()


JSON = Option("--json", "Print JSON for programs instead of text for people.")
ON = Option("--on", "When it was, if that was before now.", "WHEN", ("yesterday",))
HOW = Option("--how", "By which way: call, letter, in person.", "CHANNEL", ("call", "letter", "in person"))
NOTE = Option("--note", "One line in your own words.", "LINE")
HELP = Option("--help", "Show help: for all, or for the verb it follows.")
VERSION = Option("--version", "Show the version.")
GLOBAL = (HELP, VERSION)


class Verb(NamedTuple):
    """One verb.

    `words` is what it takes, as usage shows it; at least `least` of them and at most `most` (-1: any
    number). `free` verbs take words as they are typed, dashes and all: their options count only before
    the first word and after the last. `module` of `organizer.shell` holds its function. `offers` is
    what completion may offer for its words; `more` stands below in its help.
    """

    name: str
    words: str
    help: str
    module: str
    least: int = 0
    most: int = 0
    options: tuple[Option, ...] = (JSON,)
    free: bool = False
    offers: tuple[str, ...] = ()
    more: tuple[str, ...] = ()

    @property
    def usage(self) -> str:
        """The verb with all it takes, as one line."""
        options = (f"[{option.name} {option.value}]" if option.value else f"[{option.name}]" for option in self.options)
        return " ".join(part for part in (self.name, self.words, *options) if part)
