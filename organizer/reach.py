"""How far each command reaches: what nobody gives by hand, and what makes no sense in a shell. The reasons are kept
here, beside what they are about, and `tests/reach_` counts everything else."""

BY_ITSELF: dict[str, str] = {
    "practice.fill": "the first start and the demo fill a practice",
    "privacy.draft": "the lock keeps what was being written, and takes it up again",
    "journal.number": "the journal numbers pages that are older than its numbers when it is opened",
    "first.reach": "each step of the first steps reaches the next",
    "office.open": "the ritual that opens the day runs it, and `o`",
    "office.close": "the ritual that closes the day runs it, and `o`",
    "ritual.begin": "a ritual is begun by opening it",
    "ritual.go": "a ritual keeps its place by itself",
    "ritual.draft": "what is typed in a ritual is kept while it is typed",
    "ritual.say": "every answer in a ritual runs it",
}
"""Commands that are run by what a person does and never given by themselves: by which, in a sentence."""

ON_A_PAGE: dict[str, str] = {
    "first.write": "the last of the first steps is the line itself, by key and by click",
    "office.day": "a row for each day of the week, in the settings and in the first steps, by key and by click",
    "office.hour": "a row for each hour, in the settings and in the first steps, by key and by click",
}
"""Commands that a row of a page runs, by enter and by a click, and that have no key and no line in the palette."""

ABOUT_THE_CURSOR: dict[str, str] = {
    **dict.fromkeys(
        ("move.up", "move.down", "move.left", "move.right", "move.next", "move.previous"),
        "it moves the cursor: a click on the row does it, and the palette would be in the way",
    ),
    "back": "it closes what is open: a click beside it, or on its close, does it",
    "palette": "it is the palette",
}
"""Commands that no list names, because they are about where one is; and how the mouse does it."""
