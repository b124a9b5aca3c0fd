"""Reading a command line by the table of verbs."""

from collections.abc import Collection
from typing import NamedTuple

from organizer.errors import WrongUse
from organizer.shell.verbs import PLACES, Option, Verb, names

HELP = ("-h", "--help")


class Given(NamedTuple):
    """What was typed after a verb: its words, and its options by name without the dashes ("" for a switch)."""

    words: tuple[str, ...]
    options: dict[str, str]

    @property
    def json(self) -> bool:
        """Whether the answer is for a program."""
        return "json" in self.options

    @property
    def text(self) -> str:
        """The words as one line."""
        return " ".join(self.words)


def act_of(verb: str, given: Given, acts: Collection[str]) -> tuple[str, list[str]]:
    """The first word of a verb that can several things, and the words behind it. Raises `WrongUse`."""
    act, *words = given.words
    if act not in acts:
        raise WrongUse(f"{verb} can: {', '.join(acts)}; {act!r} is none of these.")
    return act, words


def whole(word: str) -> str:
    """A word of the command line without the halves of characters that the shell could not read."""
    if word.isprintable():
        return word
    return "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in word)


def read(verb: Verb, rest: list[str]) -> Given | None:
    """What was typed after the verb; None when help was asked for. Raises `WrongUse`."""
    rest = [whole(word) for word in rest]
    if rest and rest[0] in HELP:
        return None
    given = _free(verb, rest) if verb.free else _strict(verb, rest)
    if given is not None:
        _check_count(verb, len(given.words))
    return given


def _strict(verb: Verb, rest: list[str]) -> Given | None:
    """Options anywhere, everything else is a word; after `--` all are words."""
    words: list[str] = []
    options: dict[str, str] = {}
    while rest:
        if rest[0] == "--":
            words += rest[1:]
            break
        if rest[0] in HELP:
            return None
        if not rest[0].startswith("-") or rest[0] == "-":
            words.append(rest.pop(0))
        elif not _take(verb, rest, options):
            raise WrongUse(_no_option(verb, rest[0]))
    return Given(tuple(words), options)


def _free(verb: Verb, rest: list[str]) -> Given:
    """Options only at the two ends, so that no dash in the middle of a line is lost."""
    options: dict[str, str] = {}
    while rest and rest[0] != "--" and _take(verb, rest, options):
        pass
    if rest and rest[0] == "--":
        return Given(tuple(rest[1:]), options)
    for at in range(1, len(rest)):
        tail, found = rest[at:], dict[str, str]()
        while tail and _take(verb, tail, found):
            pass
        if not tail:
            return Given(tuple(rest[:at]), {**options, **found})
    return Given(tuple(rest), options)


def _take(verb: Verb, rest: list[str], options: dict[str, str]) -> bool:
    """Take the option at the head of `rest` with its value; whether there was one. Raises `WrongUse`."""
    name, equals, value = rest[0].partition("=")
    option = _option(verb, name)
    if option is None or (equals and not option.value):
        return False
    if option.value and not equals:
        if len(rest) < 2:
            raise WrongUse(f"{name} needs a value: {name} {option.value}.")
        value = rest.pop(1)
    rest.pop(0)
    options[option.name[2:]] = value
    return True


def _option(verb: Verb, name: str) -> Option | None:
    for option in verb.options:
        if name in (option.name, *option.also):
            return option
    return None


def _no_option(verb: Verb, name: str) -> str:
    options = ", ".join(option.name for option in verb.options)
    return f"{verb.name} has no option {name.partition('=')[0]}. It has {options or 'none'}."


def _check_count(verb: Verb, count: int) -> None:
    if count < verb.least or 0 <= verb.most < count:
        raise WrongUse(f"Use it so: organizer {verb.usage}")


def no_such_verb(name: str) -> str:
    """The sentence for a verb that is not there, with the nearest one that is."""
    if name in PLACES:
        return f"Use it so: organizer {name}"
    from difflib import get_close_matches

    known = [*names(), *PLACES]
    near = get_close_matches(name.lower(), known, 1, 0.6)
    hint = f"Did you mean {near[0]}?" if near else "organizer --help shows them all; organizer add catches a line."
    shown = name if len(name) <= 40 else name[:39] + "…"
    return f"There is no verb {shown!r}. {hint}"
