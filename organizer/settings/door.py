"""The settings of the front door: when one who was not reached is tried again, and the waitlist is looked at."""

from organizer.settings.known import Known

GROUP = "My office"
TRY_AGAIN = Known(
    "try_again",
    "Try again after",
    "Office days after which one who was not reached, or was left word, is tried once more.",
    "number",
    2,
    about="when nobody was reached",
    question="After how many office days is somebody tried again?",
    usual=("1", "2", "3", "5"),
    least=1,
    most=20,
    unit="office days",
    tells="One who was not reached is tried again after {}",
)
WAITLIST = Known(
    "waitlist_days",
    "Waitlist looked at",
    "Days after which the waitlist is looked at again, where no other day was said; a day off moves it on.",
    "number",
    14,
    about="where no other day was said",
    question="After how many days is the waitlist looked at again?",
    usual=("7", "14", "30"),
    least=1,
    most=365,
    unit="days",
    says=lambda value: "every day" if value == 1 else f"every {value} days",
    tells="The waitlist is looked at {}",
)
SETTINGS = (TRY_AGAIN, WAITLIST)
