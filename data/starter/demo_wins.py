"""The wins of the made-up practice: a year and a half of what went right, and the rewards that go with it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from organizer.records import Day, Record
from organizer.records.wins import Reward, Win, jars_of

LATELY = (
    ("Every May invoice is out", "star", 1, 1, "17:10", True, ""),
    ("Called back all three inquiries", "flower", 1, 2, "16:40", False, ""),
    ("Ten office days opened", "sun", 1, 2, "08:31", False, ""),
    ("The lease question asked", "spark", 2, 3, "09:50", False, ""),
    ("A new client, three steps fewer", "flower", 2, 6, "10:20", False, ""),
    ("Notes done before the pause", "note", 1, 6, "12:55", False, ""),
    ("Superbills for May sent", "star", 2, 7, "16:10", False, ""),
    ("The waiting room smells of oranges", "sun", 1, 8, "09:05", False, ""),
    ("Asked for help with the claim", "heart", 2, 9, "15:30", False, ""),
    ("Read one chapter, for no reason", "sun", 2, 10, "18:10", False, ""),
    ("Said sorry before they asked", "heart", 3, 10, "11:40", False, ""),
    ("Put right: late start, put right", "heart", 1, 14, "11:05", False, "Ten minutes at the end of the next one."),
    ("Tax papers to the accountant", "star", 2, 16, "15:20", True, "Three evenings of fear, forty minutes of work."),
    ("Shared the theme with my group", "note", 1, 20, "19:30", False, ""),
    ("New voicemail, at last", "star", 1, 22, "12:15", False, ""),
    ("Lunch away from the desk, all week", "flower", 1, 27, "13:40", False, ""),
    ("Two old files closed", "star", 1, 30, "16:55", False, ""),
)
"""Words, sticker, stars, how many days ago, when, whether it was celebrated, and what was written about it."""
PAST = (
    ("Notes done the same day", "note"), ("Claims out on Friday", "star"), ("Said no, kindly", "heart"),
    ("An inquiry answered within the hour", "flower"), ("The desk is clear", "sun"), ("That call is made", "spark"),
    ("Closed the office at half past five", "sun"), ("The form is two pages shorter", "flower"),
    ("A thank-you on the way out", "heart"), ("Superbills for the month sent", "star"),
)  # fmt: skip
OLDEST = 540
REWARDS = (
    ("an afternoon at the lake", 120, 420, 310), ("new cushions for the waiting room", 187, 300, 118),
    ("tea and the good biscuits", 0, 90, None), ("a waiting-room plant", 20, 60, None), ("a Friday off", 70, 40, None),
)  # fmt: skip
"""Words, stars (of those to come: more than the nearest needs), and how many days ago written and taken."""
TO_GO = 2
TOLD = 6
"""Working days before the day of the demo that are told one by one in demo.toml."""


def wins(now: datetime, uuid_of: Callable[[str], str], id_of: Callable[[str], str]) -> list[Record]:
    """All of them as of a moment, their jars and the rewards."""
    made = [_lately(one, now) for one in LATELY] + _past(now)
    named = []
    for number, one in enumerate(made):
        uuid = uuid_of(f"win {number} {one.text}")
        named.append(one._replace(id=id_of(uuid), uuid=uuid))
    stars = sum(one.stars for one in named)
    return [*named, *jars_of(named).values(), *_rewards(now, stars, uuid_of, id_of), *_days(now)]


def _lately(one: tuple[str, str, int, int, str, bool, str], now: datetime) -> Win:
    text, sticker, stars, days, at, celebrated, note = one
    day = (now - timedelta(days=days)).date().isoformat()
    return Win("", text=text, sticker=sticker, stars=stars, at=f"{day}T{at}:00", celebrated=celebrated, note=note)


def _past(now: datetime) -> list[Win]:
    """A win on most working days, some days more, a rare one now and then; weekends are quiet."""
    made: list[Win] = []
    for days in range(32, OLDEST):
        day = (now - timedelta(days=days)).date()
        luck = (days * 7919 + day.day * 31 + day.month * 17) % 100
        many = 0 if day.weekday() > 4 else 3 if luck < 7 else 2 if luck < 34 else 1 if luck < 78 else 0
        for turn in range(many):
            text, sticker = PAST[(days * 3 + turn * 7 + day.month) % len(PAST)]
            at = f"{day.isoformat()}T{9 + (luck + turn * 3) % 9:02}:{luck % 60:02}:00"
            made.append(Win("", text=text, sticker=sticker, at=at, celebrated=luck in (3, 11) and not turn))
    return made


def _days(now: datetime) -> list[Day]:
    """The days that were opened before those that are told one by one; some are off in July and December."""
    made = []
    before = [day for days in range(1, OLDEST) if (day := (now - timedelta(days=days)).date()).weekday() < 5]
    for days, day in enumerate(before[TOLD:]):
        luck = (days * 31 + day.day * 7) % 10
        if luck and not (day.month in (7, 12) and luck < 5):
            made.append(Day(day.isoformat(), opened=f"{day}T08:{30 + luck}:00", closed=f"{day}T17:{30 + luck}:00"))
    return made


def _rewards(now: datetime, stars: int, uuid_of: Callable[[str], str], id_of: Callable[[str], str]) -> list[Reward]:
    """Two that were taken, three to come: two stars are missing for the nearest of them."""
    hand = stars - sum(stars_ for _, stars_, _, taken in REWARDS if taken)
    made = []
    for text, more, written, taken in REWARDS:
        uuid = uuid_of(f"reward {text}")
        need = more if taken else hand + TO_GO + more
        made.append(Reward(id_of(uuid), uuid, text, need, _ago(now, written), _ago(now, taken) if taken else ""))
    return made


def _ago(now: datetime, days: int) -> str:
    return f"{(now - timedelta(days=days)).date().isoformat()}T17:40:00"
