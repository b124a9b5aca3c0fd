"""What is asked at the front door, a few short questions each."""

from __future__ import annotations

from screens.asking import Question

WHO = Question("who", "Who? A neutral code or a role", "Heron 7, payer, Dr Osei", "Or nothing, and a code is drawn.",
               short="who")  # fmt: skip
HOW = Question("how", "By which way?", "phone, email, website, letter", "Or nothing, and just enter.")
RECEIVED = Question("received", "When did it come in?", "yesterday 4:50pm, monday 9am",
                    "Or nothing: just now.", short="came in", past=True, dated=True)  # fmt: skip
INQUIRY = (
    Question("text", "What is it about?", "new inquiry, weekday mornings", "Nothing that belongs in the chart.", False,
             short="about"),
    WHO,
    HOW,
    RECEIVED,
)  # fmt: skip
"""Someone waits."""
NOTE = Question("note", "Anything to keep in a line?", "asked for a woman, evenings", "Or nothing, and just enter.")
REVIEW = Question("review", "When to look again?", "in two weeks, june 26", "Or nothing: the usual day.", dated=True,
                  short="again")  # fmt: skip
OUTCOME: dict[str, tuple[Question, ...]] = {
    "waitlist": (REVIEW, NOTE),
    "referred": (Question("names", "How many names?", "3", "Or nothing, and just enter."), NOTE),
}
"""What is asked besides, by the outcome; of the others nothing is."""
AWAY = (
    Question("who", "Who went away? A neutral code", "Larch 5", "One follow-up, and no more.", False, short="who"),
    Question("since", "When were they there last?", "may 20", "Or nothing.", past=True, dated=True),
    NOTE,
)
FOLLOW = (Question("how", "By which way?", "letter, call", "Or nothing, and just enter."), NOTE)
WORDS = (
    Question("name", "What are they called?", "Full, and kindly", "", False),
    Question("text", "What is said?", "Thank you for calling.", "A slash with spaces begins a new line.", False,
             short="words"),
)  # fmt: skip
