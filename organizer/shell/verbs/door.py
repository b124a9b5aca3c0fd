"""The verbs of the front door."""

from organizer.shell.verbs.verb import JSON, Option, Verb

VERBS = (
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
