"""The verbs of the practice: its tasks, areas and theme."""

from organizer.shell.verbs.verb import JSON, Option, Verb

VERBS = (
    Verb(
        "packs",
        "[NAME] | adopt NAME...",
        "Show ready-made tasks of the trade; adopt some.",
        "packs",
        0,
        -1,
        (Option("--problems", "Everything in packs of your own that could not be read, line by line."), JSON),
        offers=("adopt", "solo-cash", "solo-insurance", "pre-licensed", "group"),
        more=(
            "NAME is a bundle or a task. Nothing is on the Board before it is adopted.",
            "organizer packs solo-insurance",
            "organizer packs adopt estimated-tax money-page",
        ),
    ),
    Verb(
        "areas",
        "[CHANGE...]",
        "Show the areas of the practice, or change one.",
        "areas",
        0,
        -1,
        offers=("add", "rename", "about", "move", "color", "clients", "retire", "back"),
        more=(
            "CHANGE is: add NAME, rename ID NAME, about ID WORDS, move ID POSITION, color ID COLOR,",
            "clients ID yes|no, retire ID, or back ID.",
            "A retired area is offered no more; its tasks stay, and back takes it back.",
            "organizer areas add Consulting",
            "organizer areas move consulting 1",
        ),
    ),
    Verb(
        "theme",
        "[WORD...]",
        "Show the theme, print it, or save a picture of it.",
        "theme",
        0,
        -1,
        (
            JSON,
            Option("--size", "Of the page: letter, a4, 8x10 or 5x7.", "SIZE", ("letter", "a4", "8x10", "5x7")),
            Option("--light", "The picture in the colors of the morning."),
        ),
        offers=("show", "text", "poster", "card", "write", "told", "moment"),
        more=(
            "Alone it opens the full screen there.",
            "WORD is: show, text, poster FILE, card FILE, write TEXT, told HOW WHERE, or moment TEXT.",
            "A poster is .pdf or .html, a card .svg or .png; .pdf and .png need the print extra.",
            "HOW is one of: virtual, in person, telephone, group.",
            "organizer theme poster theme.pdf --size a4",
            "organizer theme told group the Thursday group",
        ),
    ),
)
