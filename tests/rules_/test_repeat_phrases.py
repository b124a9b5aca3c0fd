"""How people say that something comes back: what is read, what is left alone, what is left of the line."""

from __future__ import annotations

from datetime import date, datetime
from itertools import islice

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from organizer import repeat as repeats
from organizer import when
from organizer.records import Repeat
from tests.counting import calls

WED = datetime(2026, 3, 4, 10, 0)


def rows(table: str) -> list[tuple[str, ...]]:
    """Lines of cells between "|"."""
    return [tuple(cell.strip() for cell in line.split("|")) for line in table.strip().split("\n")]


def first_days(rule: str, first: str, count: int = 24) -> list[datetime]:
    """The first occurrences of a rule, counted out by dateutil from its first one."""
    return list(islice(rrulestr(rule, dtstart=datetime.fromisoformat(first)), count))


# From the shared table of phrases: each with its rule and first occurrence ("-": not told), on Wednesday,
# March 4, 2026 at 10:00 unless another moment stands behind it.
TABLE = rows("""
daily at 9am | FREQ=DAILY | 2026-03-05T09:00
every weekday | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR | 2026-03-04
every weekday at 5:30pm except holidays | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR | 2026-03-04T17:30
every friday | FREQ=WEEKLY;BYDAY=FR | 2026-03-06
every wed | FREQ=WEEKLY;BYDAY=WE | 2026-03-04
every second monday | FREQ=WEEKLY;INTERVAL=2;BYDAY=MO | 2026-03-09
every monday for 6 weeks | FREQ=WEEKLY;BYDAY=MO;COUNT=6 | 2026-03-09
every friday until may 1 | FREQ=WEEKLY;BYDAY=FR;UNTIL=20260501 | 2026-03-06
monthly on the 15th | FREQ=MONTHLY;BYMONTHDAY=15 | 2026-03-15
every 1st of the month | FREQ=MONTHLY;BYMONTHDAY=1 | 2026-04-01
third thursday of each month at 6pm | FREQ=MONTHLY;BYDAY=3TH | 2026-03-19T18:00
every 2nd and 4th tuesday | FREQ=MONTHLY;BYDAY=2TU,4TU | 2026-03-10
every 3 months | FREQ=MONTHLY;INTERVAL=3 | -
every 2 years on sept 30 | FREQ=YEARLY;INTERVAL=2;BYMONTH=9;BYMONTHDAY=30 | 2026-09-30
every april 15, june 15, sept 15 and jan 15 | FREQ=YEARLY;BYMONTH=1,4,6,9;BYMONTHDAY=15 | 2026-04-15
every 90 days after completion | FREQ=DAILY;INTERVAL=90 | -
every friday at 5pm | FREQ=WEEKLY;BYDAY=FR | 2026-03-13T17:00 | 2026-03-06T18:00
""")

# Own ones, written before the grammar was.
OWN = rows("""
every day | FREQ=DAILY | 2026-03-04
daily | FREQ=DAILY | 2026-03-04
every day at noon | FREQ=DAILY | 2026-03-04T12:00
every morning | FREQ=DAILY | 2026-03-05T09:00
every evening at 7 | FREQ=DAILY | 2026-03-04T19:00
at 8:15am daily | FREQ=DAILY | 2026-03-05T08:15
every other day | FREQ=DAILY;INTERVAL=2 | 2026-03-04
every 3 days | FREQ=DAILY;INTERVAL=3 | 2026-03-04
every third day | FREQ=DAILY;INTERVAL=3 | 2026-03-04
Every Business Day | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR | 2026-03-04
weekdays at 8 | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR | 2026-03-05T08:00
every day except sunday | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA | 2026-03-04
weekly | FREQ=WEEKLY | 2026-03-04
every week | FREQ=WEEKLY | 2026-03-04
once a week | FREQ=WEEKLY | 2026-03-04
weekly on friday | FREQ=WEEKLY;BYDAY=FR | 2026-03-06
every week on tuesday and thursday | FREQ=WEEKLY;BYDAY=TU,TH | 2026-03-05
every mon and thu | FREQ=WEEKLY;BYDAY=MO,TH | 2026-03-05
every mon, wed & fri at 8am | FREQ=WEEKLY;BYDAY=MO,WE,FR | 2026-03-06T08:00
every mon/wed/fri at 5 | FREQ=WEEKLY;BYDAY=MO,WE,FR | 2026-03-04T17:00
every monday through thursday | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH | 2026-03-04
on mondays | FREQ=WEEKLY;BYDAY=MO | 2026-03-09
mondays at 5 | FREQ=WEEKLY;BYDAY=MO | 2026-03-09T17:00
mondays and wednesdays at 4:30pm | FREQ=WEEKLY;BYDAY=MO,WE | 2026-03-04T16:30
every 2 weeks on tuesday | FREQ=WEEKLY;INTERVAL=2;BYDAY=TU | 2026-03-10
every two weeks on tuesday and thursday | FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH | 2026-03-05
every other friday at 3pm | FREQ=WEEKLY;INTERVAL=2;BYDAY=FR | 2026-03-06T15:00
every other week on friday | FREQ=WEEKLY;INTERVAL=2;BYDAY=FR | 2026-03-06
biweekly on monday | FREQ=WEEKLY;INTERVAL=2;BYDAY=MO | 2026-03-09
every couple of weeks on tuesday | FREQ=WEEKLY;INTERVAL=2;BYDAY=TU | 2026-03-10
alternate fridays | FREQ=WEEKLY;INTERVAL=2;BYDAY=FR | 2026-03-06
every friday starting april 3 | FREQ=WEEKLY;BYDAY=FR | 2026-04-03
every 2 weeks starting monday | FREQ=WEEKLY;INTERVAL=2 | 2026-03-09
every tuesday at 2pm starting next month | FREQ=WEEKLY;BYDAY=TU | 2026-04-07T14:00
every friday at 4pm 10 times | FREQ=WEEKLY;BYDAY=FR;COUNT=10 | 2026-03-06T16:00
every day for 2 weeks | FREQ=DAILY;COUNT=14 | 2026-03-04
every monday for three months | FREQ=WEEKLY;BYDAY=MO;COUNT=14 | 2026-03-09
every friday until the end of the year | FREQ=WEEKLY;BYDAY=FR;UNTIL=20261231 | 2026-03-06
monthly | FREQ=MONTHLY | 2026-03-04
every month on the 1st | FREQ=MONTHLY;BYMONTHDAY=1 | 2026-04-01
on the 1st of every month | FREQ=MONTHLY;BYMONTHDAY=1 | 2026-04-01
the 20th of each month at 10am | FREQ=MONTHLY;BYMONTHDAY=20 | 2026-03-20T10:00
every 15th | FREQ=MONTHLY;BYMONTHDAY=15 | 2026-03-15
every 1st and 15th | FREQ=MONTHLY;BYMONTHDAY=1,15 | 2026-03-15
twice a month | FREQ=MONTHLY;BYMONTHDAY=1,15 | 2026-03-15
every month on the last day | FREQ=MONTHLY;BYMONTHDAY=-1 | 2026-03-31
the last day of every month | FREQ=MONTHLY;BYMONTHDAY=-1 | 2026-03-31
end of every month | FREQ=MONTHLY;BYMONTHDAY=-1 | 2026-03-31
monthly on the 31st | FREQ=MONTHLY;BYMONTHDAY=-1 | 2026-03-31
every 30th | FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1 | 2026-03-30
monthly on the last business day | FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1 | 2026-03-31
every last business day of the month | FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1 | 2026-03-31
first business day of every month at 9 | FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1 | 2026-04-01T09:00
First Monday monthly | FREQ=MONTHLY;BYDAY=1MO | 2026-04-06
the second monday of every month | FREQ=MONTHLY;BYDAY=2MO | 2026-03-09
every last friday of the month at 4 | FREQ=MONTHLY;BYDAY=-1FR | 2026-03-27T16:00
monthly on the first monday | FREQ=MONTHLY;BYDAY=1MO | 2026-04-06
every other month on the 10th | FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=10 | 2026-03-10
every 6 months on the 1st | FREQ=MONTHLY;INTERVAL=6;BYMONTHDAY=1 | 2026-04-01
quarterly | FREQ=MONTHLY;INTERVAL=3 | 2026-03-04
every quarter | FREQ=MONTHLY;INTERVAL=3 | 2026-03-04
last day of every quarter | FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1 | 2026-03-31
twice a year | FREQ=MONTHLY;INTERVAL=6 | 2026-03-04
yearly | FREQ=YEARLY | 2026-03-04
annually on june 1 | FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=1 | 2026-06-01
once a year on june 1 | FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=1 | 2026-06-01
every year in february | FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=1 | 2027-02-01
every january and july | FREQ=YEARLY;BYMONTH=1,7;BYMONTHDAY=1 | 2026-07-01
april 15 every year | FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=15 | 2026-04-15
every 15th of april | FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=15 | 2026-04-15
every april 15 and october 1 | FREQ=YEARLY;BYMONTH=4,10;BYMONTHDAY=1,15;BYSETPOS=2,3 | 2026-04-15
every first monday of september | FREQ=YEARLY;BYMONTH=9;BYDAY=1MO | 2026-09-07
every feb 29 | FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1 | 2027-02-28
every 3 years | FREQ=YEARLY;INTERVAL=3 | 2026-03-04
every 120 days after done | FREQ=DAILY;INTERVAL=120 | 2026-03-04
every 2 weeks after it is done | FREQ=WEEKLY;INTERVAL=2 | 2026-03-04
monthly after completion | FREQ=MONTHLY | 2026-03-04
every month | FREQ=MONTHLY;BYMONTHDAY=-1 | 2026-01-31 | 2026-01-31T08:00
monthly | FREQ=MONTHLY;BYMONTHDAY=28,29;BYSETPOS=-1 | 2028-02-29 | 2028-02-29T08:00
on weekdays at 9 | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR | 2026-03-05T09:00
every night at 9 | FREQ=DAILY | 2026-03-04T21:00
every weekend | FREQ=WEEKLY;BYDAY=SA | 2026-03-07
noon on fridays | FREQ=WEEKLY;BYDAY=FR | 2026-03-06T12:00
tue and thu every week | FREQ=WEEKLY;BYDAY=TU,TH | 2026-03-05
every monday starting march 16 for 4 weeks | FREQ=WEEKLY;BYDAY=MO;COUNT=4 | 2026-03-16
every friday through may | FREQ=WEEKLY;BYDAY=FR;UNTIL=20260531 | 2026-03-06
weekdays until june | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;UNTIL=20260531 | 2026-03-04
twice a year in january and july | FREQ=YEARLY;BYMONTH=1,7;BYMONTHDAY=1 | 2026-07-01
last day of the month every month | FREQ=MONTHLY;BYMONTHDAY=-1 | 2026-03-31
every 15th and last day of the month | FREQ=MONTHLY;BYMONTHDAY=15,-1 | 2026-03-15
every thursday at 6 until the end of june | FREQ=WEEKLY;BYDAY=TH;UNTIL=20260630T235959 | 2026-03-05T18:00
daily at 2:30am | FREQ=DAILY | 2026-03-08T02:30 | 2026-03-07T10:00
""")

# The line, what is left of it, the rule, the first occurrence.
LINES = rows("""
submit claims every friday 4pm | submit claims | FREQ=WEEKLY;BYDAY=FR | 2026-03-06T16:00
CAQH re-attestation every 120 days after done | CAQH re-attestation | FREQ=DAILY;INTERVAL=120 | 2026-03-04
review the waitlist every other monday | review the waitlist | FREQ=WEEKLY;INTERVAL=2;BYDAY=MO | 2026-03-09
confirm next week's diary every friday at noon | confirm next week's diary | FREQ=WEEKLY;BYDAY=FR | 2026-03-06T12:00
back up the laptop every month on the 1st | back up the laptop | FREQ=MONTHLY;BYMONTHDAY=1 | 2026-04-01
test-restore a backup quarterly | test-restore a backup | FREQ=MONTHLY;INTERVAL=3 | 2026-03-04
HIPAA security risk analysis every year in february | HIPAA security risk analysis \
 | FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=1 | 2027-02-01
pay rent on the 1st of every month | pay rent | FREQ=MONTHLY;BYMONTHDAY=1 | 2026-04-01
every friday submit claims | submit claims | FREQ=WEEKLY;BYDAY=FR | 2026-03-06
weekly: sweep unsigned notes | sweep unsigned notes | FREQ=WEEKLY | 2026-03-04
every monday at 9 check the voicemail | check the voicemail | FREQ=WEEKLY;BYDAY=MO | 2026-03-09T09:00
Reconcile the bank monthly on the last business day. | Reconcile the bank \
 | FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1 | 2026-03-31
supervision hours signed - every thursday | supervision hours signed | FREQ=WEEKLY;BYDAY=TH | 2026-03-05
file the annual report yearly on may 1 | file the annual report | FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=1 | 2026-05-01
water the plants on mondays | water the plants | FREQ=WEEKLY;BYDAY=MO | 2026-03-09
read the daily mail pile every weekday | read the daily mail pile | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR | 2026-03-04
""")

NOTHING = """
order a weekly planner
monthly report template
Friday group notes
the daily mail pile
write notes for every friday
not every friday is free
every friday is a long day
every client gets a reply
call each payer once
each month's total
think about every monday
the newsletter is weekly
cancel the quarterly
compare monthly and yearly
a month of Sundays
I hate mondays
notes from every monday
weekly or monthly statements
the second monday
the 1st and 15th
third thursday of the month
read Every Day Ethics
every
each
every other
every 0 days
every 32nd
every feb 30
every 15 minutes
every hour
every friday at 25:00
every 90 days after lunch
monthly on friday the
every friday and
twice
twice a week about the bill
until friday
10 times
for 6 weeks
starting monday
after done
except holidays
every one of the forms
everyday carry
once upon a time
once
every full moon
every so often
third thursday of the month at 6
call the weekly
daily bread
annual report
weekly, with Ana
tomorrow
friday
""".strip().split("\n")


@pytest.mark.parametrize("row", [*TABLE, *OWN], ids=lambda row: row[0])
def test_a_phrase_is_read_as_a_whole(row: tuple[str, ...]) -> None:
    phrase, rule, first = row[:3]
    now = datetime.fromisoformat(row[3]) if len(row) > 3 else WED
    found = when.find_repeat(phrase, now)
    assert found is not None
    assert (found.start, found.end) == (0, len(phrase))
    if first != "-":
        assert found.due == first
    assert found.repeat.anchor == found.due
    assert first_days(found.repeat.rule, found.due) == first_days(rule, found.due)
    assert found.repeat.except_holidays is ("holidays" in phrase)
    assert found.repeat.after_completion is ("done" in phrase or "completion" in phrase)
    assert when.read_repeat(phrase, now) == found.repeat
    if not found.repeat.after_completion and not found.repeat.except_holidays:
        shown = repeats.upcoming(found.repeat, found.due, 24)
        assert [datetime.fromisoformat(due) for due in shown] == first_days(rule, found.due)
    assert repeats.explain(found.repeat)


@pytest.mark.parametrize(("line", "title", "rule", "first"), LINES)
def test_a_line_gives_up_its_rule(line: str, title: str, rule: str, first: str) -> None:
    found = when.find_repeat(line, WED)
    assert found is not None
    assert (line[: found.start] + line[found.end :]).strip() == title
    assert (found.due, first_days(found.repeat.rule, first)) == (first, first_days(rule, first))


@pytest.mark.parametrize("line", NOTHING)
def test_a_line_that_only_speaks_of_it_keeps_its_words(line: str) -> None:
    assert when.find_repeat(line, WED) is None


def test_a_field_of_its_own_takes_more() -> None:
    quarters = when.read_repeat("April 15, June 15, September 15 and January 15", WED)
    assert quarters == Repeat(dates=("04-15", "06-15", "09-15", "01-15"), anchor="2026-04-15")
    assert when.read_repeat("2026-06-15, 2026-03-16", WED) == Repeat(
        dates=("2026-03-16", "2026-06-15"), anchor="2026-03-16"
    )
    assert when.read_repeat("14 days after the last session", WED) == Repeat(event="the last session", offset=14)
    assert when.read_repeat("3 business days after booking", WED) == Repeat(event="booking", offset=3, business=True)
    assert when.read_repeat("the same day as the session", WED) == Repeat(event="the session")
    assert when.read_repeat("90 days after done", WED) == when.read_repeat("every 90 days after done", WED)
    assert when.find_repeat("90 days after done", WED) is None
    assert when.read_repeat("every friday please", WED) is None
    assert when.find_repeat("april 15, june 15", WED) is None
    moved = when.find_repeat("every april 15 or the next business day", datetime(2028, 1, 3, 9))
    assert moved is not None
    assert (moved.due, moved.repeat.anchor, moved.repeat.shift) == ("2028-04-17", "2028-04-15", "next-business-day")


def test_until_takes_in_the_last_day_with_its_time() -> None:
    found = when.find_repeat("every friday at 5pm until may 1", WED)
    assert found is not None
    assert first_days(found.repeat.rule, found.due)[-1] == datetime(2026, 5, 1, 17)


PIECES = (
    "every each daily weekly monthly 2 2nd second other last friday fridays mon/wed day days week month quarter year "
    "of the on in at 4pm noon 1st 15th 31st feb 29 30 april and , until for 6 weeks times starting after done except "
    "holidays business call - : 99999 0 \ud800 \x00 ٣ 🎉 every! once twice a"
).split(" ")
NOISE = st.lists(st.sampled_from(PIECES), max_size=20).map(" ".join) | st.text(max_size=40)


@given(NOISE, st.datetimes(datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59)))
@settings(max_examples=400, deadline=None)
def test_no_text_is_too_odd(text: str, now: datetime) -> None:
    found = when.find_repeat(text, now)
    when.read_repeat(text, now)
    if found is not None:
        assert 0 <= found.start < found.end <= len(text)
        assert datetime.fromisoformat(found.due) >= datetime(now.year, now.month, now.day)
        assert repeats.explain(found.repeat)
        assert len(repeats.upcoming(found.repeat, found.due)) <= 5
        assert date.fromisoformat(found.repeat.anchor[:10])


LONG = (
    "every ", "every 2 and ", "every friday ", "on the 1st of every month ", "weekly monday ", "mon, tue and ",
    "every 2nd and 4th tuesday of the month at 4pm until may 1 ", "every mon at 4 in the morning ", "x" * 9999,
)  # fmt: skip


@pytest.mark.parametrize("piece", LONG)
def test_long_lines_are_read_without_much_ado(piece: str) -> None:
    text = (piece * 5000)[:9_990] + " every friday"
    assert calls(lambda: when.find_repeat(text, WED)) < 12_000
