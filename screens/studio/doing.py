"""What the keys, clicks and typed lines of the Theme page do."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from organizer.commands.command import Command
from organizer.manner import keyed
from organizer.records.theme import Pile, Thought
from organizer.views.theme import HUNDRED, STOPS
from screens.desk import Desk
from screens.dialogs.ask import Asked, Question
from screens.palettes import DEFAULT, read_color
from screens.studio.page import ThemePage


def page_of(desk: Desk) -> ThemePage:
    """The Theme page, which is open."""
    page = desk.page
    assert isinstance(page, ThemePage)
    return page


def show(desk: Desk) -> None:
    """Draw the page as it is open now, with the band and the keys around it."""
    desk.page.dirty = True
    desk.go("theme")


def attempt(desk: Desk, command: str, ids: tuple[str, ...] = (), **answers: Any) -> bool:
    """Run a command and say why when it was not done; whether it was."""
    why = desk.attempt(command, ids, **answers)
    if why:
        desk.say(why, care=True)
    return not why


def go_to(desk: Desk, view: str) -> None:
    """Turn to a stop, or home. Where a theme is in the making its place is kept."""
    page = page_of(desk)
    studio = page.seen.studio
    page.open(view)
    if studio and view in STOPS and studio.stop != view:
        why = desk.attempt("studio.stop", (), stop=view)
        if not why:
            desk.hush()
    show(desk)


def write_it(desk: Desk) -> None:
    """To the hundred lines; as long as there is one to write, the line is ready for it."""
    from screens.writing import write

    go_to(desk, "write")
    if len(page_of(desk).seen.written) < HUNDRED:
        desk.call_after_refresh(write, desk)


def begin(desk: Desk) -> None:
    """Begin a theme, at Pour out; the line is ready to be written on."""
    from screens.writing import write

    page = page_of(desk)
    page.open("pour")
    if not attempt(desk, "studio.begin"):
        page.open(page.seen.studio.stop if page.seen.studio else "home")
        show(desk)
        return
    desk.hush()
    show(desk)
    desk.call_after_refresh(write, desk)


def newest(desk: Desk, table: str) -> None:
    """The cursor goes to what was written last."""
    last = next(reversed(desk.office.practice.table(table)), "")
    if desk.page.lanes and desk.page.lanes[0].seek(last):
        desk.canvas.redraw()


# -- what needs an answer


def choose_from(desk: Desk, source: Any, text: str = "") -> None:
    """Open a list to choose from, or a line to type; `text` stands in it already."""
    from screens.dialogs.chooser import Chooser

    chooser = Chooser(desk.office, desk.ink, source)
    for character in text:
        chooser.type_ahead(character)
    desk.app.push_screen(chooser)


def ask(desk: Desk, title: str, placeholder: str, enter: str, go: Callable[[str], str], text: str = "",
        empty: bool = False, command: str = "") -> None:  # fmt: skip
    """One question, one line; `go(text)` gives "" or why not."""
    choose_from(desk, Asked(desk.office, Question(title, placeholder, enter, may_be_empty=empty), go, command), text)


def ask_word(desk: Desk, field: str, then: Callable[[], None] | None = None) -> None:
    """The name of the theme, or its sentence."""
    theme = page_of(desk).seen.theme

    def go(text: str) -> str:
        why = desk.attempt("theme.word", (), **{field: text})
        if not why:
            desk.call_later(_after_word, desk, field)
        return why

    if field == "statement" and theme is None:
        field = "name"
    name = field == "name"
    title = "Say it in a word or two" if name else "And in one sentence: what does it mean here?"
    example = "Room to breathe" if name else "A calm back office is the first room my clients feel."
    ask(desk, title, example, "so be it", go, getattr(theme, field, "") if theme else _picked(desk) if name else "",
        empty=not name)  # fmt: skip


def _picked(desk: Desk) -> str:
    studio = page_of(desk).seen.studio
    pile = desk.office.practice.table("piles").get(studio.picked) if studio else None
    return pile.name if isinstance(pile, Pile) and len(pile.name) <= 28 else ""


def _after_word(desk: Desk, field: str) -> None:
    """The cursor goes to what is still to be said."""
    page = page_of(desk)
    if page.view == "word":
        page.lanes[0].seek("statement" if field == "name" else "color")
        desk.canvas.redraw()


def ask_color(desk: Desk) -> None:
    """A color of one's own."""

    def go(text: str) -> str:
        color = read_color(text)
        if color is None:
            return f"A color is # and six digits, {DEFAULT} for one, or the name of a preset."
        return desk.attempt("theme.color", (), color=color, name=text.strip())

    ask(desk, "A color of your own", f"{DEFAULT}, or dusk blue", "wear it", go)


def ask_pile(desk: Desk, thought: Thought) -> None:
    """Which pile a line goes on."""
    from screens.studio.choosing import Piles

    def go(pile: str, name: str) -> str:
        after = getattr(page_of(desk).leaf, "after", "")
        why = desk.attempt("studio.move", (), thought=thought.id, pile=pile, name=name)
        seek = getattr(page_of(desk).leaf, "seek", None)
        if not why and seek and seek(after):
            desk.canvas.redraw()
        return why

    choose_from(desk, Piles(desk.office, desk.ink, thought, go))


def ask_pile_name(desk: Desk, pile: Pile | None) -> None:
    """What a pile is called."""

    def go(text: str) -> str:
        return desk.attempt("studio.name", (), name=text, pile=pile.id if pile else "")

    title = "Call the pile" if pile else "A new pile"
    ask(desk, title, "a name your friends would understand", "so be it", go, pile.name if pile else "")


def ask_moment(desk: Desk) -> None:
    """One line."""
    ask(desk, "When did you choose by the theme?", "said no to a ninth session on Tuesday", "keep it",
        lambda text: desk.attempt("theme.moment", (), text=text), command="theme.moment")  # fmt: skip


def ask_where(desk: Desk, how: str) -> None:
    """Where it was told; nothing is an answer too."""
    ask(desk, f"Told, {how}: where, or to whom?", "the Thursday group; a role is enough", "log it",
        lambda text: desk.attempt("theme.share", (), how=how, where=text), empty=True)  # fmt: skip


def ask_file(desk: Desk, what: str) -> None:
    """Where the card or the page is saved."""
    from screens.studio.choosing import Files

    page = page_of(desk)
    theme = page.seen.theme or desk.office.practice.theme()
    if theme is None:
        desk.say("There is no theme yet.", care=True)
        return
    trying = page.trying if page.view == "frame" else ""
    piece = theme._replace(frame=trying or theme.frame)
    source = Files(desk.office, desk.ink, piece, what, lambda path: desk.call_later(desk.say, f"Saved: {path}"))
    choose_from(desk, source)


def ask_season(desk: Desk) -> None:
    """Keep it, reword it, or a smaller one."""
    from screens.studio.choosing import Seasons

    def go(answer: str) -> str:
        if answer == "smaller":
            desk.call_later(ask, desk, "What would you call the smaller one?", "Slow mornings", "for this season",
                            lambda text: desk.attempt("theme.season", (), answer="smaller", name=text))  # fmt: skip
            return ""
        why = desk.attempt("theme.season", (), answer=answer)
        if not why and answer == "reword":
            desk.call_later(go_to, desk, "word")
        return why

    choose_from(desk, Seasons(go))


# -- commands on their way


def _write_line(desk: Desk, command: Command) -> None:
    """At the foot where there is a line; in Gather, one line more."""
    from screens.writing import write

    page = page_of(desk)
    if page.writes and command.id == "catch.here":
        write(desk)
    elif page.view == "gather" and command.id == "catch.here":
        ask(desk, "One line more", "whatever comes", "keep it", lambda text: desk.attempt("studio.pour", (), text=text))
    else:
        from screens.answers import catch

        catch(desk, command)


def _pile_of(desk: Desk) -> Pile | None:
    pile = getattr(page_of(desk).leaf, "pile", None)
    return pile if isinstance(pile, Pile) else None  # the leaf of the words has the name of one


def _cell_of(desk: Desk) -> Any:
    return getattr(page_of(desk).leaf, "cell", None)


def _thought_of(desk: Desk) -> Thought | None:
    cell = _cell_of(desk)
    if isinstance(cell, Thought):
        return cell
    found = desk.office.practice.table("thoughts").get(page_of(desk).item.key)
    return found if isinstance(found, Thought) else None


def _move(desk: Desk, command: Command) -> None:
    thought = _thought_of(desk)
    if thought is None:
        desk.say("Choose a line first: ↑ ↓ ← → move, or click one.", care=True)
    else:
        ask_pile(desk, thought)


def _name(desk: Desk, command: Command) -> None:
    ask_pile_name(desk, _pile_of(desk) if page_of(desk).view in ("gather", "choose") else None)


def _reword(desk: Desk, command: Command) -> None:
    page, cell = page_of(desk), _cell_of(desk)
    thought = _thought_of(desk)
    if isinstance(cell, Pile):
        ask_pile_name(desk, cell)
    elif thought is not None:
        ask(desk, "In other words", "the same line, reworded", "keep it",
            lambda text: desk.attempt("studio.edit", (), thought=thought.id, text=text), thought.text)  # fmt: skip
    elif page.seen.theme is not None or page.view == "word":
        ask_word(desk, page.item.key if page.item.key in ("name", "statement") else "name")
    else:
        desk.say("Choose a line first: ↑ ↓ move, or click one.", care=True)


def _drop(desk: Desk, command: Command) -> None:
    cell, thought = _cell_of(desk), _thought_of(desk)
    if isinstance(cell, Pile):
        attempt(desk, "studio.scatter", pile=cell.id)
    elif thought is not None:
        attempt(desk, "studio.drop", thought=thought.id)
    else:
        desk.say("Choose a line first: ↑ ↓ move, or click one.", care=True)


def _with_pile(desk: Desk, command: Command) -> None:
    pile = _pile_of(desk)
    if pile is None:
        desk.say("Choose a pile first, in Gather or in Choose.", care=True)
    else:
        attempt(desk, command.id, pile=pile.id)


def _stop(desk: Desk, command: Command) -> None:
    from screens.studio.choosing import Stops

    choose_from(desk, Stops(lambda view: desk.call_later(go_to, desk, view)))


ASKING: dict[str, Callable[[Any, Command], None]] = {
    "catch": _write_line,
    "begin a theme": lambda desk, command: begin(desk),
    "a stop": _stop,
    "pour": lambda desk, command: go_to(desk, "pour"),
    "reword": _reword,
    "the line": _drop,
    "a pile": _move,
    "pile name": _name,
    "the pile": _with_pile,
    "words": lambda desk, command: go_to(desk, "word"),
    "theme color": lambda desk, command: go_to(desk, "color"),
    "frame": lambda desk, command: go_to(desk, "frame"),
    "hundred": lambda desk, command: write_it(desk),
    "share": lambda desk, command: go_to(desk, "share"),
    "sharing": lambda desk, command: go_to(desk, "share"),
    "season": lambda desk, command: ask_season(desk),
    "moment": lambda desk, command: ask_moment(desk),
}


# -- ways about


def _on(desk: Desk) -> None:
    page_of(desk).leaf.on(desk)


def _back(desk: Desk) -> None:
    page = page_of(desk)
    order = list(STOPS)
    if page.view not in order:
        desk.say("This is where it hangs.")
    elif not page.seen.studio or page.view == "pour":
        go_to(desk, "home")
    else:
        go_to(desk, order[order.index(page.view) - 1])


def _light(desk: Desk) -> None:
    attempt(desk, "look.light", name="light")


ABOUT: dict[str, Callable[[Any], None]] = {
    "theme.on": _on,
    "theme.back": _back,
    "theme.light": _light,
    "theme.print": lambda desk: ask_file(desk, "poster"),
    "theme.card": lambda desk: ask_file(desk, "card"),
}


def take(desk: Desk, id: str) -> bool:
    """A key on its way: the stop may take it; esc leaves the studio, and the place is kept."""
    page = page_of(desk)
    if page.leaf.take(desk, id):
        return True
    if id == "back" and page.view in STOPS:
        page.open("home")
        desk.hush()
        show(desk)
        return True
    return False


def click(desk: Desk, command: str, target: str) -> bool:
    """A click on the page; whether that was all."""
    kind, _, what = target.partition(":")
    if kind == "stop":
        _to_stop(desk, what)
        return True
    if command == "choose":
        _on(desk)
        return True
    return False


def _to_stop(desk: Desk, stop: str) -> None:
    page = page_of(desk)
    if stop in ("pour", "gather", "choose") and not page.seen.studio:
        desk.say(keyed("That was on the way to it. {studio.begin} begins a new theme."))
    elif stop in ("color", "frame", "write", "share") and not page.seen.theme:
        desk.say("It needs a name first.", care=True)
    else:
        go_to(desk, stop)
