"""`theme`: the theme of the year from the shell: what hangs, its words, its page and its picture."""

from __future__ import annotations

from collections.abc import Callable

from organizer.errors import NotFound, WrongUse
from organizer.records import Theme
from organizer.shell.lines import flat
from organizer.shell.parsing import Given
from organizer.shell.shell import Shell
from organizer.views.theme import HUNDRED, WAYS, in_order, share_text, theme_json, theme_view, year_of
from organizer.words import count


def theme(shell: Shell, given: Given) -> int:
    """Show the theme, or do with it what the first word says."""
    if not given.words:
        return _show(shell, given)
    found = _WORDS.get(given.words[0])
    if found is None:
        raise WrongUse(f"theme takes one of: {', '.join(_WORDS)}. Alone it opens the full screen there.")
    return found(shell, given, given.words[1:])


def _hanging(shell: Shell) -> Theme:
    found = shell.practice.theme()
    if found is None:
        raise NotFound("There is no theme yet. `organizer theme` opens the studio; it takes about ten minutes.")
    return found


def _show(shell: Shell, given: Given, words: tuple[str, ...] = ()) -> int:
    now, practice = shell.clock.now(), shell.practice
    if given.json:
        hanging = practice.theme()
        before = [theme_json(practice, one) for one in reversed(in_order(practice)[:-1])]
        shell.terminal.json({"theme": theme_json(practice, hanging) if hanging else None, "before": before})
        return 0
    hanging, seen = _hanging(shell), theme_view(practice, now)
    shell.terminal.heading(flat(hanging.name))
    if hanging.statement:
        shell.terminal.out(flat(hanging.statement))
    looked = {"keep": "kept", "reword": "to be reworded", "smaller": f"for this season: {flat(seen.smaller)}"}
    shell.terminal.facts(
        [
            ("hangs", seen.years),
            ("written", f"{len(seen.written)} of {HUNDRED}"),
            ("told", count(len(seen.shared), "time") if seen.shared else "nobody yet"),
            ("this season", looked.get(seen.season.answer, "") if seen.season else "not looked at yet"),
            *(("before", f"{one.years}  {flat(one.theme.name)}") for one in seen.past),
        ]
    )
    return 0


def _poster(shell: Shell, given: Given, words: tuple[str, ...]) -> int:
    from organizer import wholefile
    from organizer.printing import files
    from screens.palettes import DEFAULT, derive

    hanging = _hanging(shell)
    path, ending = files.where(_one(words, "poster FILE"), hanging, files.POSTERS)
    piece = files.piece_of(hanging, year_of(hanging, shell.clock.now()))
    accent = derive(hanging.color or DEFAULT, False).accent
    wholefile.keep(path, files.poster(piece, ending, given.options.get("size", "letter"), accent))
    shell.terminal.tell(f"Saved: {path}")
    return 0


def _card(shell: Shell, given: Given, words: tuple[str, ...]) -> int:
    from organizer import wholefile
    from organizer.printing import files
    from organizer.printing.layout import Colors
    from screens.palettes import DEFAULT, derive

    hanging = _hanging(shell)
    path, ending = files.where(_one(words, "card FILE"), hanging, files.CARDS)
    palette = derive(hanging.color or DEFAULT, "light" not in given.options)
    colors = Colors(palette.band, palette.foreground, palette.band_foreground)
    piece = files.piece_of(hanging, year_of(hanging, shell.clock.now()))
    wholefile.keep(path, files.card(piece, ending, colors))
    shell.terminal.tell(f"Saved: {path}")
    return 0


def _text(shell: Shell, given: Given, words: tuple[str, ...]) -> int:
    from organizer.lint import look

    text = share_text(_hanging(shell))
    shell.terminal.out(flat(text))
    hanging = _hanging(shell)
    for found in look(f"{hanging.name}. {hanging.statement}")[:1]:
        shell.terminal.tell(found.sentence)
    return 0


def _told(shell: Shell, given: Given, words: tuple[str, ...]) -> int:
    said = " ".join(words)
    how = next((way for way in WAYS if said == way or said.startswith(f"{way} ")), "")
    change = shell.office.run("theme.share", (), how=how, where=said.removeprefix(how))
    shell.terminal.tell(change.label)
    return 0


def _write(shell: Shell, given: Given, words: tuple[str, ...]) -> int:
    shell.terminal.tell(shell.office.run("theme.write", (), text=" ".join(words)).label)
    return 0


def _moment(shell: Shell, given: Given, words: tuple[str, ...]) -> int:
    change = shell.office.run("theme.moment", (), text=" ".join(words))
    shell.terminal.tell(change.label)
    return 0


def _one(words: tuple[str, ...], usage: str) -> str:
    if len(words) != 1:
        raise WrongUse(f"Use it so: organizer theme {usage}")
    return words[0]


_WORDS: dict[str, Callable[[Shell, Given, tuple[str, ...]], int]] = {
    "show": _show,
    "text": _text,
    "poster": _poster,
    "card": _card,
    "write": _write,
    "told": _told,
    "moment": _moment,
}
"""What may stand behind `theme`."""
