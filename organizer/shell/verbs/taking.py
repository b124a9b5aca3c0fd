"""The verbs of taking everything along, and of bringing things in."""

from organizer.shell.verbs.vault import DRY_RUN
from organizer.shell.verbs.verb import JSON, Option, Verb

VERBS = (
    Verb(
        "export",
        "FORMAT [FILE]",
        "Take everything along: json, csv or markdown.",
        "taking",
        1,
        2,
        (Option("--what", "With csv: tasks, promises or inquiries. With markdown: board, journal or word.", "PART"),),
        offers=("json", "csv", "markdown"),
        more=(
            "Without FILE it is printed. FILE must be a new one; it is for your account alone, and not sealed.",
            "json has every record that there is or ever was, and can be imported again whole.",
            "organizer export json practice.json",
            "organizer export csv tasks.csv",
        ),
    ),
    Verb(
        "import",
        "FORMAT FILE",
        "Bring in what was exported, or a list from elsewhere.",
        "bringing",
        2,
        2,
        (
            DRY_RUN,
            Option("--mine", "What is here and differs from the file stays as it is here."),
            Option("--theirs", "What is here and differs from the file becomes as it is there."),
            JSON,
        ),
        offers=("json", "csv", "markdown"),
        more=(
            "All of it comes, as one change, or nothing; undo takes it back.",
            "What is here already is not made twice.",
            "organizer import json practice.json --dry-run",
            "organizer import csv tasks.csv",
        ),
    ),
    Verb(
        "report",
        "week [FILE]",
        "Show the week on a page, or save it to print.",
        "reporting",
        1,
        2,
        (Option("--on", "Another week: the one that has this day.", "DAY", ("last week", "monday")), JSON),
        offers=("week",),
        more=(
            "Without FILE it is printed. FILE ends in .html, a page to print, or in .md.",
            "organizer report week week.html",
            'organizer report week last.html --on "last friday"',
        ),
    ),
)
