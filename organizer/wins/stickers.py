"""The stickers: the picture of a win, by name; their signs are those of the screen (`screens.signs`)."""

from typing import NamedTuple


class Sticker(NamedTuple):
    """One sticker: what it is called and what it is often for."""

    id: str
    name: str
    meant: str


STICKERS = (
    Sticker("star", "Star", "anything that went right"),
    Sticker("flower", "Flower", "something that grew slowly"),
    Sticker("sun", "Sun", "a day opened and closed"),
    Sticker("heart", "Heart", "a kind word, given or received"),
    Sticker("note", "Note", "notes written the same day"),
    Sticker("spark", "Spark", "something dreaded, done"),
)
"""In the order of their signs."""
NAMES = tuple(sticker.id for sticker in STICKERS)


def place(id: str) -> int:
    """Which of the signs is meant; a sticker of a newer version shows as a star."""
    return NAMES.index(id) if id in NAMES else 0


def meant(given: str) -> str:
    """The sticker that is meant by its name, or how that begins; "" when there is none."""
    wanted = given.strip().lower()
    found = [name for name in NAMES if name.startswith(wanted)] if wanted else []
    return wanted if wanted in NAMES else found[0] if len(found) == 1 else ""
