"""The settings of the office: its days and hours, and how soon calls are answered."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from organizer import when
from organizer.practice import Practice
from organizer.settings.known import Known
from organizer.settings.reading import days_of, time_of
from organizer.views.office_day import HOURS, WEEKDAYS, office_hours
from organizer.when.saying import DAYS

GROUP = "My office"


def _days_said(value: Any) -> str:
    days = sorted(days_of(str(value)))
    return "Monday to Friday" if days == [0, 1, 2, 3, 4] else " ".join(DAYS[day][:3] for day in days)


def _opens(text: str, practice: Practice, now: datetime) -> str:
    return time_of(text, now, "am")


def _closes(text: str, practice: Practice, now: datetime) -> str:
    return time_of(text, now, "pm")


def _opens_fits(practice: Practice, value: Any) -> str:
    return _is_a_day(value, office_hours(practice)[2])


def _closes_fits(practice: Practice, value: Any) -> str:
    return _is_a_day(office_hours(practice)[0], value)


def _is_a_day(first: str, last: str) -> str:
    if first < last:
        return ""
    said = f"From {when.say_time(first)} to {when.say_time(last)}"
    return f"{said} is no day yet. Change the other end first, or try another time."


def _pause_fits(practice: Practice, value: Any) -> str:
    opens, _, closes = office_hours(practice)
    if opens < value < closes:
        return ""
    return f"The pause comes between {when.say_time(opens)} and {when.say_time(closes)}."


def _within(value: Any) -> str:
    return str(value) if value == "the same day" else f"within {value}"


ANSWER_WITHIN = Known(
    "answer_within",
    "Calls are answered",
    "Your own word to those who call: within one, two or three working days, or the same day.",
    values=("one working day", "two working days", "three working days", "the same day"),
    question="How soon are calls answered?",
    says=_within,
    command="office.answer",
)

SETTINGS = (
    Known(
        "office_days",
        "Office days",
        "The days of the week on which the office is open; at least one.",
        "days",
        " ".join(WEEKDAYS[:5]),
        about="a day off is a day off",
        question="On which days is the office open?",
        says=_days_said,
        tells="Office days: {}",
    ),
    Known(
        "office_opens",
        "Opens",
        "When an office day begins.",
        "time",
        HOURS["opens"],
        question="When does it open?",
        usual=("7:30am", "8am", "8:30am", "9am", "9:30am", "10am", "noon"),
        reads=_opens,
        fits=_opens_fits,
        tells="The office opens at {}",
    ),
    Known(
        "office_pause",
        "Pauses",
        "When an office day has its pause; there may be none.",
        "time",
        HOURS["pause"],
        question="When is the pause?",
        usual=("11:30am", "noon", "12:30pm", "1pm", "1:30pm", "2pm", "none"),
        none="no pause",
        fits=_pause_fits,
        tells="The office pauses at {}",
    ),
    Known(
        "office_closes",
        "Closes",
        "When an office day ends.",
        "time",
        HOURS["closes"],
        question="When does it close?",
        usual=("noon", "3pm", "4pm", "5pm", "5:30pm", "6pm", "7pm", "8pm"),
        reads=_closes,
        fits=_closes_fits,
        tells="The office closes at {}",
    ),
    ANSWER_WITHIN,
    Known(
        "closed_on_holidays",
        "Federal holidays",
        "Whether the office is closed on federal holidays.",
        "yes-no",
        values=("yes", "no"),
        about="besides the closures of your own",
        question="Is the office closed on federal holidays?",
        says=lambda value: "closed" if value == "yes" else "open as usual",
        tells="Federal holidays: {}",
        command="closure.holidays",
    ),
    Known(
        "closures",
        "Closures",
        "Days on which the office is closed, or open for other hours; leads to them.",
        "lead",
        about="vacation, half days, other hours",
        counts=lambda practice: str(len(practice.closures)),
        leads="closures",
    ),
    Known(
        "practice_full",
        "Full for now",
        "Whether there is no room for new clients now; they are answered all the same.",
        "yes-no",
        "no",
        values=("yes", "no"),
        about="they are answered all the same",
        question="Is there no room for new clients now?",
        says=lambda value: "no room now" if value == "yes" else "room for new clients",
        tells="New clients: {}",
        command="door.full",
    ),
    Known(
        "office_key",
        "The key of the office",
        "Whether its key begins the ritual that opens or closes the office, or opens and closes its door alone.",
        values=("the ritual", "only the door"),
        about="what {office.toggle} does",
        question="What opens and closes the office?",
        tells="The key of the office begins {}",
        command="office.key",
    ),
    Known(
        "closing_words",
        "Closing words",
        "What is said when the office is closed.",
        "text",
        "",
        question="With which words is the office closed?",
        usual=("The office is closed. Good night.", "Enough for today.", "Schedule shutdown complete."),
        none="the first ones",
        tells="Closing words: {}",
        command="office.words",
    ),
    Known(
        "areas",
        "Areas",
        "What the practice is made of; leads to the areas.",
        "lead",
        about="add, rename, put in order",
        counts=lambda practice: str(len(practice.areas_in_order())),
        leads="areas",
    ),
)
