"""What the keys and palette lines about privacy do on the desk."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from organizer.commands.command import Command
from organizer.keeper import Keeper
from screens.desk import Desk
from screens.guard import Guarded

NO_KEEPER = "What is open here is gone when it is left, so it needs no passphrase."


def _names(desk: Desk, command: Command) -> None:
    from screens.hiding import turn

    desk.say(*turn(desk, desk.office))


def _minutes(desk: Desk, command: Command) -> None:
    from screens.dialogs.ask import QUESTIONS, Asked
    from screens.dialogs.chooser import Chooser

    def go(text: str) -> str:
        return desk.attempt(command.id, (), minutes=text)

    asked = Asked(desk.office, QUESTIONS["minutes"], go, command.id)
    desk.app.push_screen(Chooser(desk.office, desk.ink, asked))


def _lock(desk: Desk) -> None:
    if isinstance(desk.app, Guarded):
        desk.app.lock()


def keeper_of(desk: Desk) -> Keeper | None:
    """Who keeps the key of this home; None where there is nothing to seal."""
    return desk.app.keeper if isinstance(desk.app, Guarded) else None


def _passphrase(act: str) -> Callable[[Desk], None]:
    def begin(desk: Desk) -> None:
        keeper = keeper_of(desk)
        if keeper is None:
            desk.say(NO_KEEPER, care=True)
        elif keeper.sealed == (act == "set"):
            desk.say("There is a passphrase already." if act == "set" else "There is no passphrase yet.", care=True)
        else:
            from screens.dialogs.passphrase import Passphrase

            desk.app.push_screen(Passphrase(desk.office, desk.ink, keeper, act, desk.say))

    return begin


ASKING: dict[str, Callable[[Any, Command], None]] = {"names": _names, "minutes": _minutes}
ABOUT: dict[str, Callable[[Any], None]] = {
    "privacy.lock": _lock,
    **{f"passphrase.{act}": _passphrase(act) for act in ("set", "change", "remove")},
}
