"""The questions of the studio, by its stops."""

from __future__ import annotations

QUESTIONS: dict[str, tuple[tuple[str, str], ...]] = {
    "pour": (
        (
            "What would you like to do better? Everything that comes to mind, a line each.",
            "Three minutes. Nothing is judged, and any line can be let go again.",
        ),
        (
            "As you look at all that makes up your practice, what sense do you have?",
            "A feeling is a good line, too.",
        ),
        ("What are your hopes for the rest of this year?", "Large and small ones side by side."),
        ("When did the back office last feel light? What was different?", "An afternoon counts."),
    ),
    "gather": (
        ("Which lines belong together?", "Two or three piles are plenty. Leftovers may stay leftovers."),
        ("What would you call each pile?", "A name your friends would understand."),
    ),
    "choose": (
        ("Which of these makes the others easier?", "Up to three side by side; read each aloud."),
        (
            "Which one would your clients feel, without ever seeing it?",
            "What happens back here reaches the front.",
        ),
    ),
    "word": (
        ("Say it in a word or two.", "Wide enough to hold a year, close enough to move you."),
        ("And in one sentence: what does it mean here?", "The meaning may change with the season."),
    ),
    "color": (("Which color is it?", "The whole office will wear it."),),
    "frame": (("Which frame suits it?", "Print it, and hang it where you see it."),),
    "write": (("Write it a hundred times.", "Any spelling counts. Ten a day is plenty."),),
    "share": (("Whom will you tell first?", "Saying it aloud makes it part of you."),),
    "season": (("Keep it, reword it, or a smaller one for this season?", "All three are good answers."),),
    "moment": (("When did you choose by the theme?", "One line. It is not counted."),),
}
"""By stop: what is asked, and the help below it."""
EMPTY = "Every practice has a feeling it is reaching for."
FIND = "find yours, about ten minutes."
