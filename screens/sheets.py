"""The sheets that the desk opens: areas, settings, the first steps, what goes out in a file and comes in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from organizer.commands.command import Command
from screens.desk import Desk
from screens.private import keeper_of


def areas(desk: Desk) -> None:
    """The areas of the practice."""
    from screens.areas import Areas

    desk.app.push_screen(Areas(desk.office, desk.ink))


def closures(desk: Desk) -> None:
    """When the office is closed."""
    from screens.closures import Closures

    desk.app.push_screen(Closures(desk.office, desk.ink))


def settings(desk: Desk) -> None:
    """The settings, from which the way leads on to areas and first steps."""
    from screens.settings.doing import open_settings

    open_settings(desk)


def back_up(desk: Desk) -> None:
    """A backup now."""
    from screens.backups import back_up

    back_up(desk)


def backups(desk: Desk) -> None:
    """The backups there are."""
    from screens.backups import show

    show(desk)


def export(desk: Desk) -> None:
    """Everything taken along in a file."""
    from screens.taking import export

    export(desk)


def report_week(desk: Desk) -> None:
    """The week on a page."""
    from screens.taking import report_week

    report_week(desk)


def ask_import(desk: Desk, command: Command) -> None:
    """A file brought in."""
    from screens.taking import ask_import

    ask_import(desk, command)


LEADS = {"shelf": "packs.adopt", "tour": "tour"}
"""What the first steps may end with that is no place: the command it means."""


def first_run(desk: Desk) -> None:
    """The first steps, where they were left; once they are done, from the beginning."""
    from organizer.views.first_steps import step_of
    from screens.doing import do
    from screens.first_run import FirstRun

    def leave(place: str) -> None:
        if place in LEADS:
            desk.call_later(do, desk, LEADS[place])
        elif place:
            desk.call_later(desk.go, place)
        else:
            desk.call_later(desk.say, "Later, then. ctrl+p finds the first steps again.")

    desk.app.push_screen(FirstRun(desk.office, desk.ink, step_of(desk.office.practice), leave, keeper_of(desk)))


def tour(desk: Desk) -> None:
    """Around the house, a stop at each place."""
    from screens.dialogs.tour import begin

    begin(desk)


ABOUT: dict[str, Callable[[Any], None]] = {
    "tour": tour,
    "areas": areas,
    "settings": settings,
    "first.run": first_run,
    "keep.backup": back_up,
    "keep.backups": backups,
    "export": export,
    "report.week": report_week,
}
"""Commands that open one, and how."""
