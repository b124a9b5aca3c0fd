"""Which backups may go: of each of the last days, weeks and months that have one, the newest stays."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import datetime

DAYS, WEEKS, MONTHS = 7, 5, 12
_NAME = re.compile(r"(\d{4}-\d\d-\d\dT\d{4})((?:-before-[a-z]+)?)((?:-\d+)?)\.organizer")


def made(name: str) -> datetime | None:
    """When a backup was made that bears the name it was given by us; None for a name of someone's own."""
    found = _NAME.fullmatch(name)
    try:
        return datetime.strptime(found[1], "%Y-%m-%dT%H%M") if found else None
    except ValueError:
        return None


def surplus(names: Iterable[str], newest: str) -> list[str]:
    """Those that may go. `newest` has just been verified and stays, as does all that was made on its day, and what
    was made before something was replaced, as long as its day is one of the last ones."""
    dated = sorted(((at, _turn(name), name) for name in names if (at := made(name))), reverse=True)
    keep = {newest}
    days = _firsts(dated, DAYS, lambda at: at.strftime("%Y-%m-%d"), keep)
    _firsts(dated, WEEKS, lambda at: at.strftime("%G-%V"), keep)
    _firsts(dated, MONTHS, lambda at: at.strftime("%Y-%m"), keep)
    today = made(newest)
    for at, _, name in dated:
        if (today and at.date() == today.date()) or ("-before-" in name and at.strftime("%Y-%m-%d") in days):
            keep.add(name)
    return [name for _, _, name in dated if name not in keep]


def _turn(name: str) -> int:
    """Of several in one minute, which."""
    found = _NAME.fullmatch(name)
    return int(found[3] or "-1") * -1 if found else 0


def _firsts(
    dated: list[tuple[datetime, int, str]], most: int, span: Callable[[datetime], str], keep: set[str]
) -> set[str]:
    """Keep the newest of each of the last spans that have one; gives the spans."""
    seen: set[str] = set()
    for at, _, name in dated:
        if span(at) not in seen and len(seen) < most:
            seen.add(span(at))
            keep.add(name)
    return seen


def name_for(now: str, why: str = "") -> str:
    """The name of a backup made at an ISO time, without its ending."""
    return now[:16].replace(":", "") + (f"-before-{why}" if why else "")
