"""The office day itself: open and close, its days and hours; and how the app looks."""

from __future__ import annotations

from organizer.change import Change
from organizer.commands.command import Ask, Command, day_row
from organizer.commands.fields import clean
from organizer.commands.setting import keep as setting
from organizer.commands.setting import put, set_
from organizer.errors import WrongUse
from organizer.rituals.standing import day_that_is_open
from organizer.settings import find, read
from organizer.settings.reading import time_of as time_read
from organizer.views.office_day import HOURS, WEEKDAYS, office_days
from organizer.when.saying import DAYS


def toggle_office(ask: Ask) -> Change:
    """Open the office for today; when it is open, close it; when it was closed, open it again."""
    return close_office(ask) if day_that_is_open(ask.practice, ask.now) else open_office(ask)


def open_office(ask: Ask) -> Change:
    """Open the office for today; nothing when it is open."""
    day = ask.practice.day(ask.today())
    after = day._replace(opened=day.opened or ask.stamp(), closed=None)
    return Change("Opened the office", (day_row(ask.practice, after),) if after != day else ())


def close_office(ask: Ask) -> Change:
    """Close the office, that of yesterday where it was left open over midnight; nothing when it is closed."""
    day = day_that_is_open(ask.practice, ask.now)
    return Change("Closed the office", (day_row(ask.practice, day._replace(closed=ask.stamp())),) if day else ())


def closing_words(ask: Ask) -> Change:
    """Answer `text`: the words with which the office is closed; none gives back those it began with."""
    text = " ".join(clean(str(ask.answers.get("text") or "")).split())
    return setting(ask, "My closing words" if text else "The closing words it began with", "closing_words", text)


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
RUN = ("run",)
"""No page: what is done within a ritual."""

COMMANDS = (
    Command(
        "office.toggle",
        "Open, close the office",
        "Begins the ritual that opens or closes it; the settings have it open the door alone.",
        toggle_office,
        "o",
        "office",
        group="Here",
        asks="office",
    ),
    Command("office.open", "The door is open", "Marks when the office day began.", open_office, places=RUN, asks="run"),
    Command("office.close", "The door is closed", "Marks when the office day ended.", close_office, places=RUN,
            asks="run"),
    Command("office.words", "My closing words", "What is said when the office is closed; nothing for the first ones.",
            closing_words, asks="closing words"),
    Command("office.key", "What opens and closes the office", "The ritual, or only the door.", set_,
            asks="office_key"),
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
