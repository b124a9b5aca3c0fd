"""The verbs of My Word."""

from organizer.shell.verbs.verb import HOW, JSON, NOTE, ON, Option, Verb

TOLD = Option("--told", "Those concerned were told.")
BY = Option("--by", "By when: a day, or a day and a time.", "WHEN", ("today", "tomorrow", "friday"))
NOT_OWED = Option("--not-owed", "This step is not owed here; the line says why.")
TASKS = Option("--tasks", "With plan: what goes on the Board, parted by semicolons.", "LINES")

VERBS = (
    Verb(
        "promise",
        "TEXT...",
        "Give your word: what exactly, to whom, by when.",
        "word",
        1,
        -1,
        (
            Option("--to", "To whom: a code, a role, or me.", "WHO", ("me", "payer", "colleague", "board")),
            BY,
            Option("--every", "How it comes back: every friday, every weekday.", "RULE"),
            HOW,
            Option("--confirmed", "They said yes to it."),
            Option("--asked", "It is asked of me, not promised yet."),
            Option("--answer", "An answer is promised by then, not yet the thing."),
            JSON,
        ),
        more=(
            "Without --by the time is read from the text.",
            'organizer promise letter to the GP --to "Heron 7" --by friday',
            "organizer promise lunch away from the desk --to me --every weekday --by 1pm",
        ),
    ),
    Verb(
        "word",
        "[ID [STEP [LINE...]]]",
        "Show what is promised; one with its story; take a step; change it.",
        "word",
        0,
        -1,
        (BY, TOLD, HOW, TASKS, NOT_OWED, ON, JSON),
        more=(
            "STEP is: promise, decline, counter, answer, keep, accept, again, renegotiate, release, revoke,",
            "said, sorry, plan, done, close or not-repairable. LINE is one line in your own words.",
            "Or STEP is edit, with FIELD=VALUE behind it. FIELD is: text, who, whom, area, theme (yes or no),",
            "serves, estimate, confirmed, chosen or repeat.",
            "organizer word k3f9a counter two names by Friday instead",
            "organizer word k3f9a edit area=documentation estimate=20m",
        ),
    ),
    Verb("keep", "ID...", "Promises that are kept.", "word", 1, -1, (ON, HOW, NOTE, JSON)),
    Verb(
        "renegotiate",
        "ID WHEN",
        "Agree on a new time before the old one has passed.",
        "word",
        2,
        -1,
        (TOLD, HOW, NOTE, JSON),
        more=("Tell them first, and say so with --told.", "organizer renegotiate k3f9a next friday --told"),
    ),
    Verb("release", "ID", "They need it no more.", "word", 1, 1, (HOW, NOTE, JSON)),
    Verb(
        "repair",
        "ID STEP [LINE...]",
        "Put right what has slipped, a step at a time.",
        "word",
        2,
        -1,
        (BY, HOW, TASKS, NOT_OWED, JSON),
        more=(
            "STEP is: said, sorry, plan, done, close or not-repairable. LINE is one line in your own words.",
            "A plan is a promise itself: --by says by when. With close, LINE is what changes: it becomes a task.",
            'organizer repair k3f9a plan send it and call --by tomorrow --tasks "print it; post it"',
        ),
    ),
)
