"""Every word that may belong to a date or to how something comes back: what no phrase can hold ends the search."""

from __future__ import annotations

from organizer.when import named
from organizer.when.days import PLAIN
from organizer.when.periods import ENDS
from organizer.when.spans import KINDS, PERIODS, QUARTERS
from organizer.when.times import MEALS, NAMED
from organizer.when.words import DAY_PARTS, MONTHS, NUMBERS, ORDINALS, UNITS, WEEKDAYS

_PLURALS = frozenset(f"{name}s" for name in (*WEEKDAYS, *DAY_PARTS) if len(name) > 4)
DATES = frozenset(
    "the of in on at by before after following from now ago out hence next this coming later sometime early late mid "
    "middle start beginning end last final penultimate to thing business working work weekday weekdays workday weekend "
    "and couple half past till until through thru between am pm o'clock oclock close tonight tonite within due no than "
    "or thirty forty fifty - -- + @ calendar".split()
).union(
    WEEKDAYS, MONTHS, NUMBERS, ORDINALS, UNITS, DAY_PARTS, PLAIN, ENDS, PERIODS, QUARTERS, KINDS, NAMED, MEALS,
    _PLURALS, named.WORDS,
)  # fmt: skip
REPEATS = DATES | frozenset(
    "every each every! other single alternate once twice times time occurrences sessions visits meetings appointments "
    "per daily nightly weekly biweekly bi-weekly fortnightly monthly bimonthly bi-monthly quarterly yearly annually "
    "semiannually semi-annually biannually semimonthly semi-monthly biennially weekends weeknights workdays half-year "
    "for starting beginning commencing start begin ending til x done completion completing completed finishing "
    "finished finish it's it is i'm i being do doing was one since except excluding skipping without but not holidays "
    "holiday federal public bank us legal else moved shifted noon catch up catching make making missed ones skip leave "
    "leaving only newest paused mwf tth tuth mw tr m-f & must".split()
)


def in_date(text: str) -> bool:
    """Whether a word may belong to a date."""
    return bool(text) and (text in DATES or _shaped(text) or named.plain(text) in named.WORDS)


def in_repeat(text: str) -> bool:
    """Whether a word may belong to how something comes back."""
    return bool(text) and (text in REPEATS or _shaped(text) or named.plain(text) in named.WORDS)


def _shaped(text: str) -> bool:
    """Whether a word is of figures, or put together: "4pm", "+2w", "'27", "mid-june", "mon/wed"."""
    return text[0] in "0123456789+@'" or "-" in text or "/" in text or "," in text or text[0] == "x"
