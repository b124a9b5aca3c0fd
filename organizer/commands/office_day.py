"""The office day itself: open and close, its days and hours; and how the app looks."""

from __future__ import annotations

from organizer.change import Change
from organizer.commands.command import Ask, Command, day_row
from organizer.commands.setting import keep as setting
from organizer.commands.setting import put, set_
from organizer.errors import WrongUse
from organizer.settings import find, read
from organizer.settings.reading import time_of as time_read
from organizer.views.office_day import HOURS, WEEKDAYS, office_days
from organizer.when.saying import DAYS


def toggle_office(ask: Ask) -> Change:
    """Open the office for today; when it is open, close it; when it was closed, open it again."""
    day = ask.practice.day(ask.today())
    if day.opened and not day.closed:
        return Change("Closed the office", (day_row(ask.practice, day._replace(closed=ask.stamp())),))
    after = day._replace(opened=day.opened or ask.stamp(), closed=None)
    return Change("Opened the office", (day_row(ask.practice, after),))


def choose_day(ask: Ask) -> Change:
    """Answer `day`, 0 (Monday) to 6: an office day from now on, or no longer one."""
    given = str(ask.answers.get("day", ""))
    if given not in ("0", "1", "2", "3", "4", "5", "6"):
        raise WrongUse("A week has the days 0, Monday, to 6, Sunday.")
    day = int(given)
    days = office_days(ask.practice) ^ {day}
    if not days:
        raise WrongUse("An office has one day a week at least. Tick another one first.")
    label = f"{'An office day' if day in days else 'No office day'}: {DAYS[day]}"
    return setting(ask, label, "office_days", " ".join(WEEKDAYS[number] for number in sorted(days)))


def choose_hour(ask: Ask) -> Change:
    """Answers `hour` (opens, pause, closes) and `time` as typed; a pause may be none."""
    which = str(ask.answers.get("hour", ""))
    if which not in HOURS:
        raise WrongUse(f"There is no {which!r} in an office day. There is: {', '.join(HOURS)}.")
    known = find(f"office_{which}")
    return put(ask, known, read(known, str(ask.answers.get("time", "")), ask.practice, ask.now))


def time_of(given: str, which: str, ask: Ask) -> str:
    """A time as "HH:MM". A bare hour is in the morning when the office opens, after noon when it closes."""
    return time_read(" ".join(given.split()), ask.now, {"opens": "am", "closes": "pm"}.get(which, ""))


HERE = ("first",)

COMMANDS = (
    Command(
        "office.toggle",
        "Open, close the office",
        "Marks when the office day began and ended.",
        toggle_office,
        "o",
        "office",
        ("today",),
        "Here",
    ),
    Command("office.day", "An office day", "A day of the week on which the office is open, or not.", choose_day,
            places=HERE, asks="day"),
    Command("office.hour", "Office hours", "When the office opens, pauses and closes.", choose_hour,
            places=HERE, asks="hour"),
    Command("office.answer", "How soon I answer", "Within a working day, two, three, or the same day.", set_,
            asks="answer_within"),
    Command("look.light", "Light or dark", "By the clock, dark, or light.", set_, asks="light"),
    Command(
        "look.dates",
        "Month first or day first",
        "How 3/4 is read: as March 4, or as the third of April.",
        set_,
        asks="day_first",
    ),
    Command(
        "look.signs",
        "Pretty or plain signs",
        "Plain signs for terminals and fonts that lack the pretty ones.",
        set_,
        asks="signs",
    ),
)  # fmt: skip
