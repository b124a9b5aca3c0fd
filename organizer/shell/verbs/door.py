"""The verbs of the front door."""

from organizer.shell.verbs.verb import HOW, JSON, NOTE, ON, Option, Verb

OUTCOMES = (
    "answered", "appointment", "waitlist", "referred", "full", "left-word", "no-answer", "not-needed", "no-inquiry",
)  # fmt: skip

VERBS = (
    Verb(
        "inquiry",
        "TEXT...",
        "Someone waits for an answer: what it is about.",
        "door",
        1,
        -1,
        (
            Option("--from", "Who: a neutral code or a role; a code is drawn without it.", "WHO", also=("--who",)),
            Option("--how", "By which way: phone, email, website.", "CHANNEL", ("phone", "email", "website", "letter")),
            Option("--received", "When it came in, if that was before now.", "WHEN", ("yesterday",)),
            JSON,
        ),
        free=True,
        more=(
            "The text may begin with the code.",
            'organizer inquiry "Heron 7: asks for weekday mornings" --how phone --received "yesterday 4:50pm"',
        ),
    ),
    Verb(
        "door",
        "[WORD...]",
        "Show who waits, the waitlist, who went away; change it.",
        "door",
        0,
        -1,
        (
            Option("--since", "With away: when they were there last.", "WHEN", ("yesterday",)),
            HOW,
            NOTE,
            JSON,
        ),
        offers=("show", "edit", "away", "follow", "full", "words"),
        more=(
            "WORD is: show ID, edit ID FIELD=VALUE, away CODE, follow ID [OUTCOME], full yes|no, or words [NAME].",
            "FIELD is text, who, how or received; OUTCOME followed, back, moved on, no answer or left be.",
            'organizer door away "Larch 5" --since "may 20"',
        ),
    ),
    Verb(
        "answer",
        "ID OUTCOME [LINE...]",
        "Say what became of an inquiry.",
        "door",
        2,
        -1,
        (
            Option("--names", "With referred: how many names were given.", "NUMBER", ("1", "2", "3")),
            Option("--review", "With waitlist: when to look again.", "WHEN", ("in two weeks",)),
            HOW,
            NOTE,
            ON,
            JSON,
        ),
        offers=OUTCOMES,
        more=(
            f"OUTCOME is: {', '.join(OUTCOMES[:6])},",
            f"{', '.join(OUTCOMES[6:])}. Word is left twice at most.",
            "organizer answer k3f9a referred --names 3",
        ),
    ),
    Verb(
        "closures",
        "[CHANGE...]",
        "Show when the office is closed, or open for other hours; change it.",
        "closures",
        0,
        -1,
        (
            Option("--what", "What it is: a word or two.", "WORDS"),
            Option("--open", "Not closed, but open then: 9 to noon.", "HOURS"),
            Option("--all", "What is past as well."),
            JSON,
        ),
        offers=("add", "change", "remove", "holidays"),
        more=(
            "CHANGE is: add DAYS, change ID [DAYS], remove ID, or holidays open|closed.",
            'organizer closures add dec 24 to jan 2 --what "winter break"',
            'organizer closures add july 3 --open "9 to noon"',
        ),
    ),
)
