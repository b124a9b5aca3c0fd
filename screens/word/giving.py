"""Giving one's word: the check on entry, with what is known of it filled in."""

from __future__ import annotations

from collections.abc import Callable

from organizer import capture
from organizer.office import Office
from organizer.records import Entry
from organizer.word.due import passed
from screens.asking import Asks
from screens.ink import Ink
from screens.word.questions import PROMISE


def begun(office: Office, command: str, run: Callable[..., str], ink: Ink, **known: str) -> Asks:
    """The questions, the first one open that is not known yet; `run` takes the answers and says why not, or ""."""
    return Asks(office, ink, "Give my word", PROMISE, lambda answers: run(**answers), command, known)


def on_entry(office: Office, ink: Ink, entry: Entry, run: Callable[..., str]) -> Asks:
    """Of what an entry says, by when it is due; a day that is over is asked for anew."""
    now, zone = office.clock.now(), office.clock.zone()
    due = "" if not entry.due or passed(entry.due, zone, now, zone) else entry.due
    text = " ".join(entry.text.split())
    return begun(office, "entry.word", run, ink, text=text, when=due.replace("T", " "))


def typed(office: Office, ink: Ink, text: str, run: Callable[..., str]) -> Asks:
    """Of a line typed elsewhere: its day is read from it, and asked for where there is none."""
    practice, now = office.practice, office.clock.now()
    draft = capture.read(text, now, practice.areas_in_order(), day_first=practice.day_first, signs=practice.signs())
    when = (draft.due or "").replace("T", " ")
    return begun(office, "word.give", run, ink, text=draft.text or text, when=when, area=draft.area)
