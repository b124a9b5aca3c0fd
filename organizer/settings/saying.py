"""How dates and times are read and said."""

from organizer.settings.known import Known

GROUP = "Dates and times"
DAY_FIRST = Known(
    "day_first",
    "Month or day first",
    "Whether 3/4 is March 4 or the third of April.",
    values=("month first", "day first"),
    means={"month first": "3/4 is March 4", "day first": "3/4 is the third of April"},
    about="how 3/4 is read",
    question="How is 3/4 read?",
    command="look.dates",
)
DATES = Known(
    "dates",
    "Dates",
    "How a date is written: June 12, Jun 12, 6/12, or 2026-06-12.",
    values=("in words", "short", "in figures", "year first"),
    means={"in words": "June 12", "short": "Jun 12", "in figures": "6/12", "year first": "2026-06-12"},
    about="June 12, Jun 12, 6/12, 2026-06-12",
    question="How are dates written?",
    tells="Dates are written {}",
)
CLOCK = Known(
    "clock",
    "The clock",
    "Whether times are said as 4:00 PM or as 16:00; both can always be typed.",
    values=("12 hours", "24 hours"),
    means={"12 hours": "4:00 PM", "24 hours": "16:00"},
    about="4:00 PM, or 16:00",
    question="How are times said?",
    tells="The clock counts {}",
)
WEEK_BEGINS = Known(
    "week_begins",
    "The week begins",
    "On Monday or on Sunday: in the month, in this week and next week, in days kept, in the map of wins.",
    values=("on Monday", "on Sunday"),
    about="in the month, this week and next",
    question="When does a week begin?",
    tells="The week begins {}",
)
SETTINGS = (DATES, DAY_FIRST, CLOCK, WEEK_BEGINS)
