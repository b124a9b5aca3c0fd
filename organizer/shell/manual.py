"""`man`: the manual page, written from the table of verbs: `organizer man > organizer.1`."""

from __future__ import annotations

from collections.abc import Iterator

from organizer.shell import VERSION
from organizer.shell.parsing import Given
from organizer.shell.shell import Shell
from organizer.shell.verbs import GLOBAL, HELP, PLACES, Option, Verb, every


def man(shell: Shell, given: Given) -> int:
    """Print the page."""
    shell.terminal.out(page().rstrip("\n"))
    return 0


def safe(text: str) -> str:
    """Text as roff takes it: no escape, no dash that is broken, no request at the head of a line."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{text}" if text[:1] in (".", "'") else text


def page() -> str:
    """The whole page."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield f'.TH ORGANIZER 1 "" "organizer {VERSION}" "User Commands"'
    yield from (".SH NAME", "organizer \\- a calm back office, in the terminal", ".SH SYNOPSIS")
    yield from (".B organizer", "[\\fIPLACE\\fR]", ".br", ".B organizer", "\\fIVERB\\fR [\\fIWORDS\\fR...]")
    yield from (".SH DESCRIPTION", "Without a verb the full screen opens, at Today or at a place:")
    yield f"{safe(', '.join(PLACES))}."
    yield "A verb does one thing and comes back. An ID is what"
    yield from (".B organizer list", "shows, or the beginning of it.", ".SH VERBS")
    for verb in every():
        yield from _verb(verb)
    yield ".SH OPTIONS"
    for option in GLOBAL:
        yield from _option(option)
    yield from (".SH ENVIRONMENT", ".TP", ".B ORGANIZER_HOME", "The folder in which everything is kept.")
    yield from (".TP", ".B NO_COLOR", "No color is drawn.")
    yield from (".SH EXIT STATUS", "0 when it was done. 1 trouble, 2 the words do not fit, 3 nothing by that id,")
    yield "4 more than one thing by that id, 5 locked, 6 damaged, 7 changed elsewhere since, 8 no room or no disk."


def _verb(verb: Verb) -> Iterator[str]:
    yield ".TP"
    yield f".B {safe(' '.join(part for part in (verb.name, verb.words) if part))}"
    yield safe(verb.help)
    for line in verb.more:
        yield from (".br", safe(line))
    options = [option for option in verb.options if option.name != HELP.name]
    if options:
        yield ".RS"
        for option in options:
            yield from _option(option)
        yield ".RE"


def _option(option: Option) -> Iterator[str]:
    value = f" \\fI{safe(option.value)}\\fR" if option.value else ""
    yield from (".TP", f"\\fB{safe(option.name)}\\fR{value}", safe(option.help))
