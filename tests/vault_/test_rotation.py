"""Which backups stay: of each of the last seven days, five weeks and twelve months that have one, the newest."""

from __future__ import annotations

from datetime import datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from data.rotation import DAYS, MONTHS, WEEKS, made, name_for, surplus

START = datetime(2026, 1, 1, 9)


def name(at: datetime, why: str = "") -> str:
    """A backup's name."""
    return name_for(at.isoformat(), why) + ".organizer"


def after(days: int) -> set[str]:
    """What is left when a backup was made on each of so many days, and the rotation ran after each."""
    held: set[str] = set()
    for day in range(days):
        newest = name(START + timedelta(days=day))
        held.add(newest)
        held -= set(surplus(held, newest))
    return held


def test_two_years_of_days() -> None:
    held = sorted(after(730), reverse=True)
    last = START + timedelta(days=729)
    assert held[:DAYS] == [name(last - timedelta(days=day)) for day in range(DAYS)]
    months = {one[:7] for one in held}
    assert len(months) == MONTHS
    weeks = {f"{at:%G-%V}" for at in map(made, held) if at and at > last - timedelta(days=7 * WEEKS)}
    assert len(weeks) >= WEEKS
    assert len(held) <= DAYS + WEEKS + MONTHS


@settings(max_examples=150)
@given(st.lists(st.integers(0, 900 * 24 * 60), min_size=1, max_size=60), st.data())
def test_what_stays(minutes: list[int], data: st.DataObject) -> None:
    names = {name(START + timedelta(minutes=minute)) for minute in minutes}
    newest = data.draw(st.sampled_from(sorted(names)))
    gone = surplus(names, newest)
    kept = names - set(gone)
    assert newest in kept
    assert max(names) in kept
    assert {one for one in names if one[:10] == newest[:10]} <= kept
    days = sorted({one[:10] for one in names}, reverse=True)
    for day in days[:DAYS]:
        assert max(one for one in names if one[:10] == day) in kept
    for month in sorted({one[:7] for one in names}, reverse=True)[:MONTHS]:
        assert max(one for one in names if one[:7] == month) in kept
    assert surplus(kept, newest) == [], "it is done at once"


def test_names_of_ones_own_are_no_business_of_it() -> None:
    old = name(START - timedelta(days=3000))
    own = ["practice.organizer", "before-the-move.organizer", "2019-01-01.organizer", "2019-13-41T0900.organizer"]
    many = [name(START + timedelta(days=31 * month)) for month in range(MONTHS + 1)]
    gone = surplus([old, *own, *many], many[-1])
    assert old in gone
    assert not set(own) & set(gone)


def test_what_was_made_before_a_restore_stays_for_its_days() -> None:
    first = START.replace(hour=8)
    before = name(first, "restore")
    later = [name(first + timedelta(hours=hour)) for hour in (1, 2)]
    assert made(before) == first
    assert before not in surplus([before, *later], later[-1])
    days = [name(first + timedelta(days=day)) for day in range(1, 40)]
    assert before in surplus([before, *later, *days], days[-1])


def test_of_several_in_one_minute_the_last_is_the_newest() -> None:
    day = START - timedelta(days=1)
    first = name(day)
    second, tenth = first.replace(".", "-2."), first.replace(".", "-10.")
    today = name(START)
    assert surplus([first, second, tenth, today], today) == [second, first]
