"""The help of the command line, written from the table of verbs."""

from __future__ import annotations

from organizer.shell.terminal import Terminal
from organizer.shell.verbs import GLOBAL, HELP, PLACES, Option, Verb, every


def overview(terminal: Terminal) -> None:
    """What there is."""
    terminal.heading("Organizer: a calm back office, in the terminal")
    terminal.out("")
    terminal.facts(
        [
            ("organizer", "Open the full screen at Today."),
            ("organizer PLACE", f"Open it at a place: {', '.join(PLACES)}."),
            ("organizer VERB ...", "Do one thing and come back:"),
        ]
    )
    terminal.out("")
    terminal.facts([(" ".join(part for part in (verb.name, verb.words) if part), verb.help) for verb in every()])
    terminal.out("")
    terminal.facts(_named(GLOBAL))
    terminal.out(
        "",
        "organizer VERB --help tells more. An ID is what organizer list shows, or the beginning of it.",
        "Everything is kept in one folder (organizer where); ORGANIZER_HOME chooses another.",
    )


def of_verb(terminal: Terminal, verb: Verb) -> None:
    """All about one verb."""
    terminal.out(f"organizer {verb.usage}", "", verb.help)
    if verb.more:
        terminal.out("", *verb.more)
    terminal.out("")
    terminal.facts(_named((*verb.options, HELP)))


def _named(options: tuple[Option, ...]) -> list[tuple[str, str]]:
    return [(f"{option.name} {option.value}".rstrip(), option.help) for option in options]
