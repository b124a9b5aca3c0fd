"""The verbs of the way in, and of what clients tell."""

from organizer.shell.verbs.verb import JSON, Option, Verb

VERBS = (
    Verb(
        "path",
        "[WORD...]",
        "Show the client's way in with its snags; note one, walk the way.",
        "path",
        0,
        -1,
        (
            Option("--at", "At which stop: its name, or how that begins.", "STOP"),
            Option("--weight", "How heavy a snag is, 1 to 5.", "NUMBER", ("1", "2", "3", "4", "5")),
            JSON,
        ),
        offers=("snag", "edit", "task", "smooth", "drop", "walk", "seen", "stop"),
        more=(
            "WORD is: snag TEXT, edit ID TEXT, task ID [TEXT], smooth ID [LINE], drop ID, walk, seen STOP,",
            "or stop add|rename|look|simpler|move|out STOP [WORDS].",
            "A task goes on the Board. With smooth, LINE is how it is now; once more takes the snag up again.",
            'organizer path snag "14 pages, on paper" --at prepare --weight 4',
            "organizer path smooth k3f9a four pages, online",
        ),
    ),
    Verb(
        "feedback",
        "[WORD...]",
        "Show what clients tell, take in replies, print a blank.",
        "feedback",
        0,
        -1,
        (
            Option("--preview", "With import: show what each column is, and keep nothing."),
            Option("--map", "With import: what a column is, as 3=words; 5=left.", "COLUMNS"),
            Option("--since", "With import: only replies of this month and later.", "MONTH"),
            Option("--again", "With import: replies of a month that is here already are new ones."),
            Option(
                "--words",
                "With import: words that may name somebody are asked about, left out (safe), or read by you (all).",
                "HOW",
                ("ask", "safe", "none", "all"),
            ),
            Option("--quote", "With task: the words go into its notes."),
            JSON,
        ),
        offers=("import", "blank", "task", "praise", "drop", "changed", "question", "round"),
        more=(
            "WORD is: import FILE..., blank [FILE], task ID TEXT, praise ID TEXT, drop ID, changed SAID CHANGED,",
            "question [ID TEXT], or round [NAME].",
            "FILE to take in is a CSV export of an online form, - for stdin. It is not kept; columns that say who",
            "somebody is are dropped, of the time the month is kept, and nothing is shown before there are five.",
            "organizer feedback import replies.csv --preview",
            'organizer feedback changed "forms were long" "four pages, online"',
        ),
    ),
)
