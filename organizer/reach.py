"""How far each command reaches: what nobody gives by hand, and what makes no sense in a shell. The reasons are kept
here, beside what they are about, and `tests/reach_` counts everything else."""

BY_ITSELF: dict[str, str] = {
    "practice.fill": "the first start and the demo fill a practice",
    "privacy.draft": "the lock keeps what was being written, and takes it up again",
    "first.reach": "each step of the first steps reaches the next",
    "office.open": "the ritual that opens the day runs it, and `o`",
    "office.close": "the ritual that closes the day runs it, and `o`",
    "ritual.begin": "a ritual is begun by opening it",
    "ritual.go": "a ritual keeps its place by itself",
    "ritual.draft": "what is typed in a ritual is kept while it is typed",
    "ritual.say": "every answer in a ritual runs it",
}
"""Commands that are run by what a person does and never given by themselves: by which, in a sentence."""
