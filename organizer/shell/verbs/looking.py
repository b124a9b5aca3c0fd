"""The verbs that look over everything."""

from organizer.shell.verbs.verb import JSON, Option, Verb

OPERATORS = ("area:", "due:", "who:", "is:", "theme:", "stage:", "kind:", "tag:", "caught:", "closed:")

VERBS = (
    Verb("today", "", "Show today: three chosen, what else is due, what is still with me.", "today"),
    Verb(
        "search",
        "[WORDS...]",
        "Find all that fits these words and operators.",
        "finding",
        0,
        -1,
        (
            Option("--saved", "A search that was saved.", "NAME"),
            Option("--save", "Save this search under a name.", "NAME"),
            Option("--all", "What is older than thirteen months as well."),
            JSON,
        ),
        free=True,
        offers=OPERATORS,
        more=(
            "Everything kept is looked through, finished things too.",
            "Operators: area: due: who: is: theme: stage: kind: tag: caught: closed:",
            'A dash before one, or before a word, leaves it out. "Words in quotes" stand side by side.',
            "organizer search 'due:<=7d' area:accounting -is:done",
        ),
    ),
    Verb(
        "searches",
        "[CHANGE NAME...]",
        "Show the saved searches; rename or remove one.",
        "finding",
        0,
        3,
        offers=("rename", "remove"),
        more=("organizer searches rename NAME NEW, organizer searches remove NAME",),
    ),
)
