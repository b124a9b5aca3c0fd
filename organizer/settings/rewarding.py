"""Stars and wins: whether a win is offered, and how a rare one is celebrated."""

from organizer.settings.known import Known

GROUP = "Stars"
OFFER = Known(
    "win_offers",
    "Wins are offered",
    "Whether a quiet line offers to keep a win when something worth it happened.",
    "yes-no",
    values=("on", "off"),
    about="{win.keep} keeps what is offered",
    question="Is a win offered when something worth it happened?",
    says=lambda value: "offered" if value == "on" else "not offered",
    tells="A win is {}",
)
CELEBRATE = Known(
    "celebrations",
    "Rare wins",
    "Celebrated with stars from the edges, with stars that stand still, or told in a quiet line; three a day at most.",
    values=("stars", "still", "off"),
    means={"stars": "from the edges, under a second", "still": "stars that do not move", "off": "a quiet line"},
    about="celebrated, three a day at most",
    question="How is a rare win celebrated?",
    tells="Rare wins: {}",
)
SETTINGS = (OFFER, CELEBRATE)
