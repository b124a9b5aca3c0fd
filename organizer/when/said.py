"""What was said so far of how something comes back, and the words for it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

WORKING = (0, 1, 2, 3, 4)
EVERY = ("every", "each", "every!")
STARTING = ("starting", "beginning", "from", "commencing", "start", "begin")
ADVERBS = {
    "daily": ("day", 1), "nightly": ("day", 1), "weekly": ("week", 1), "biweekly": ("week", 2),
    "bi-weekly": ("week", 2), "fortnightly": ("week", 2), "monthly": ("month", 1), "bimonthly": ("month", 2),
    "bi-monthly": ("month", 2), "quarterly": ("quarter", 1), "yearly": ("year", 1), "annually": ("year", 1),
    "semiannually": ("month", 6), "semi-annually": ("month", 6), "biannually": ("month", 6),
    "semimonthly": ("month", 1), "semi-monthly": ("month", 1), "biennially": ("year", 2),
}  # fmt: skip
DONE = tuple(
    tuple(words.split())
    for words in ("done completion completing completed finishing finished finish it's~done it~is~done i'm~done "
                  "i~finish it being~done i~do~it doing~it last~done it~was~done the~last~one last~time").split()
    for words in [words.replace("~", " ")]
)  # fmt: skip


class Said(NamedTuple):
    """What was said so far. `unit` is day, business, week, month, quarter or year; `weekdays` holds (which, weekday),
    which 0 for each and -1 for the last; `business` counts business days of the month likewise; `days` are days of the
    month, `dates` (month, day); `often` is how often in each `unit` ("twice a week"); `clock` minutes after midnight;
    `length` how long it goes on. `unsure`: weekdays stand side by side and nothing else, so a time must be named.
    """

    unit: str = ""
    interval: int = 1
    weekdays: tuple[tuple[int, int], ...] = ()
    business: tuple[int, ...] = ()
    days: tuple[int, ...] = ()
    months: tuple[int, ...] = ()
    dates: tuple[tuple[int, int], ...] = ()
    part: str = ""
    clock: int | None = None
    without: tuple[int, ...] = ()
    holidays: bool = False
    shift: bool = False
    start: date | None = None
    until: date | None = None
    times: int = 0
    length: tuple[int, str] | None = None
    after_done: bool = False
    catch_up: str = ""
    paused: bool = False
    often: int = 0
    unsure: bool = False

    @property
    def placed_within(self) -> bool:
        """Whether days of the month were named."""
        return bool(self.weekdays or self.business or self.days)

    @property
    def placed(self) -> bool:
        """Whether days within the week, month or year were named."""
        return bool(self.weekdays or self.business or self.days or self.months or self.dates)


Parts = Iterator[tuple[Said, int]]
