"""How it looks: light or dark, and the signs."""

from datetime import datetime

from organizer.settings.known import Known

GROUP = "How it looks"
LIGHT = Known(
    "light",
    "Light or dark",
    "By the clock (light by day, dark in the evening), dark, or light.",
    values=("by the clock", "dark", "light"),
    means={"by the clock": "light by day, dark in the evening"},
    about="light by day, dark in the evening",
    question="Light or dark?",
    command="look.light",
    here=True,
)
SIGNS = Known(
    "signs",
    "Signs",
    "Pretty, or plain for terminals and fonts that show some badly.",
    values=("pretty", "plain"),
    means={"plain": "letters, for older terminals and fonts"},
    about="plain for older terminals",
    question="Which signs?",
    command="look.signs",
    here=True,
)
SETTINGS = (LIGHT, SIGNS)
EVENING_FROM, MORNING_FROM = 18, 7
"""Hours between which it is dark when colors follow the clock (look.md, color)."""


def is_dark(choice: str, now: datetime) -> bool:
    """Whether the evening colors are worn."""
    if choice in ("dark", "light"):
        return choice == "dark"
    return now.hour >= EVENING_FROM or now.hour < MORNING_FROM
