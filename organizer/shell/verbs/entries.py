"""The verbs of entries: catching, changing, listing them."""

from organizer.shell.verbs.verb import JSON, Option, Verb

FIELDS = (
    "text", "kind", "area", "stage", "due", "start", "repeat", "estimate", "dread", "step", "checklist", "signifiers",
    "tags", "waiting_for", "waiting_since", "nudge", "worst", "someday", "blocked_by", "notes", "reminders",
    "catch_up", "ends", "paused", "happened",
)  # fmt: skip
"""The fields that `edit` takes, the same as `READERS` and `OF_REPEATS` of `organizer.commands.fields`, whose import
costs too much here."""
STAGES = ("inbox", "next", "doing", "waiting", "done", "dropped")
NOW = Option("--now", "Read it as if it were this moment, for example 2026-06-11T09:14.", "ISO")
LIST_OPTIONS = (
    Option("--area", "Only this area, by its name or how that begins; none for those without.", "AREA"),
    Option("--stage", "Only this stage: inbox, next, doing, waiting, done or dropped.", "STAGE", STAGES),
    Option(
        "--due",
        "Only what is due then: today, friday, week, overdue, <=7d, june 1..june 30.",
        "RANGE",
        ("today", "tomorrow", "week", "overdue"),
    ),
    Option("--search", "Only what fits these words and operators, as find takes them.", "WORDS"),
    Option("--all", "What is done or let go as well, however long ago."),
    JSON,
)

VERBS = (
    Verb(
        "add",
        "TEXT... | -",
        "Catch a line, or one per line from stdin.",
        "catching",
        1,
        -1,
        free=True,
        more=(
            "Date, area, minutes, priority and next step are read from the line.",
            "It may begin as in the journal: event: note: o - ! *",
            "With - alone, every line of stdin becomes an entry; all of them are one change.",
            'organizer add "Submit claims fri 4pm #accounting ~45m"',
            "organizer add - < list.txt",
        ),
    ),
    Verb(
        "parse",
        "TEXT...",
        "Show what would be read from a line, without keeping it.",
        "catching",
        1,
        -1,
        (NOW, JSON),
        free=True,
    ),
    Verb("list", "[WORDS...]", "Show entries, the soonest due first.", "reading", 0, -1, LIST_OPTIONS),
    Verb("show", "ID", "Show all about one entry, and what happened to it.", "reading", 1, 1),
    Verb("done", "ID...", "Finish entries.", "changing", 1, -1),
    Verb("pick", "ID", "One of the three that today is for; once more puts it back.", "changing", 1, 1),
    Verb("skip", "ID...", "Leave this one out of what comes back: it moves to its next day.", "changing", 1, -1),
    Verb("pause", "ID...", "Let what comes back rest, without a date.", "changing", 1, -1),
    Verb("resume", "ID...", "Let what was paused go on from its next day.", "changing", 1, -1),
    Verb(
        "edit",
        "ID FIELD=VALUE...",
        "Change fields of an entry.",
        "changing",
        2,
        -1,
        offers=tuple(f"{name}=" for name in FIELDS),
        more=(
            f"The fields are: {', '.join(FIELDS)}.",
            "Nothing after the = empties a field.",
            "organizer edit k3f9a due=friday estimate=20m",
        ),
    ),
    Verb("drop", "ID...", "Let go of entries; they are kept, struck through.", "changing", 1, -1),
    Verb(
        "move",
        "ID... TO",
        "Move entries to an area, a stage, or a day's page.",
        "changing",
        2,
        -1,
        offers=STAGES,
        more=("A place of more than one word goes in quotes.", 'organizer move k3f9a "june 20"'),
    ),
)
