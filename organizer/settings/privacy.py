"""Who may see what: names, what is typed, the lock."""

from typing import Any

from organizer.settings.known import Known

GROUP = "Who may see what"


def _locks(value: Any) -> str:
    return f"after {value} min without a key" if value else "when it is told to"


NAMES = Known(
    "names",
    "Names",
    "Whether people and their codes are shown, or hidden as dots on every page.",
    values=("shown", "hidden"),
    about="{privacy.names} hides and shows them",
    question="Are names shown?",
    command="privacy.names",
    tells="Names are {}",
    acts=False,
)
LINT = Known(
    "lint",
    "What is typed",
    "Whether a quiet line says so when what is typed looks like a client's name or number.",
    "yes-no",
    values=("on", "off"),
    about="a line when it seems a client’s",
    question="Is what is typed looked over?",
    says=lambda value: "looked over" if value == "on" else "not looked over",
    tells="What is typed is {}",
    command="privacy.lint",
)
LOCK_AFTER = Known(
    "lock_after",
    "The office locks",
    "After so many minutes without a key or a click, 1 to 60, or not by itself; it needs a passphrase.",
    "number",
    5,
    about="when it has a passphrase",
    question="After how many minutes does the office lock itself?",
    usual=("1", "2", "5", "10", "15", "30", "off"),
    least=1,
    most=60,
    unit="minutes",
    none="off",
    nothing=0,
    says=_locks,
    tells="The office locks {}",
    command="privacy.minutes",
)
FEEDBACK_LEAST = Known(
    "feedback_least",
    "Answers before any are shown",
    "How many answers from clients there must be before a figure or a word of them is shown: 5, or more.",
    "number",
    5,
    about="of what clients tell",
    question="From how many answers on is what clients tell shown?",
    usual=("5", "8", "10", "20"),
    least=5,
    most=500,
    unit="answers",
    tells="What clients tell is shown from {} on",
)
PASSPHRASE = Known(
    "passphrase",
    "Passphrase",
    "Seals all that is kept; leads to setting it, or to another one.",
    "lead",
    about="seals all that is kept",
    leads="passphrase.set",
)
SETTINGS = (NAMES, LINT, LOCK_AFTER, FEEDBACK_LEAST, PASSPHRASE)
