"""The index of the journal, which builds itself: collections, the future log, months with their days."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from organizer.pages import kind_of, name_of
from organizer.practice import Practice
from organizer.records.journal import JournalPage
from organizer.views.naming import full_title, month_name, thread


class Indexed(NamedTuple):
    """A line of the index: the page it leads to, what it is called, how many lines stand there, and its numbers."""

    page: str
    title: str
    amount: int
    numbers: str
    volume: str = ""


class Group(NamedTuple):
    """A part of the index: its heading, "collections", "away", "future" or "months", and its lines."""

    kind: str
    lines: tuple[Indexed, ...]


def heads(practice: Practice, archived: bool | None = False) -> list[JournalPage]:
    """The first pages of the collections in their order; those that were put away, or all (None)."""
    found = [
        page
        for page in practice.pages.values()
        if kind_of(page.id) == "collection" and not page.previous and archived in (None, page.archived)
    ]
    return sorted(found, key=lambda page: (page.order, page.number))


def count_on(practice: Practice, page: str) -> int:
    """How many entries that are at hand stand on a page now; the archive is not read to count."""
    return practice.written.here(page)


def numbers_of(practice: Practice, pages: list[str]) -> str:
    """The numbers of a thread: "12", "12/48", "12/48/60"."""
    return "/".join(str(practice.pages[page].number) for page in pages if page in practice.pages)


def collection_line(practice: Practice, head: JournalPage) -> Indexed:
    """A collection with all pages of its thread."""
    pages = thread(practice, head.id)
    total = sum(count_on(practice, page) for page in pages)
    return Indexed(pages[-1], head.title, total, numbers_of(practice, pages))


def collections(practice: Practice, archived: bool = False) -> list[Indexed]:
    """The collections in use, or those put away, in their order."""
    return [collection_line(practice, head) for head in heads(practice, archived)]


def index(practice: Practice, now: datetime) -> list[Group]:
    """All pages that were ever used, in four groups; each page is told once, a month's days as a range."""
    pages = practice.pages
    future = sorted((id for id in pages if kind_of(id) == "future"), key=lambda id: name_of(id) or "~")
    groups = [
        Group("collections", tuple(collections(practice))),
        Group("future", tuple(_plain(practice, id, now) for id in future)),
        Group("months", tuple(_months(practice, now))),
        Group("away", tuple(collections(practice, archived=True))),
    ]
    return [group for group in groups if group.lines]


def _plain(practice: Practice, page: str, now: datetime) -> Indexed:
    return Indexed(page, full_title(practice, page, now), count_on(practice, page), str(practice.pages[page].number))


def _months(practice: Practice, now: datetime) -> list[Indexed]:
    """A line for each month, the newest first: its own page, then those of its days."""
    days: dict[str, list[str]] = {}
    own: dict[str, str] = {}
    for id in practice.pages:
        kind, name = kind_of(id), name_of(id)
        if kind == "day":
            days.setdefault(name[:7], []).append(id)
        elif kind == "month":
            own[name] = id
            days.setdefault(name, [])
    return [_month(practice, month, own.get(month), days[month], now) for month in sorted(days, reverse=True)]


def _month(practice: Practice, month: str, own: str | None, days: list[str], now: datetime) -> Indexed:
    pages = ([own] if own else []) + days
    numbers = ranges(sorted(practice.pages[page].number for page in pages))
    total = sum(count_on(practice, page) for page in pages)
    return Indexed(f"month:{month}", month_name(month, now), total, numbers)


def ranges(numbers: list[int]) -> str:
    """Numbers in order as people write them: "41-44, 47"."""
    parts: list[list[int]] = []
    for number in numbers:
        if parts and number == parts[-1][1] + 1:
            parts[-1][1] = number
        else:
            parts.append([number, number])
    return ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in parts)
