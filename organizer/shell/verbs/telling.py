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
)
