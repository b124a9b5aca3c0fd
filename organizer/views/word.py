"""My Word: what needs repair, what is promised, what was kept; and the figures."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import NamedTuple

from organizer import when
from organizer.door import hours
from organizer.practice import Practice
from organizer.records.word import Commitment
from organizer.views.weeks import week_of
from organizer.word import measures as counting
from organizer.word.due import there
from organizer.word.measures import Measures
from organizer.word.states import BROKEN, due, due_zone, state, version
from organizer.word.versions import versions

QUARTER, YEAR = 90, 365
NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")
LATELY = 30
"""Days for which what was kept is shown."""
MONTHS_BACK = 16
"""Months of the archive that the figures need: the quarter before a year ago."""


class Given(NamedTuple):
    """A promise as it stands. `due` is by when, in the time of here; `since` when it slipped, or was last acted on."""

    commitment: Commitment
    state: str
    due: str
    since: str


class WordView(NamedTuple):
    """What the page and `organizer word` show: the longest slipped first, the soonest due first, the last kept first.
    `kept_month` is how many were kept this month."""

    repair: tuple[Given, ...]
    asked: tuple[Given, ...]
    soon: tuple[Given, ...]
    moved: tuple[Given, ...]
    kept: tuple[Given, ...]
    kept_month: int = 0

    @property
    def promised(self) -> tuple[Given, ...]:
        """All that stands, the soonest due first."""
        return tuple(sorted((*self.soon, *self.moved), key=_soonest))


class Figures(NamedTuple):
    """What is counted, over 90 days and a year, and 90 days a year ago; twelve months of honored and all; open
    breakdowns under a week, under a month and older; minutes promised this week against minutes free, and of how many
    promises."""

    quarter: Measures
    year: Measures
    year_ago: Measures
    months: tuple[tuple[str, int, int], ...]
    ages: tuple[int, int, int]
    week: int
    week_minutes: int
    free_minutes: int


def given(commitment: Commitment, now: datetime, zone: str) -> Given:
    """A promise as it stands at a local moment."""
    at, by = state(commitment, now, zone), due(commitment) or ""
    local = by
    if len(by) > 10:
        local = there(datetime.fromisoformat(by), due_zone(commitment), zone).isoformat(timespec="minutes")
    since = commitment.steps[-1].at if commitment.steps else commitment.created
    if at in BROKEN:
        slips = [one.at for one in versions(commitment, now, zone) if one.outcome == "slipped"]
        since = slips[-1] if slips else since
    return Given(commitment, at, local, since)


def word(practice: Practice, now: datetime, zone: str = "") -> WordView:
    """The view of a moment."""
    everyone = [given(one, now, zone) for one in practice.commitments.values()]
    repair = [one for one in everyone if one.state in (*BROKEN, "repaired")]
    standing = [one for one in everyone if one.state in ("promised", "answering")]
    since = (now - timedelta(days=LATELY)).isoformat()
    kept = [one for one in everyone if one.state in ("kept", "accepted", "closed") and one.since >= since]
    return WordView(
        tuple(sorted(repair, key=lambda one: (one.state == "repaired", one.since))),
        tuple(sorted((one for one in everyone if one.state in ("asked", "countered")), key=lambda one: one.since)),
        tuple(sorted((one for one in standing if version(one.commitment) < 2), key=_soonest)),
        tuple(sorted((one for one in standing if version(one.commitment) > 1), key=_soonest)),
        tuple(sorted(kept, key=lambda one: one.since, reverse=True)),
        sum(one.since[:7] == f"{now:%Y-%m}" for one in kept),
    )


def due_today(practice: Practice, now: datetime, zone: str = "") -> tuple[Given, ...]:
    """What is promised for today, by the hour; in the time of here."""
    today = now.date().isoformat()
    near = (one for one in practice.commitments.values() if abs(_days(due(one), now)) < 2)
    found = (given(one, now, zone) for one in near)
    return tuple(
        sorted((one for one in found if one.state in ("promised", "answering") and one.due[:10] == today), key=_soonest)
    )


def need_repair(practice: Practice, now: datetime, zone: str = "") -> int:
    """How many promises have slipped and are not put right yet."""
    return sum(state(one, now, zone) in BROKEN for one in practice.commitments.values())


def need_said(number: int) -> str:
    """That so many promises need repair: "Two promises need repair"."""
    return f"{NUMBERS[number] if number < 11 else number} {'promise needs' if number == 1 else 'promises need'} repair"


def _days(due: str | None, now: datetime) -> int:
    return (date.fromisoformat(due[:10]) - now.date()).days if due else 99


def _soonest(one: Given) -> tuple[str, str]:
    return (one.due if len(one.due) > 10 else f"{one.due}T24", one.commitment.created)


def figures(practice: Practice, now: datetime, zone: str = "") -> Figures:
    """What is counted; it reads sixteen months of the archive."""
    parts = practice.recent("commitments", now.isoformat(), MONTHS_BACK)
    everyone = [one for part in parts for one in part if isinstance(one, Commitment)]
    told = counting.told(everyone, now, zone)
    view = word(practice, now, zone)
    week = [one for one in view.promised if one.due[:10] <= week_of(practice, now.date())[1].isoformat()]
    return Figures(
        counting.measures(told, now, QUARTER, zone),
        counting.measures(told, now, YEAR, zone),
        counting.measures(told, now - timedelta(days=YEAR), QUARTER, zone),
        tuple(counting.months(told, now)),
        counting.ages((one.since for one in view.repair if one.state in BROKEN), now),
        len(week),
        sum(one.commitment.estimate or 0 for one in week),
        free_minutes(practice, now),
    )


def free_minutes(practice: Practice, now: datetime) -> int:
    """Minutes of office time left until the week is over, less what tasks and events due on those days are said to
    take; an event that does not say takes an hour."""
    open_hours, free = hours.of(practice), 0
    for number in range((week_of(practice, now.date())[1] - now.date()).days + 1):
        day = now.date() + timedelta(days=number)
        gone = now.hour * 60 + now.minute if number == 0 else 0
        free += sum(max(0, _minute(closes) - max(_minute(opens), gone)) for opens, closes in open_hours.spans(day))
        free -= sum(_takes(entry.kind, entry.estimate) for entry in practice.due_on(day.isoformat()) if entry.open)
    return max(0, free)


def _takes(kind: str, estimate: int | None) -> int:
    return estimate or (60 if kind == "event" else 0)


def _minute(hhmm: str) -> int:
    return int(hhmm[:2]) * 60 + int(hhmm[3:5])


def stands(one: Given, now: datetime) -> str:
    """How a promise stands, as a fact beside it."""
    if one.state in ("promised", "answering"):
        return f"{'answer ' if one.state == 'answering' else ''}by {when.say(one.due, now)}"
    if one.state in BROKEN:
        step = {"slipped": "", "said": ", said", "sorry": ", sorry said", "planned": ", planned"}[one.state]
        return f"slipped {when.say(one.since[: 16 if len(one.due) > 10 else 10], now)}{step}"
    return f"{one.state} {when.say(one.since[:10], now)}"


def of_entry(practice: Practice, id: str, old: bool = False) -> list[Commitment]:
    """The promises given on an entry, the one given last first; those in the archive too when `old`."""
    parts = practice.everything("commitments") if old else iter([[*practice.commitments.values()]])
    found = [one for part in parts for one in part if isinstance(one, Commitment) and one.entry == id]
    return sorted(found, key=lambda one: one.created, reverse=True)


def repairs_of(practice: Practice, commitment: Commitment) -> Iterable[Commitment]:
    """The promises to put one right."""
    return (one for one in practice.commitments.values() if one.repairs == commitment.id)
