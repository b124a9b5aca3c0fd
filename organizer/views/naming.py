"""Pages of the journal by the names people give them, both ways: "june", "47", "Website words", "yesterday"."""

from __future__ import annotations

from datetime import date, datetime

from organizer import when
from organizer.pages import kind_of, name_of
from organizer.practice import Practice
from organizer.when.saying import MONTHS

UNNAMED = "A collection"
HALF_A_YEAR = 183
KINDS = ("day", "month", "future", "collection")


def title(practice: Practice, page: str, now: datetime, *, long: bool = True) -> str:
    """What stands at the head of a page: "Thursday, June 11", "June", "September" (future), a collection's name."""
    kind, name = kind_of(page), name_of(page)
    if kind == "day":
        return when.say(name, now, long=long)
    if kind in ("month", "future"):
        return month_name(name, now) if name else "Some time"
    found = practice.pages.get(page)
    return found.title if found and found.title else UNNAMED


def full_title(practice: Practice, page: str, now: datetime) -> str:
    """The same, where nothing around it says of what kind it is: "Future log, September"."""
    said = title(practice, page, now)
    return (
        f"Future log, {said[:1].lower() + said[1:] if said == 'Some time' else said}"
        if kind_of(page) == "future"
        else said
    )


def short_title(practice: Practice, page: str, now: datetime) -> str:
    """As a fact beside a line: "Wed", "June", "Website words"."""
    return when.say(name_of(page), now) if kind_of(page) == "day" else title(practice, page, now)


def month_name(month: str, now: datetime) -> str:
    """ "2026-09" as "September", with the year where it is not this one."""
    try:
        name = MONTHS[int(month[5:7]) - 1]
    except (ValueError, IndexError):
        return month
    return name if month[:4] == f"{now.year:04}" else f"{name} {month[:4]}"


def number_of(practice: Practice, page: str) -> int:
    """The number of a page, 0 for one that was not used yet."""
    found = practice.pages.get(page)
    return found.number if found else 0


def shift_month(month: str, by: int) -> str:
    """So many months on, as "2026-07"; as it is where the calendar ends."""
    number = int(month[:4]) * 12 + int(month[5:7]) - 1 + by
    year = number // 12
    return f"{year:04}-{number % 12 + 1:02}" if 1 <= year <= 9999 else month


def read_month(text: str, now: datetime, coming: bool = True) -> str | None:
    """The month that a text says and nothing more: "september", "sep 2027", "next month", "2026-09"; where no year is
    said the one to come, or this year's if not `coming`. None for anything else."""
    words = text.lower().replace(",", " ").split()
    if words in (["this", "month"], ["month"]):
        return now.isoformat()[:7]
    if words == ["next", "month"]:
        return shift_month(now.isoformat()[:7], 1)
    if words == ["last", "month"]:
        return shift_month(now.isoformat()[:7], -1)
    if len(words) == 1 and len(words[0]) == 7 and words[0][4] == "-" and (words[0][:4] + words[0][5:]).isdecimal():
        return words[0] if 1 <= int(words[0][5:]) <= 12 and int(words[0][:4]) else None
    if not words or len(words) > 2 or len(words[0].rstrip(".")) < 3:
        return None
    begun = [at for at, name in enumerate(MONTHS, 1) if name.lower().startswith(words[0].rstrip("."))]
    if len(begun) != 1 or (len(words) == 2 and not (len(words[1]) == 4 and words[1].isdecimal() and int(words[1]))):
        return None
    year = int(words[1]) if len(words) == 2 else now.year + (coming and begun[0] < now.month)
    return f"{year:04}-{begun[0]:02}"


def is_page(text: str) -> bool:
    """Whether a text is a page as placements call it."""
    kind, name = kind_of(text), name_of(text)
    try:
        if kind == "day":
            return date.fromisoformat(name).isoformat() == name
        if kind in ("month", "future") and name:
            return date.fromisoformat(f"{name}-01").strftime("%Y-%m") == name or name[:1] == "0"
    except ValueError:
        return False
    return text == "future" or (kind == "collection" and bool(name))


def collection_named(practice: Practice, text: str) -> str:
    """The page of the collection of that name, or the only one that begins so; "" for none. Of a thread the last."""
    wanted = " ".join(text.split()).casefold()
    pages = [page for page in practice.pages.values() if kind_of(page.id) == "collection" and not page.previous]
    exact = [page for page in pages if page.title.casefold() == wanted]
    begun = [page for page in pages if page.title.casefold().startswith(wanted)] if wanted else []
    found = (exact or (begun if len(begun) == 1 else []))[:1]
    return last_of_thread(practice, found[0].id) if found else ""


def last_of_thread(practice: Practice, page: str) -> str:
    """The page on which a collection goes on now."""
    return thread(practice, page)[-1]


def thread(practice: Practice, page: str) -> list[str]:
    """The pages of a thread in their order; a page alone is one."""
    pages = practice.pages
    first, seen = page, {page}
    while first in pages and pages[first].previous in pages and pages[first].previous not in seen:
        first = pages[first].previous
        seen.add(first)
    found, seen = [first], {first}
    while found[-1] in pages and pages[found[-1]].next in pages and pages[found[-1]].next not in seen:
        found.append(pages[found[-1]].next)
        seen.add(found[-1])
    return found


def _a_year_before(day: str) -> str:
    year, rest = int(day[:4]) - 1, day[4:10]
    return f"{year:04}{'-02-28' if rest == '-02-29' else rest}"


def read_page(practice: Practice, text: str, now: datetime, *, back: bool = False) -> str | None:
    """The page meant: as placements call it, a number, a month, a collection's name, a day; None where none is. `back`
    takes a day without a year that is more than half a year ahead for the one before."""
    typed = " ".join(text.split())
    if is_page(typed):
        return typed
    digits = typed.lower().removeprefix("page ").strip()
    if digits.isdecimal() and digits.isascii() and len(digits) < 7:
        return next((page.id for page in practice.pages.values() if page.number == int(digits)), None)
    if typed.lower() in ("future", "future log", "the future"):
        return "future"
    month = read_month(typed, now, coming=False) if typed else None
    if month:
        return f"month:{month}"
    named = collection_named(practice, typed)
    exact = named and practice.pages[named].title.casefold() == typed.casefold()
    day = None if exact else when.read_all(typed, now, day_first=practice.day_first)
    if day and back and day[:4] not in typed and (date.fromisoformat(day[:10]) - now.date()).days > HALF_A_YEAR:
        day = _a_year_before(day)
    return named if exact else f"day:{day[:10]}" if day else named or None
