"""Which page stands in which place, with its verbs of the key bar and what its own commands do.

Each is imported when the place is first opened: the first picture pays for no other.
"""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any, NamedTuple

from organizer.office import Office
from screens.ink import Ink
from screens.page import Page


class Furniture(NamedTuple):
    """One place: "module:Class" of its page, the verbs of its key bar, the most useful first (look.md 10), and the
    module that says how its own commands are done, if it has any.

    That module may have `ABOUT` (command id -> function of the desk), `ASKING` (what a command asks -> function of the
    desk and the command), `click` (desk, command, target -> whether that was all) and `take` (desk, command id -> the
    same), for keys that mean something else on some rows.
    """

    page: str = ""
    leading: tuple[str, ...] = ()
    doing: str = ""


FURNITURE: dict[str, Furniture] = {
    "today": Furniture(
        "screens.today:Today",
        ("catch.here", "entry.open", "entry.done", "entry.small", "entry.pick", "office.toggle", "undo"),
        "screens.guests",
    ),
    "board": Furniture(
        "screens.board:Board",
        ("catch.here", "entry.open", "entry.done", "entry.move", "board.view", "entry.small", "undo"),
    ),
    "journal": Furniture(
        "screens.journal.page:Journal",
        (
            "catch.here",
            "entry.done",
            "journal.migrate",
            "journal.schedule",
            "entry.drop",
            "journal.priority",
            "journal.view",
        ),
        "screens.journal.doing",
    ),
    "theme": Furniture(
        "screens.studio.page:ThemePage",
        ("theme.on", "theme.write", "theme.share", "theme.moment", "theme.print", "undo"),
        "screens.studio.doing",
    ),
    "rituals": Furniture(
        "screens.rituals.page:Rituals",
        ("ritual.start", "office.toggle", "ritual.questions", "ritual.edit", "catch.here", "ritual.quick", "undo"),
        "screens.rituals.doing",
    ),
    "word": Furniture(
        "screens.word.page:MyWord",
        ("catch.here", "word.keep", "word.renegotiate", "word.next", "word.words", "word.edit", "undo"),
        "screens.word.doing",
    ),
    "door": Furniture(
        "screens.door.page:FrontDoor",
        ("catch.here", "door.answer", "door.words", "door.open", "path.snag", "feedback.ask", "door.view"),
        "screens.door.doing",
    ),
    "wins": Furniture(
        "screens.wins.page:Wins",
        ("catch.here", "win.sticker", "win.rewards", "win.view", "win.share", "win.edit"),
        "screens.wins.doing",
    ),
    "settings": Furniture(
        "screens.settings.page:SettingsPage",
        ("setting.set", "setting.turn", "back", "setting.keys", "setting.reset", "undo"),
        "screens.settings.doing",
    ),
    "reminders": Furniture(doing="screens.reminding.doing"),
}
"""By place. Reminders are a sheet and have no page; their commands may be asked for anywhere (`HOMES`)."""

HOMES = {
    "door": "door",
    "closures": "door",
    "win": "wins",
    "reward": "wins",
    "reminders": "reminders",
    "ring": "reminders",
}
"""The place that knows how commands are done that may be asked for anywhere, by the first words of their ids."""
BARE = Furniture()


def of(place: str) -> Furniture:
    """The furniture of a place."""
    return FURNITURE.get(place, BARE)


def page(place: str, office: Office, ink: Ink) -> Page:
    """A new page of a place."""
    module, _, name = of(place).page.partition(":")
    made: Page = getattr(import_module(module), name)(office, ink, place)
    return made


Way = Callable[..., Any]


def ways(place: str, kind: str) -> Mapping[str, Way]:
    """How the commands of a place are done: its `ABOUT` or its `ASKING`."""
    doing = of(place).doing
    found: Mapping[str, Way] = getattr(import_module(doing), kind, {}) if doing else {}
    return found


def elsewhere(kind: str, id: str, name: str) -> Way:
    """How a command is done in a place that is not its own."""
    return ways(HOMES[id.partition(".")[0]], kind)[name]


def taken_here(place: str, desk: Any, id: str) -> bool:
    """Give a command to the place; whether it took it."""
    doing = of(place).doing
    take = getattr(import_module(doing), "take", None) if doing else None
    return bool(take and take(desk, id))


def clicked_here(place: str, desk: Any, command: str, target: str) -> bool:
    """Give a click to the place; whether it took it."""
    doing = of(place).doing
    click = getattr(import_module(doing), "click", None) if doing else None
    return bool(click and click(desk, command, target))
