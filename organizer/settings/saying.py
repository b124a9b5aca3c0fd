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
SETTINGS = (DAY_FIRST,)
