"""What is asked of the way in and of what clients tell, a few short questions each."""

from __future__ import annotations

from screens.asking import Question

SNAG = (
    Question("text", "What gets in the way there?", "14 pages, on paper, in the waiting room", "As a client meets it.",
             False, short="snag"),
    Question("weight", "How heavy is it, 1 to 5?", "3", "1 is a pebble, 5 turns people away. Or just enter: 3."),
)  # fmt: skip
STOP = Question("stop", "At which stop?", "its name, or how that begins", "Or just enter.")
TASK = Question("text", "What would make it simpler?", "put the intake forms online, by friday",
                "It goes on the Board; or just enter, for the snag's own words.", short="task")  # fmt: skip
AFTER = Question("after", "How is it now, in a line?", "four pages, online", "", short="now")
STOPS = (
    Question("name", "What is it called?", "First visit", "A word or two.", False),
    Question("look", "What is there to look at?", "Parking, door, stairs, bell.", "Or just enter."),
    Question("simpler", "How could it be easier?", "A photo of the door.", "Or just enter."),
)
BY = (Question("by", "By how many places?", "1, or -1 for earlier", "", False),)
COMMENT = (
    Question("text", "What would make it better?", "a sign for the parking, by friday", "It goes on the Board.", False,
             short="task"),
    Question("quote", "Copy their words into its notes?", "yes, or no", "Or just enter: no word is copied."),
)  # fmt: skip
PRAISE = (
    Question("text", "What went right, in a line that names nobody?", "we called back", "", False, short="win"),
)  # fmt: skip
QUESTION = (
    Question("text", "How is it asked?", "I feel heard here.", "Its figures go on; a form has to be changed too.",
             False, short="asked"),
    Question("short", "And in short, beside its figure?", "Feel heard", "", False, short="in short"),
)  # fmt: skip
CHANGED = (
    Question("said", "What did they say?", "the forms were long", "In your words, not theirs.", False,
             short="you said"),
    Question("changed", "What is different since?", "four pages, online", "", False, short="we changed"),
)  # fmt: skip
ROUND = (Question("name", "What is this round called?", "Spring 2026", "Or just enter: by its season."),)
