"""What a win and a reward ask."""

from __future__ import annotations

from organizer.wins.stickers import STICKERS
from screens.asking import Question

NAMES = ", ".join(one.id for one in STICKERS)
TEXT = Question(
    "text", "What went right?", "Every May invoice is out", "One line; big or small, they all count.", False
)
STICKER = Question("sticker", "Which sticker?", "star", f"{NAMES}; or just enter.")
STARS = Question("stars", "How many stars?", "1", "One to five; or just enter.")
ON = Question("on", "When was it?", "yesterday", "Or just enter, and it stays as it is.", True, True, "on", True)
WIN = (TEXT, STICKER, STARS)
NOTE = (Question("note", "How was it?", "a line or two", "For the year book, and for nobody else."),)
REWARD = (
    Question("text", "What will it be?", "tea and the good biscuits", "Something you look forward to.", False),
    Question("stars", "For how many stars?", "30", "They go into it when you take it.", False),
)
