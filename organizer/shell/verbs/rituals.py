"""The verbs of the rituals."""

from organizer.shell.verbs.verb import JSON, Option, Verb

VERBS = (
    Verb(
        "review",
        "RITUAL",
        "Go through a ritual in the terminal, question by question.",
        "review",
        1,
        -1,
        (Option("--short", "The version of sixty seconds."), JSON),
        offers=("open", "pause", "close", "week", "month", "quarter", "year"),
        more=(
            "RITUAL is: open, pause, close, week, month, quarter, year, or one of your own.",
            "Every answer is kept as it is given. Stop at any moment; it goes on from there, or in the full screen.",
            "organizer review close --short",
        ),
    ),
    Verb(
        "rituals",
        "[CHANGE...]",
        "Show the rituals and when they come, or change what they ask.",
        "rituals",
        0,
        -1,
        (JSON,),
        offers=(
            "show",
            "add",
            "when",
            "minutes",
            "ask",
            "reword",
            "kind",
            "off",
            "up",
            "down",
            "sixty",
            "drop",
            "rest",
            "reset",
        ),
        more=(
            "Alone it opens the full screen there.",
            "CHANGE is: show [RITUAL], add NAME [QUESTION...], when RITUAL WORDS... [at TIME], minutes RITUAL NUMBER,",
            "ask RITUAL QUESTION..., reword RITUAL NUMBER QUESTION..., kind RITUAL NUMBER KIND,",
            "off, up, down, sixty or drop RITUAL NUMBER, rest RITUAL, or reset RITUAL.",
            "NUMBER is that of a question; off and rest are taken back by doing them once more.",
            'organizer rituals add "Supervision hour" What do I bring?',
            "organizer rituals when supervision every second tuesday at 4pm",
        ),
    ),
)
