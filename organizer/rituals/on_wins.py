"""Questions about wins and what their stars are for."""

from __future__ import annotations

from organizer.rituals.on_lines import on_the_day
from organizer.rituals.shape import Act, Row, Scene, Shown, Way
from organizer.views.wins import read
from organizer.wins import counting
from organizer.words import count

MOST = 60
"""Wins of a year that are looked at, the newest and the brightest of them."""


def win(scene: Scene, text: str) -> Act:
    """A win of the day, and its star."""
    return Act("win.add", (), {"text": text, "stars": "1", "sticker": "star"})


def reward(scene: Scene) -> Shown:
    """The stars in hand, and the rewards that wait."""
    stars = counting.in_hand(scene.practice)
    rows = []
    for one in counting.waiting(scene.practice):
        there = one.stars <= stars
        fact = "its stars are there" if there else f"{count(one.stars - stars, 'star')} to go"
        rows.append(Row(one.id, one.text, fact, (Way("tick", "take it"),) if there else ()))
    quiet = "No reward is promised yet. On Wins one can be, any day."
    return Shown((f"{count(stars, 'star')} in hand.",), tuple(rows), "", quiet)


def reward_taken(scene: Scene, row: Row, way: str, text: str) -> Act | None:
    """It is taken."""
    return Act("reward.take", (row.key,)) if way == "tick" else None


def of_the_year(scene: Scene) -> Shown:
    """The wins of the year, the brightest first, to remember three of them."""
    year, found = scene.today[:4], []
    for part in read(scene.practice, f"{year}-01-01", scene.today):
        found += part
        if len(found) >= MOST:
            break
    said = " ".join(one.what for one in scene.answers)
    found.sort(key=lambda one: -one.stars)
    way = (Way("tick", "remember it"),)
    rows = tuple(Row(one.id, one.text, one.at[5:10], way, one.text[:40] in said) for one in found[:MOST])
    return Shown((), rows, "one to remember…", "The wins of this year are still to be written down.", many=True)


def remembered(scene: Scene, row: Row, way: str, text: str) -> Act | None:
    """It stands on the day's page, to be remembered."""
    return None if row.on else on_the_day(scene, f"To remember: {row.text}")
