"""The help of the command line, written from the table of verbs."""

from __future__ import annotations

from difflib import get_close_matches

from organizer.errors import WrongUse
from organizer.manner import keyed
from organizer.shell.parsing import whole
from organizer.shell.terminal import Terminal
from organizer.shell.verbs import GLOBAL, HELP, PLACES, Option, Verb, every, find, names


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
        "organizer VERB --help tells more, organizer help PLACE the keys of a screen.",
        "An ID is what organizer list shows, or the beginning of it.",
        "Everything is kept in one folder (organizer where); ORGANIZER_HOME chooses another.",
    )


def of_verb(terminal: Terminal, verb: Verb) -> None:
    """All about one verb."""
    terminal.out(f"organizer {verb.usage}", "", verb.help)
    if verb.more:
        terminal.out("", *verb.more)
    terminal.out("")
    terminal.facts(_named((*verb.options, HELP)))


def of_word(terminal: Terminal, words: list[str]) -> None:
    """All about a verb or a place; one that is both is told as both. Raises `WrongUse` with the nearest there is."""
    wanted = " ".join(words).lower()
    verb, place = find(words[0]), place_of(wanted)
    if verb is None and not place:
        known = [*names(), *places()]
        near = get_close_matches(wanted, known, 1, 0.6)
        hint = f"Did you mean {near[0]}?" if near else "organizer --help shows all there is."
        raise WrongUse(f"There is no help for {whole(wanted)[:40]!r}. {hint}")
    if verb is not None:
        of_verb(terminal, verb)
    if place:
        terminal.out(*([""] if verb else []))
        of_place(terminal, place)


def places() -> dict[str, str]:
    """The screens by their ids, with their names."""
    from organizer.commands.about import PLACES as EIGHT

    return {**dict(EIGHT), "settings": "Settings"}


def place_of(wanted: str) -> str:
    """The screen of an id or a name, "" for none."""
    return next((id for id, name in places().items() if wanted in (id, name.lower())), "")


def of_place(terminal: Terminal, place: str) -> None:
    """The keys of a screen, from its commands; then those that hold everywhere."""
    from organizer.commands import COMMANDS

    here = [one for one in COMMANDS.values() if one.key and place in one.places]
    around = [one for one in COMMANDS.values() if one.key and not one.places]
    for title, commands in ((f"{places()[place]}: the keys of this screen", here), ("Everywhere", around)):
        terminal.heading(title)
        terminal.facts([(key_name(one.key), f"{one.title}. {one.help}") for one in commands])
        terminal.out("")
    terminal.out(
        keyed(
            "Keys of one's own: organizer keys. On the screen {help} shows the same, {palette} finds anything by name."
        )
    )


def key_name(key: str) -> str:
    """A key as people write it."""
    return KEY_NAMES.get(key, key)


KEY_NAMES = {
    "slash": "/", "comma": ",", "question_mark": "?", "escape": "esc", "delete": "del", "greater_than_sign": ">",
    "less_than_sign": "<", "left_square_bracket": "[", "right_square_bracket": "]", "asterisk": "*", "minus": "-",
    "exclamation_mark": "!", "plus": "+", "full_stop": ".", "equals_sign": "=",
}  # fmt: skip


def _named(options: tuple[Option, ...]) -> list[tuple[str, str]]:
    return [(f"{option.name} {option.value}".rstrip(), option.help) for option in options]
