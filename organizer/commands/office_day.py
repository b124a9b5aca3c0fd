"""The office day itself: open and close, its days and hours; and how the app looks."""

from __future__ import annotations

from organizer import when
from organizer.change import Change
from organizer.commands.command import Ask, Command, day_row, row
from organizer.errors import WrongUse
from organizer.records import Setting
from organizer.views.office_day import HOURS, WEEKDAYS, office_days
from organizer.when.saying import DAYS

CHOICES: dict[str, tuple[str, ...]] = {
    "light": ("by the clock", "dark", "light"),
    "signs": ("pretty", "plain"),
    "day_first": ("month first", "day first"),
    "answer_within": ("one working day", "two working days", "three working days", "the same day"),
}
"""The settings that can be turned from a key or the palette, and what they may be; the first is the default."""


def toggle_office(ask: Ask) -> Change:
    """Open the office for today; when it is open, close it; when it was closed, open it again."""
    day = ask.practice.day(ask.today())
    if day.opened and not day.closed:
        return Change("Closed the office", (day_row(ask.practice, day._replace(closed=ask.stamp())),))
    after = day._replace(opened=day.opened or ask.stamp(), closed=None)
    return Change("Opened the office", (day_row(ask.practice, after),))


def choose(ask: Ask) -> Change:
    """Answer `name`, and `value` or the next one in turn. Raises `WrongUse` for what is not to be chosen."""
    name = str(ask.answers.get("name", ""))
    values = CHOICES.get(name)
    if values is None:
        raise WrongUse(f"There is no setting {name!r}. They are: {', '.join(CHOICES)}.")
    now = ask.practice.setting(name, values[0])
    turn = values[(values.index(now) + 1) % len(values)] if now in values else values[0]
    value = str(ask.answers.get("value") or turn)
    if value not in values:
        raise WrongUse(f"{name} can be: {', '.join(values)}.")
    return setting(ask, f"Set {name.replace('_', ' ')}: {value}", name, value)


def setting(ask: Ask, label: str, name: str, value: object) -> Change:
    """The change of one setting; none when it is so already."""
    before = ask.practice.table("settings").get(name)
    after = Setting(name, value)
    return Change(label, (row("settings", before, after),) if before != after else ())


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
    given = " ".join(str(ask.answers.get("time", "")).split()).lower()
    if which == "pause" and given in ("", "none", "no", "-"):
        return setting(ask, "No pause", "office_pause", "")
    time = time_of(given, which, ask)
    hours = {name: str(ask.practice.setting(f"office_{name}", usual)) for name, usual in HOURS.items()}
    hours[which] = time
    if hours["opens"] >= hours["closes"]:
        first, last = when.say_time(hours["opens"]), when.say_time(hours["closes"])
        raise WrongUse(f"From {first} to {last} is no day yet. Change the other end first, or try another time.")
    if which == "pause" and not hours["opens"] < time < hours["closes"]:
        raise WrongUse(f"The pause comes between {when.say_time(hours['opens'])} and {when.say_time(hours['closes'])}.")
    return setting(ask, f"The office {_SAID[which]} {when.say_time(time)}", f"office_{which}", time)


_SAID = {"opens": "opens at", "pause": "pauses at", "closes": "closes at"}


def time_of(given: str, which: str, ask: Ask) -> str:
    """A time as "HH:MM". A bare hour is in the morning when the office opens, after noon when it closes."""
    given = given.replace(".", ":") if given[:1].isdecimal() else given
    bare, _, rest = given.partition(":")
    half = ""
    if bare.isdecimal() and bare.isascii() and (not rest or rest.isdecimal()) and not bare.startswith("0"):
        half = {"opens": "am", "closes": "pm"}.get(which, "") if int(bare) < 12 else ""
    found = when.read_all(f"at {given.removeprefix('at ')}{half}", ask.now) if given else None
    if not given:
        raise WrongUse("Type a time of day: 8:30, 1pm or noon.")
    if found is None or "T" not in found:
        raise WrongUse(f"{given!r} is not a time that can be read. Try 8:30, 1pm or noon.")
    return found[11:16]


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
    Command("office.answer", "How soon I answer", "Within a working day, two, three, or the same day.", choose,
            asks="answer_within"),
    Command("look.light", "Light or dark", "By the clock, dark, or light.", choose, asks="light"),
    Command(
        "look.dates",
        "Month first or day first",
        "How 3/4 is read: as March 4, or as the third of April.",
        choose,
        asks="day_first",
    ),
    Command(
        "look.signs",
        "Pretty or plain signs",
        "Plain signs for terminals and fonts that lack the pretty ones.",
        choose,
        asks="signs",
    ),
)  # fmt: skip
