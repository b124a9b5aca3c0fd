"""What each step of a promise asks, and the words to start from: questions, never the answer to them."""

from __future__ import annotations

from screens.asking import Question

NOT_OWED = "not owed"
HOW = Question("how", "By which way?", "call, letter, in person", "Or nothing, and just enter.")
TOLD = Question(
    "told", "Are those concerned told?", "yes, or no", "A new time is a new promise once they know it.", False
)


def _when(title: str = "By when?", help: str = "A day, or a day and a time.") -> Question:
    return Question("when", title, "friday, june 19 4pm, in 3 days", help, False, True)


def _note(title: str, example: str, help: str = "", empty: bool = True) -> Question:
    return Question("note", title, example, help, empty)


PROMISE = (
    Question("text", "What exactly?", "letter to the GP", "Words by which one can see that it is done.", False),
    Question("who", "To whom?", "Heron 7, payer, colleague, board, me", "A neutral code or a role.", False),
    _when(),
    Question("confirmed", "Did they say yes to it?", "yes, or no", "Or just enter."),
    Question("chosen", "Did I choose it?", "yes, or no", "A promise one did not choose is hard to keep."),
    Question("serves", "What is it good for?", "the theme, a client at ease", "Or just enter."),
)
"""The check on entry (field guide, section 2)."""

OWED = f"Not owed here? Write: {NOT_OWED}, and why."
STEPS: dict[str, tuple[str, tuple[Question, ...]]] = {
    "decline": ("Decline it", (_note("Why, in a line for myself?", "full until August"), HOW)),
    "counter": ("Offer something else", (_note("What instead?", "two names by Friday", "", False), HOW)),
    "answer_by": ("Say by when to answer", (_when("When will the answer come?"), HOW)),
    "promise": ("Promise it", (_when(), HOW)),
    "again": ("Promise it again", (_note("What was missing?", "the second page"), _when())),
    "renegotiate": (
        "A new time, told",
        (
            _when("By when now?", "The old time stays in its story."),
            TOLD,
            _note("Why, and who agreed?", "in a line"),
            HOW,
        ),
    ),
    "release": ("They release me", (_note("Who said so, and why?", "in a line"), HOW)),
    "revoke": (
        "Take it back, told",
        (TOLD, _note("What does it mean for them?", "they must look elsewhere by Monday", "", False), HOW),
    ),
    "say": (
        "Say so",
        (
            _note("What was said?", "in a line of my own", f"Only that it slipped, and that I know it. {OWED}"),
            HOW,
        ),
    ),
    "apologize": (
        "Say sorry",
        (
            _note("What was said?", "what happened, that it mattered", f"Nothing to excuse it. {OWED}"),
            HOW,
        ),
    ),
    "plan": (
        "Make a plan",
        (
            _note("What will be done?", "send it, and call", f"It is a promise too. {OWED}", False),
            _when(help="A day, or a day and a time; nothing where it is not owed.")._replace(may_be_empty=True),
            Question(
                "steps", "What goes on the Board?", "print it; post it", "Tasks, parted by semicolons; or nothing."
            ),
        ),
    ),
    "repair": ("Put right", (_note("How, in a line?", "sent, and they have it", OWED), HOW)),
    "close": (
        "Close it",
        (
            _note(
                "What in the system changes?",
                "letters leave on Tuesdays",
                "It becomes a task; or nothing, and just enter.",
            ),
        ),
    ),
    "give_up": ("Not repairable", (_note("Why?", "they moved away", "It is closed with this line.", False),)),
}
"""Of each step, by the end of its command's id: its title and its questions."""

WORDS: dict[str, tuple[str, ...]] = {
    "say": (
        "What did I say I would do, and by when?",
        "What is so now?",
        "By when will they hear from me again?",
    ),
    "apologize": (
        "What happened, without a because?",
        "What did it cost them: time, trust, a wait?",
        "What was mine in it?",
        "What will be done now, and by when?",
    ),
    "plan": (
        "What would make it whole for them?",
        "What is the first step, five minutes at most?",
        "By when, with a day to spare?",
    ),
    "repair": ("What do they have now that they were promised?", "How do I know that it reached them?"),
    "close": ("Where did it begin to slip?", "What would have told me in time?", "What is taken off my list instead?"),
    "renegotiate": (
        "What was promised, and by when?",
        "What is possible, and by when for sure?",
        "What does the new time mean for them?",
    ),
    "promise": ("What exactly, so that they can see it is done?", "By when, with a day to spare?"),
}
"""Words to start from, by the step that is next. They are questions: the answer is the person's own."""
