"""The verbs that look over everything."""

from organizer.shell.verbs.verb import JSON, Option, Verb

VERBS = (
    Verb("today", "", "Show today: three chosen, what else is due, what is still with me.", "today"),
    Verb(
        "search",
        "WORDS...",
        "Find entries and promises that hold every word, finished ones too.",
        "reading",
        1,
        -1,
        (Option("--all", "What is older than thirteen months as well."), JSON),
        free=True,
    ),
)
