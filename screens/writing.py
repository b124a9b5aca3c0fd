"""The writing line of the desk: made when a page with one is first opened, shown there and nowhere else."""

from __future__ import annotations

from organizer.commands.journal import unnumbered
from organizer.errors import OrganizerError
from screens.desk import Desk
from screens.journal.line import WritingLine


def place_line(desk: Desk) -> None:
    """Put it where the open page has it, or take it out of sight."""
    wanted = desk.page.writes
    if wanted and desk.line is None:
        desk.line = WritingLine(desk)
        desk.mount(desk.line)
        number_pages(desk)
    if not wanted:
        if desk.writing:
            desk.stop_writing()
        desk.line.display = False
        return
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
