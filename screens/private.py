"""What the keys and palette lines about privacy do on the desk."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from organizer.commands.command import Command
from screens.desk import Desk


def _names(desk: Desk, command: Command) -> None:
    from screens.hiding import turn

    desk.say(*turn(desk, desk.office))


def _minutes(desk: Desk, command: Command) -> None:
    from screens.dialogs.ask import QUESTIONS, Asked
    from screens.dialogs.chooser import Chooser

    asked = Asked(desk.office, QUESTIONS["minutes"], lambda text: desk.attempt(command.id, (), minutes=text))
    desk.app.push_screen(Chooser(desk.office, desk.ink, asked))


ASKING: dict[str, Callable[[Any, Command], None]] = {"names": _names, "minutes": _minutes}
ABOUT: dict[str, Callable[[Any], None]] = {}
