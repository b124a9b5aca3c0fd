"""What leads back to the beginning."""

from organizer.settings.known import Known

GROUP = "From the beginning"
SETTINGS = (
    Known(
        "first_steps",
        "The first steps",
        "Runs the first steps again; all that was said is kept.",
        "lead",
        about="once more, from the start",
        leads="first.run",
    ),
)
