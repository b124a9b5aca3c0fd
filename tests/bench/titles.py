"""Made-up titles of back-office tasks, the same ones every time."""

from __future__ import annotations

import random

VERBS = ("Submit", "Call back about", "Renew", "File", "Check", "Sort", "Write up", "Pay", "Order", "Answer")
THINGS = (
    "the claims",
    "the license",
    "the tax folder",
    "the intake forms",
    "the phone bill",
    "the supervision notes",
    "the room rental",
    "the insurance letter",
    "the waiting list",
    "the training hours",
)
TAILS = ("", " for the payer", " before the audit", " with the bookkeeper", " in the new system", " once and for all")


def titles(count: int) -> list[str]:
    """`count` titles, no two alike."""
    dice = random.Random(7)
    return [f"{dice.choice(VERBS)} {dice.choice(THINGS)}{dice.choice(TAILS)}, number {n}" for n in range(count)]


def lines(count: int) -> str:
    """The same as a person would type them, one a line: some with a day, an area, an estimate."""
    dice = random.Random(11)
    endings = ("", "", "", " tomorrow", " in 9 days", " #accounting", " #training ~20m", " #systems ~5m")
    return "".join(f"{title}{dice.choice(endings)}\n" for title in titles(count))
