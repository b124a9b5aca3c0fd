"""The writing lines of the desk, one for each place that has one: made when it is first opened, shown nowhere else."""

from __future__ import annotations

from organizer.commands.command import Command
from organizer.commands.journal import unnumbered
from organizer.errors import OrganizerError
from screens.desk import Desk

KEYS = (
    Command("line.keep", "Keep it", "", key="enter", hint="keep it"),
    Command("line.leave", "Back to the page", "", key="escape", hint="back to the page"),
)
"""The keys of a line, while it is typed in."""


def place_line(desk: Desk) -> None:
    """Put it where the open page has it, or take it out of sight."""
    wanted = desk.page.writes
    mine = desk.written_lines.get(desk.place)
    if desk.line is not None and (not wanted or desk.line is not mine):
        if desk.writing:
            desk.stop_writing()
        desk.line.display = False
    if not wanted:
        return
    if mine is None:
        mine = desk.written_lines[desk.place] = desk.page.line_for(desk)
        desk.mount(mine)
        if desk.place == "journal":
            number_pages(desk)
    desk.line = mine
    desk.line.display = True
    if desk.page.width:
        desk.line.place()
    else:  # the first picture is not laid out yet
        desk.call_after_refresh(desk.line.place)


def number_pages(desk: Desk) -> None:
    """The pages of a practice that is older than its page numbers get theirs, once."""
    if unnumbered(desk.office.practice) and not desk.office.readonly:
        try:
            desk.office.run("journal.number")
            desk.page.dirty = True
            desk.call_after_refresh(desk.go, desk.place)
        except OrganizerError as error:
            desk.say(str(error), care=True)


def write(desk: Desk, text: str = "") -> None:
    """Go to the line and type."""
    if desk.line is None or not desk.line.display:
        return
    desk.hush()
    desk.set_focus(desk.line)
    if text:
        desk.line.insert_text_at_cursor(text)
    desk.line.read()
