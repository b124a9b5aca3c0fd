"""What the keys and clicks of the settings do."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from organizer.commands.command import Command
from organizer.keymap import fixed
from organizer.manner import keyed
from organizer.settings import Known, find
from screens.desk import Desk
from screens.private import keeper_of
from screens.settings.page import SettingsPage
from screens.widgets.keybar import key_of

PLACE = "settings"


def open_settings(desk: Desk, name: str = "") -> None:
    """The page of the settings, at one of them; esc leads back to where it was opened."""
    page = desk.page_of(PLACE)
    assert isinstance(page, SettingsPage)
    if desk.place != PLACE:
        page.came_from = desk.place
    if name:
        page.choose_setting(name)
    desk.go(PLACE)


def _chosen(desk: Desk) -> Known | None:
    page = desk.page
    return page.chosen if isinstance(page, SettingsPage) else None


def change(desk: Desk, command: Command) -> None:
    """Open the choices of the setting that is chosen, or what it leads to."""
    known = _chosen(desk)
    if known is None:
        another_key(desk, command)
    elif known.kind in ("lead", "keys"):
        lead(desk, known)
    elif known.kind == "yes-no" or not known.acts:
        turn(desk, command)
    else:
        ask(desk, known)


def lead(desk: Desk, known: Known) -> None:
    """Where a passphrase is set already, it is changed."""
    from screens.doing import do

    keeper = keeper_of(desk)
    sealed = known.leads == "passphrase.set" and keeper is not None and keeper.sealed
    desk.call_later(do, desk, "passphrase.change" if sealed else known.leads)


def ask(desk: Desk, known: Known) -> None:
    """What it may be, to choose or to type."""
    from screens.dialogs.chooser import Chooser
    from screens.dialogs.offers import OfficeDays, offered

    def keep(text: str) -> str:
        return desk.attempt("setting.set", (), name=known.name, value=text)

    def turn_day(day: int) -> str:
        return desk.attempt("office.day", (), day=str(day))

    days = known.name == "office_days"
    source = OfficeDays(desk.office, desk.ink, turn_day) if days else offered(desk.office, known, keep)
    desk.app.push_screen(Chooser(desk.office, desk.ink, source))


def turn(desk: Desk, command: Command) -> None:
    """On or off, or the next choice in turn."""
    known = _chosen(desk)
    if known is None or not known.values:
        change(desk, command)
    elif known.name == "names":
        from screens.hiding import turn as hide

        desk.say(*hide(desk, desk.office))
    else:
        _tell(desk, desk.attempt("setting.turn", (), name=known.name))


def reset(desk: Desk, command: Command) -> None:
    """As at first."""
    known, about = _chosen(desk), _command(desk)
    if known is not None:
        _tell(desk, desk.attempt("setting.reset", (), name=known.name))
    elif about is not None:
        _tell(desk, desk.attempt("setting.key", (), of=about.id, swap=True))


def _command(desk: Desk) -> Command | None:
    page = desk.page
    return page.command if isinstance(page, SettingsPage) else None


def show_keys(desk: Desk) -> None:
    """The keys; from there, the settings again."""
    page = desk.page
    assert isinstance(page, SettingsPage)
    page.turn("settings" if page.view == "keys" else "keys")
    desk.go(PLACE)


def another_key(desk: Desk, command: Command) -> None:
    """Another key for the command that is chosen among the keys."""
    about = _command(desk)
    if about is None:
        desk.say(keyed("Choose a command among the keys first: {setting.keys} shows them."), care=True)
    elif fixed(about):
        desk.say(f"{key_of(about, desk.ink)} always stays the key of “{about.title}”.")
    else:
        from screens.settings.keying import NewKey

        def give(key: str, swap: bool) -> str:
            return desk.attempt("setting.key", (), of=about.id, key=key, swap=swap)

        desk.app.push_screen(NewKey(desk.office, desk.ink, about, give))


def _tell(desk: Desk, why: str) -> None:
    if why:
        desk.say(why, care=True)


def look_for(desk: Desk) -> None:
    """Find a setting by its words."""
    from screens.dialogs.chooser import Chooser
    from screens.settings.finding import Named

    def chosen(name: str) -> None:
        if name:
            open_settings(desk, name)
        else:
            from screens.doing import ABOUT

            ABOUT["find"](desk)

    desk.app.push_screen(Chooser(desk.office, desk.ink, Named(desk.office, lambda name: desk.call_later(chosen, name))))


def take(desk: Desk, id: str) -> bool:
    """Back is where it was opened from; find looks among the settings first."""
    page = desk.page
    if not isinstance(page, SettingsPage):
        return False
    if id == "back" and page.view == "keys":
        show_keys(desk)
    elif id == "back":
        desk.go(page.came_from)
    elif id == "find":
        look_for(desk)
    return id in ("back", "find")


def click(desk: Desk, command: str, target: str) -> bool:
    """A click on a row that is chosen opens it."""
    if command != "choose":
        return False
    from screens.doing import do

    do(desk, "setting.set")
    return True


ASKING: dict[str, Callable[[Any, Command], None]] = {
    "setting": change,
    "key": another_key,
    "setting turn": turn,
    "setting reset": reset,
}


ABOUT: dict[str, Callable[[Any], None]] = {"setting.keys": show_keys}


__all__ = ["ABOUT", "ASKING", "click", "find", "open_settings", "take"]
