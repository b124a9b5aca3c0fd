"""The verbs of the journal."""

from organizer.shell.verbs.verb import JSON, Option, Verb

VERBS = (
    Verb(
        "log",
        "[DAY|MONTH|COLLECTION]",
        "Show a page of the journal, today's if none is named.",
        "journal",
        0,
        -1,
        (
            JSON,
            Option("--markdown", "As Markdown."),
            Option("--text", "As plain text."),
            Option("--html", "Save it as a page to print.", "FILE"),
        ),
        offers=("today", "yesterday"),
        more=(
            "A page is named by its day, its month, its number or the name of a collection.",
            "organizer log june --markdown",
            'organizer log "website words" --html words.html',
        ),
    ),
    Verb(
        "migrate",
        "ID... [to PAGE]",
        "Move entries on to today's page, or to another.",
        "journal",
        1,
        -1,
        more=("organizer migrate k3f9a", "organizer migrate k3f9a to july"),
    ),
    Verb(
        "schedule",
        "ID WHEN",
        "Schedule an entry for a day, or a month of the future log.",
        "journal",
        2,
        -1,
        more=("organizer schedule k3f9a september",),
    ),
    Verb(
        "collect",
        "ID NAME",
        "Move an entry to a collection, old or new.",
        "journal",
        2,
        -1,
        more=("organizer collect k3f9a website words",),
    ),
    Verb(
        "collections",
        "[CHANGE...]",
        "Show the collections, with their lines and pages, or change one.",
        "journal",
        0,
        -1,
        offers=("add", "rename", "away", "back", "continue", "up", "down"),
        more=(
            "A name of more than one word goes in quotes, except for the last.",
            "organizer collections add books to read",
            'organizer collections rename "books to read" books read',
            "organizer collections continue books read",
        ),
    ),
    Verb(
        "habits",
        "[CHANGE...]",
        "Show what is tracked this month, or change it.",
        "habits",
        0,
        -1,
        offers=("add", "tick", "rename", "rest", "go-on", "stop"),
        more=(
            "A day follows tick after the name: yesterday, june 9; today if there is none.",
            "Ticked once more it was left out on purpose, and then it is clear again.",
            "organizer habits add a walk at noon",
            'organizer habits tick "a walk at noon" yesterday',
        ),
    ),
)
