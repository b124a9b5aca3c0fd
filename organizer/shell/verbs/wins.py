"""The verbs of Wins."""

from organizer.shell.verbs.verb import JSON, ON, Option, Verb

STICKERS = ("star", "flower", "sun", "heart", "note", "spark")
FIELDS = ("text=", "stars=", "sticker=", "note=", "on=")
OF = Option("--of", "What it is for: the ID of a task or of a promise; once for each.", "ID")

VERBS = (
    Verb(
        "win",
        "TEXT...",
        "Keep a win: one line of what went right.",
        "wins",
        1,
        -1,
        (
            Option("--stars", "How many stars, 1 to 5; one if nothing is said.", "N", ("1", "2", "3", "4", "5")),
            Option("--sticker", "Its picture: star, flower, sun, heart, note or spark.", "NAME", STICKERS),
            ON,
            OF,
            JSON,
        ),
        free=True,
        more=("organizer win Every May invoice is out", "organizer win the lease question asked --stars 2"),
    ),
    Verb(
        "wins",
        "[ID [CHANGE...]]",
        "Show the stars and what went right; change one.",
        "wins",
        0,
        -1,
        (
            Option("--all", "All of the year, not only the last ten."),
            Option("--year", "The wins of another year.", "YEAR"),
            Option("--numbers", "The numbers of the year as well."),
            Option("--book", "Save the year book: a new .html or .md file.", "FILE"),
            JSON,
        ),
        offers=("drop", *FIELDS),
        more=(
            "CHANGE is drop, which takes it out of the jar, or FIELD=VALUE...",
            "FIELD is text, stars, sticker, note or on.",
            "With --year the year is that of the calendar; without, the twelve months up to today.",
            "organizer wins --year 2025 --book 2025.html",
            "organizer wins k3f9a stars=2 sticker=heart",
        ),
    ),
    Verb(
        "reward",
        "TEXT...",
        "Promise yourself a reward, beforehand.",
        "wins",
        1,
        -1,
        (Option("--stars", "How many stars it needs.", "N", ("20", "50", "100")), JSON),
        free=True,
        more=("organizer reward tea and the good biscuits --stars 30",),
    ),
    Verb(
        "rewards",
        "[ID [CHANGE...]]",
        "Show the rewards, take one, or change one.",
        "wins",
        0,
        -1,
        offers=("take", "back", "again", "drop", "text=", "stars=", "note="),
        more=(
            "CHANGE is take (once, for its stars), back, again (promise it anew), drop, or FIELD=VALUE...",
            "FIELD is text, stars or note.",
            "organizer rewards k3f9a take",
        ),
    ),
)
