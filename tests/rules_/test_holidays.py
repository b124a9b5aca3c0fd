"""Federal holidays and business days, against the calendars that were published for these years."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from organizer.holidays import add_business_days, is_business_day, is_holiday, next_business_day

# The days off work that the Office of Personnel Management lists.
KEPT = {
    2020: "01-01 01-20 02-17 05-25 07-03 09-07 10-12 11-11 11-26 12-25",
    2021: "01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31",
    2022: "01-17 02-21 05-30 06-20 07-04 09-05 10-10 11-11 11-24 12-26",
    2023: "01-02 01-16 02-20 05-29 06-19 07-04 09-04 10-09 11-10 11-23 12-25",
    2026: "01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25",
    2027: "01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31",
}


@pytest.mark.parametrize("year", KEPT)
def test_the_days_off_of_a_year(year: int) -> None:
    days = (date(year, 1, 1) + timedelta(number) for number in range(366))
    off = [day for day in days if day.year == year and day.weekday() < 5 and is_holiday(day)]
    assert [f"{day:%m-%d}" for day in off] == KEPT[year].split()
    assert not any(map(is_business_day, off))


def test_the_day_itself_is_a_holiday_too() -> None:
    assert is_holiday(date(2026, 7, 4))
    assert is_holiday(date(2022, 6, 19))
    assert not is_holiday(date(2020, 6, 19))  # before it was made one


def test_business_days_are_counted_over_weekends_and_holidays() -> None:
    assert next_business_day(date(2026, 7, 2)) == date(2026, 7, 2)
    assert next_business_day(date(2026, 7, 3)) == date(2026, 7, 6)
    assert add_business_days(date(2026, 7, 2), 1) == date(2026, 7, 6)
    assert add_business_days(date(2026, 7, 6), -1) == date(2026, 7, 2)
    assert add_business_days(date(2026, 12, 24), 5) == date(2027, 1, 4)
    assert add_business_days(date(2026, 7, 4), 0) == date(2026, 7, 6)


@given(st.dates(date(1900, 1, 1), date(2200, 1, 1)), st.integers(1, 40))
def test_there_and_back(day: date, count: int) -> None:
    there = add_business_days(day, count)
    assert is_business_day(there)
    assert add_business_days(add_business_days(there, -count), count) == there
    assert there - day >= timedelta(count)


def test_the_first_and_the_last_years_break_nothing() -> None:
    assert not is_holiday(date(1, 1, 2))
    assert is_holiday(date(9999, 12, 25))
