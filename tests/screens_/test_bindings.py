"""Every key leads to an action that exists, and every command to something that does it."""

from __future__ import annotations

import importlib
import pkgutil
from collections import Counter

import pytest
from textual.actions import parse
from textual.binding import Binding
from textual.screen import ModalScreen, Screen

import screens.dialogs
from organizer.commands import COMMANDS
from organizer.commands.about import PLACES
from screens.app import Organizer
from screens.desk import Desk
from screens.dialogs.drawer import Drawer
from screens.dialogs.help import Help
from screens.doing import ABOUT, ASKING
from screens.furniture import FURNITURE, ways
from tests.docs_.keys import UNNAMED


def overlays() -> list[type[Screen[None]]]:
    """Every overlay there is."""
    for name in ("areas", "first_run"):
        importlib.import_module(f"screens.{name}")
    for module in pkgutil.iter_modules(screens.dialogs.__path__):
        importlib.import_module(f"screens.dialogs.{module.name}")
    waiting, found = [ModalScreen], []
    while waiting:
        for kind in waiting.pop().__subclasses__():
            waiting.append(kind)
            if kind.__module__.startswith("screens."):
                found.append(kind)
    return found


def bindings(kind: type[Screen[None]]) -> list[Binding]:
    """The bindings a screen declares."""
    return [binding for binding in kind.BINDINGS if isinstance(binding, Binding)]


EVERY_SCREEN = [Desk, *overlays()]


def test_there_are_overlays_to_try() -> None:
    assert {"Catch", "Chooser", "Drawer", "Help"} <= {kind.__name__ for kind in EVERY_SCREEN}


@pytest.mark.parametrize("kind", EVERY_SCREEN, ids=lambda kind: kind.__name__)
def test_every_binding_resolves(kind: type[Screen[None]]) -> None:
    for binding in bindings(kind):
        namespace, name, parameters = parse(binding.action)
        owner = {"app": Organizer, "screen": kind, "": kind}[namespace]
        assert callable(getattr(owner, f"action_{name}", None)), f"{binding.key}: {binding.action}"
        if name == "command":
            assert parameters[0] in COMMANDS
    ids = Counter(binding.id for binding in bindings(kind) if binding.id)
    assert [id for id, times in ids.items() if times > 1] == []


@pytest.mark.parametrize("kind", EVERY_SCREEN, ids=lambda kind: kind.__name__)
def test_no_key_is_bound_twice(kind: type[Screen[None]]) -> None:
    keys: Counter[tuple[str, str]] = Counter()
    for binding in bindings(kind):
        for key in binding.key.split(","):
            _, name, parameters = parse(binding.action)
            places = COMMANDS[parameters[0]].places if name == "command" and kind is Desk else ()
            for place in places or [place for place, _ in PLACES]:
                keys[key, place] += 1
    assert [key for key, times in keys.items() if times > 1] == []


def test_every_command_with_a_key_is_bound_where_it_holds() -> None:
    on_the_desk = {binding.id for binding in bindings(Desk)}
    in_the_drawer = {binding.id for binding in bindings(Drawer)}
    for command in COMMANDS.values():
        if command.key:
            assert command.id in on_the_desk
        if "entry" in command.places and command.key:
            assert f"drawer.{command.id}" in in_the_drawer


def of_the_places(kind: str) -> set[str]:
    """What the places do themselves."""
    return {name for place in FURNITURE for name in ways(place, kind)}


def test_every_command_about_the_screen_is_done_by_someone() -> None:
    on_sheets = (("first",), ("volume",), ("scripts",), ("run",), ("reminders",))
    known = {command.id for command in COMMANDS.values() if command.run is None and command.places not in on_sheets}
    assert known == set(ABOUT) | {f"go.{place}" for place, _ in PLACES} | of_the_places("ABOUT")


def test_every_question_a_command_asks_is_put() -> None:
    sheets = [("entry",), ("areas",), ("closures",), ("scripts",)]
    in_overlays = {c.asks for c in COMMANDS.values() if c.asks and c.places in sheets}
    unasked = {*UNNAMED} - {"journal.write", "journal.number", "journal.order", "habit.tick"}
    asked = {command.asks for command in COMMANDS.values() if command.asks and command.id not in unasked}
    assert asked == set(ASKING) | in_overlays | of_the_places("ASKING")


def test_help_closes_on_any_key_it_does_not_scroll_with() -> None:
    assert {key for binding in bindings(Help) for key in binding.key.split(",")} >= {"up", "down", "pageup", "pagedown"}
