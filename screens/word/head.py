"""The head of My Word: how many in a hundred were kept or put right, and twelve months of it."""

from __future__ import annotations

from organizer.views.word import Figures
from organizer.word.measures import FEW, in_hundred, said
from screens.ink import Ink, Part
from screens.word.path import week_said

INITIALS = "JFMAMJJASOND"


def headline(found: Figures, narrow: bool) -> tuple[str, str]:
    """The figure in words, and what stands below it."""
    rate, before = found.quarter.honored_rate, found.year_ago.honored_rate
    if rate is None:
        return ("Nothing has come due in 90 days" if found.year.all else "Nothing has come due yet"), ""
    words = said(found.quarter.honored, found.quarter.all)
    if narrow:
        return f"{words} kept, or put right", "last 90 days"
    turn = "up from" if before is not None and before < rate else "from"
    few = min(found.quarter.all, found.year_ago.all) < FEW  # so few that two years are not to be compared
    ago = f", {turn} {before} a year ago" if before is not None and before != rate and not few else ""
    return f"{words} promises kept, or put right", f"over the last 90 days{ago}"


def facts(found: Figures) -> str:
    """A line of other figures."""
    quarter = found.quarter
    own = f"{said(quarter.kept, quarter.all)} kept as they were given, " if quarter.all else ""
    return f"{own}{week_said(found)}"


def bars(ink: Ink, months: tuple[tuple[str, int, int], ...]) -> tuple[list[Part], list[Part]]:
    """Twelve bars, as high as what was honored, and the initials of the months below them."""
    tops: list[Part] = []
    names: list[Part] = []
    for number, (month, honored, all) in enumerate(months):
        rate, last = in_hundred(honored, all), number == len(months) - 1
        high = ink.signs.bars[min(7, rate * 8 // 100)] if rate is not None else " "
        gap = "" if last else "  "
        tops += [(high * 2, "accent" if last else "track" if high == "█" or high > "z" else "faint"), (gap, "faint")]
        names += [(f"{INITIALS[int(month[5:]) - 1]} ", "accent b" if last else "faint"), (gap, "faint")]
    return tops, names
