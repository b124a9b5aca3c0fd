"""The first steps: where a person is in them, and the line they wrote to themselves a year ago."""

from datetime import date, timedelta
from typing import NamedTuple

from organizer.practice import Practice

STEPS = ("hello", "areas", "office", "passphrase", "note")
"""The steps in order; the setting `first_run` holds the one that comes next, or "done". A passphrase is asked for only
where there is something to seal."""
NOTE = "note_to_next_year:"
"""How the setting begins that holds the line of a year: `{"text", "written"}`."""
NOTE_DAYS = 14
"""For how many days a line is shown once its year is over."""


class Note(NamedTuple):
    """A line to oneself, and the ISO date on which it was written."""

    text: str
    written: str

    @property
    def due(self) -> date:
        """A year later. What was written on a February 29 comes back on a March 1."""
        day = date.fromisoformat(self.written)
        try:
            return day.replace(year=day.year + 1)
        except ValueError:
            return date(day.year + 1, 3, 1)


def step_of(practice: Practice) -> str:
    """The step that comes next, the first one when they were never begun or are done."""
    said = practice.setting("first_run")
    return said if said in STEPS else STEPS[0]


def note_of(practice: Practice, year: int) -> Note | None:
    """The line written in a year."""
    said = practice.setting(f"{NOTE}{year}")
    if not isinstance(said, dict):
        return None
    note = Note(str(said.get("text", "")), str(said.get("written", "")))
    try:
        date.fromisoformat(note.written)
    except ValueError:
        return None
    return note if note.text else None


def note_for(practice: Practice, today: date) -> Note | None:
    """The line that comes back on a day: written a year ago, or up to two weeks more."""
    for year in (today.year - 1, today.year - 2):
        note = note_of(practice, year)
        if note and note.due <= today < note.due + timedelta(days=NOTE_DAYS):
            return note
    return None
