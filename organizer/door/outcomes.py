"""How an inquiry stands, and what can become of it: it leaves only by one of these (field guide, section 2).

waiting -> left word, once and again -> any of those that close it
waiting -> waitlist, looked at again on its day -> any of those that close it
"""

from typing import NamedTuple

from organizer.practice import Practice
from organizer.records.door import Inquiry


class Outcome(NamedTuple):
    """What became of an inquiry: its title for people, a word of help, and whether it `closes` it; `full` where it says
    that there was no room."""

    title: str
    help: str
    closes: bool = True
    full: bool = False


OUTCOMES: dict[str, Outcome] = {
    "answered": Outcome("Reached, and answered", "They know what they wanted to know."),
    "appointment": Outcome("An appointment", "A day is agreed."),
    "waitlist": Outcome("On the waitlist", "Told so, with a day to look again.", False, True),
    "referred": Outcome("Full, and gave names", "Others who may have room; how many names.", True, True),
    "full": Outcome("Full, and said so kindly", "No room now, and they know it.", True, True),
    "left word": Outcome("Left word", "Not reached; to be tried once more.", False),
    "no answer": Outcome("No answer", "Closed without having reached them."),
    "not needed": Outcome("They need it no more", "They said so themselves."),
    "no inquiry": Outcome("It was no inquiry", "A wrong number, or written down twice; not counted."),
}
"""Every outcome, in the order in which they are offered."""

OPEN = ("waiting", "left word", "waitlist")
"""The states in which something is still to be done."""
TRIES = 2
"""How often word is left before it may rest."""

OTHER_WORDS = {
    "reached": "answered", "replied": "answered", "booked": "appointment", "wait": "waitlist", "list": "waitlist",
    "names": "referred", "refer": "referred", "declined": "full", "voicemail": "left word", "message": "left word",
    "word": "left word", "left": "left word", "left-word": "left word", "no-answer": "no answer", "none": "no answer",
    "not-needed": "not needed", "withdrawn": "not needed", "no-inquiry": "no inquiry", "wrong-number": "no inquiry",
}  # fmt: skip
"""What else they are called when they are typed."""


def is_full(practice: Practice) -> bool:
    """Whether there is no room for new clients now (setting `practice_full`)."""
    return practice.setting("practice_full") in (True, "yes")


def outcome_of(given: str) -> str:
    """The outcome meant by what is typed: its name, another word for it, or how only that one begins; "" for none."""
    wanted = " ".join(given.lower().replace("_", " ").split())
    if wanted in OUTCOMES:
        return wanted
    known = OTHER_WORDS.get(wanted.replace(" ", "-"), "")
    begun = [name for name in OUTCOMES if wanted and name.startswith(wanted.replace("-", " "))]
    return known or (begun[0] if len(begun) == 1 else "")


def state(inquiry: Inquiry) -> str:
    """How it stands: one of `OPEN`, or the outcome that closed it."""
    return inquiry.answers[-1].outcome if inquiry.answers else "waiting"


def is_open(inquiry: Inquiry) -> bool:
    """Whether it still asks for something."""
    return not inquiry.answers or inquiry.answers[-1].outcome in OPEN


def tried(inquiry: Inquiry) -> int:
    """How often word was left since they were reached last."""
    count = 0
    for answer in reversed(inquiry.answers):
        if answer.outcome != "left word":
            break
        count += 1
    return count


def heard(inquiry: Inquiry) -> str:
    """When they first heard from me (ISO), or ""; what was closed without a word is not heard."""
    first = inquiry.answers[0] if inquiry.answers else None
    return first.at if first is not None and first.outcome not in ("no answer", "no inquiry") else ""


def when_full(inquiry: Inquiry) -> bool:
    """Whether it came while there was no room, as was known then or turned out."""
    return inquiry.full or any(outcome_is_full(answer.outcome) for answer in inquiry.answers)


def outcome_is_full(outcome: str) -> bool:
    """Whether an outcome says that there was no room."""
    found = OUTCOMES.get(outcome)
    return found is not None and found.full


def why_not(inquiry: Inquiry, outcome: str) -> str:
    """Why that cannot become of it now, with what can be done instead; "" when it can."""
    if not is_open(inquiry):
        known = OUTCOMES.get(state(inquiry))
        done = known.title[:1].lower() + known.title[1:] if known else state(inquiry)
        return f"This one is closed already: {done}. Undo takes that back; a new call is a new inquiry."
    if outcome == "left word" and tried(inquiry) >= TRIES:
        return "Word was left twice already. That is enough: no answer closes it, and they may call any day."
    return ""
