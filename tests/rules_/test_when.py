"""Dates in plain English: what is read, what is left alone, and how they are said back."""

from __future__ import annotations

import time
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from organizer import when

WED = datetime(2026, 3, 4, 10, 0)


def rows(table: str) -> list[tuple[str, str]]:
    """Lines of "phrase = expected"."""
    cut = (line.rpartition("=") for line in table.split("\n"))
    return [(left.strip(), right.strip()) for left, _, right in cut if left]


# Wednesday, March 4, 2026, 10:00.
PHRASES = rows("""
TODAY = 2026-03-04
3 days ago = 2026-03-01
sun = 2026-03-08
wed = 2026-03-11
Weds = 2026-03-11
this sunday = 2026-03-08
next mon = 2026-03-09
a week from today = 2026-03-11
next week = 2026-03-09
eoq = 2026-03-31
end of next month = 2026-04-30
last business day of the month = 2026-03-31
first monday of april = 2026-04-06
in 10 days = 2026-03-14
in 45 min = 2026-03-04T10:45
+2w = 2026-03-18
2 weeks from now = 2026-03-18
march 10th = 2026-03-10
March 10, 2027 = 2027-03-10
mar 4 = 2026-03-04
3/10/26 = 2026-03-10
2026-03-10 = 2026-03-10
2026-03-10T16:30 = 2026-03-10T16:30
by 3/10 = 2026-03-10
4pm = 2026-03-04T16:00
9am = 2026-03-05T09:00
16:30 = 2026-03-04T16:30
5:30pm = 2026-03-04T17:30
at 5 = 2026-03-04T17:00
tomorrow 4pm = 2026-03-05T16:00
mar 10 at 2:45pm = 2026-03-10T14:45
today = 2026-03-04
tomorrow = 2026-03-05
Tmrw = 2026-03-05
yesterday = 2026-03-03
day after tomorrow = 2026-03-06
the day after tomorrow = 2026-03-06
day before yesterday = 2026-03-02
friday = 2026-03-06
Fri = 2026-03-06
on friday = 2026-03-06
by Friday = 2026-03-06
tuesday = 2026-03-10
thurs = 2026-03-05
this friday = 2026-03-06
this monday = 2026-03-02
this wednesday = 2026-03-04
next friday = 2026-03-13
next wednesday = 2026-03-11
next sunday = 2026-03-15
coming friday = 2026-03-06
this coming friday = 2026-03-06
friday next week = 2026-03-13
next week friday = 2026-03-13
next week on tuesday = 2026-03-10
friday of next week = 2026-03-13
monday after next = 2026-03-16
next month = 2026-04-01
next year = 2027-01-01
next quarter = 2026-04-01
the week after next = 2026-03-16
month after next = 2026-05-01
start of next month = 2026-04-01
eow = 2026-03-06
EOM = 2026-03-31
eoy = 2026-12-31
eod = 2026-03-04
end of week = 2026-03-06
end of the week = 2026-03-06
end of next week = 2026-03-13
end of month = 2026-03-31
end of the month = 2026-03-31
by the end of this month = 2026-03-31
end of the quarter = 2026-03-31
end of next quarter = 2026-06-30
end of the year = 2026-12-31
end of next year = 2027-12-31
end of april = 2026-04-30
end of feb = 2027-02-28
end of february 2028 = 2028-02-29
by end of day = 2026-03-04
end of day friday = 2026-03-06
tomorrow eod = 2026-03-05
weekend = 2026-03-07
this weekend = 2026-03-07
next weekend = 2026-03-14
last day of the month = 2026-03-31
last day of february = 2027-02-28
first day of next month = 2026-04-01
first business day of next month = 2026-04-01
last friday of the month = 2026-03-27
the last friday in may = 2026-05-29
second tuesday of next month = 2026-04-14
first monday of the month = 2026-04-06
first monday of this month = 2026-03-02
3rd thursday of november = 2026-11-19
third thursday of november 2027 = 2027-11-18
first of the month = 2026-04-01
1st of next month = 2026-04-01
in 3 days = 2026-03-07
in a day = 2026-03-05
in one week = 2026-03-11
in a week = 2026-03-11
in 2 weeks = 2026-03-18
in two weeks = 2026-03-18
in a couple of weeks = 2026-03-18
in a fortnight = 2026-03-18
in a month = 2026-04-04
in 3 months = 2026-06-04
in a year = 2027-03-04
within 30 days = 2026-04-03
in 5 business days = 2026-03-11
3 business days from now = 2026-03-09
10 working days from today = 2026-03-18
+3d = 2026-03-07
+1mo = 2026-04-04
+1y = 2027-03-04
+ 3 days = 2026-03-07
+2h = 2026-03-04T12:00
+45min = 2026-03-04T10:45
in an hour = 2026-03-04T11:00
in half an hour = 2026-03-04T10:30
in 2 hours = 2026-03-04T12:00
in 1.5 hours = 2026-03-04T11:30
in 90 minutes = 2026-03-04T11:30
2 hours from now = 2026-03-04T12:00
in 20 hours = 2026-03-05T06:00
3 days from now = 2026-03-07
two weeks from tomorrow = 2026-03-19
a week from friday = 2026-03-13
2 weeks from monday = 2026-03-23
two days before june 1 = 2026-05-30
3 days after march 10 = 2026-03-13
2 weeks ago = 2026-02-18
a month ago = 2026-02-04
in 10 days at 4pm = 2026-03-14T16:00
march 10 = 2026-03-10
Mar. 10 = 2026-03-10
mar 3 = 2027-03-03
march 10 2027 = 2027-03-10
jan 15 = 2027-01-15
10 march = 2026-03-10
10th of march = 2026-03-10
the 10th of march = 2026-03-10
10 mar 2027 = 2027-03-10
april first = 2026-04-01
may 5 = 2026-05-05
sept 30 = 2026-09-30
feb 29 = 2028-02-29
the 15th = 2026-03-15
on the 4th = 2026-03-04
the 3rd = 2026-04-03
the 31st = 2026-03-31
15th of next month = 2026-04-15
3/10 = 2026-03-10
3/3 = 2027-03-03
03/10/2026 = 2026-03-10
12/31 = 2026-12-31
2026/3/10 = 2026-03-10
friday, march 6 = 2026-03-06
Fri 3/6 = 2026-03-06
Friday, March 6, 4:00 PM = 2026-03-06T16:00
Thursday, March 4, 2027, noon = 2027-03-04T12:00
friday the 6th = 2026-03-06
4:30 pm = 2026-03-04T16:30
4 p.m. = 2026-03-04T16:00
4.30pm = 2026-03-04T16:30
10am = 2026-03-05T10:00
10:01 = 2026-03-04T10:01
09:15 = 2026-03-05T09:15
noon = 2026-03-04T12:00
12pm = 2026-03-04T12:00
12am = 2026-03-05T00:00
midnight = 2026-03-05T00:00
at noon = 2026-03-04T12:00
by 3pm = 2026-03-04T15:00
before 5 = 2026-03-04T17:00
at 9 = 2026-03-05T09:00
at 12 = 2026-03-04T12:00
at 4:30 = 2026-03-04T16:30
2:30 = 2026-03-04T14:30
4 o'clock = 2026-03-04T16:00
half past 4 = 2026-03-04T16:30
quarter to 5 = 2026-03-04T16:45
8 in the evening = 2026-03-04T20:00
@ 4pm = 2026-03-04T16:00
4pm tomorrow = 2026-03-05T16:00
at 4pm on friday = 2026-03-06T16:00
noon tomorrow = 2026-03-05T12:00
tomorrow at noon = 2026-03-05T12:00
tomorrow by 3pm = 2026-03-05T15:00
by 3pm tomorrow = 2026-03-05T15:00
tomorrow 10 = 2026-03-05T10:00
fri at 3 = 2026-03-06T15:00
next tuesday 2:15pm = 2026-03-10T14:15
friday, 4pm = 2026-03-06T16:00
10:30am on march 12 = 2026-03-12T10:30
2026-03-10 16:30 = 2026-03-10T16:30
3/10 9am = 2026-03-10T09:00
the 15th at noon = 2026-03-15T12:00
tomorrow 2:30am = 2026-03-05T02:30
due tomorrow = 2026-03-05
due by friday = 2026-03-06
before dec 1 = 2026-12-01
tomorrow morning = 2026-03-05T09:00
tomorrow afternoon = 2026-03-05T14:00
tomorrow night = 2026-03-05T20:00
this evening = 2026-03-04T18:00
tonight = 2026-03-04T20:00
tonight at 8 = 2026-03-04T20:00
8pm tonight = 2026-03-04T20:00
friday morning at 8 = 2026-03-06T08:00
tomorrow evening at 7 = 2026-03-05T19:00
monday at 9 in the morning = 2026-03-09T09:00
this afternoon at 3 = 2026-03-04T15:00
""")

ELSEWHEN = [
    ("next month", "2026-12-31T09:00", "2027-01-01"),
    ("in 2 months", "2026-12-31T09:00", "2027-02-28"),
    ("tomorrow", "2026-12-31T09:00", "2027-01-01"),
    ("fri", "2026-12-31T09:00", "2027-01-01"),
    ("next week", "2026-12-31T09:00", "2027-01-04"),
    ("next quarter", "2026-12-31T09:00", "2027-01-01"),
    ("eoy", "2026-12-31T09:00", "2026-12-31"),
    ("jan 2", "2026-12-31T09:00", "2027-01-02"),
    ("8am", "2026-12-31T09:00", "2027-01-01T08:00"),
    ("next month", "2026-01-31T08:00", "2026-02-01"),
    ("in a month", "2026-01-31T08:00", "2026-02-28"),
    ("+1mo", "2028-01-31T08:00", "2028-02-29"),
    ("eom", "2026-01-31T08:00", "2026-01-31"),
    ("eow", "2026-01-31T08:00", "2026-02-06"),
    ("weekend", "2026-01-31T08:00", "2026-02-07"),
    ("this weekend", "2026-01-31T08:00", "2026-01-31"),
    ("the 30th", "2026-01-31T08:00", "2026-03-30"),
    ("in 5 business days", "2026-01-31T08:00", "2026-02-06"),
    ("last business day of the month", "2026-01-31T08:00", "2026-02-27"),
    ("next fri", "2026-03-08T09:00", "2026-03-13"),
    ("this fri", "2026-03-08T09:00", "2026-03-06"),
    ("mon", "2026-03-08T09:00", "2026-03-09"),
    ("sun", "2026-03-08T09:00", "2026-03-15"),
    ("tomorrow 4pm", "2026-03-08T09:00", "2026-03-09T16:00"),
    ("tomorrow 2:30am", "2026-03-07T10:00", "2026-03-08T02:30"),
    ("next fri", "2026-03-06T18:00", "2026-03-13"),
    ("fri", "2026-03-06T18:00", "2026-03-13"),
    ("this fri", "2026-03-06T18:00", "2026-03-06"),
    ("5pm", "2026-03-06T18:00", "2026-03-07T17:00"),
    ("in 3 business days", "2026-03-06T18:00", "2026-03-11"),
    ("last business day of the month", "2028-02-28T12:00", "2028-02-29"),
    ("tomorrow", "2028-02-28T12:00", "2028-02-29"),
    ("in a year", "2028-02-29T12:00", "2029-02-28"),
    ("feb 29", "2028-02-29T12:00", "2028-02-29"),
    ("mar 1", "2028-02-28T12:00", "2028-03-01"),
    ("in 2 days", "2028-02-28T12:00", "2028-03-01"),
]

# The phrase is taken out of the line; what stays is the title.
LINES = [
    ("pay rent tomorrow 4pm", "pay rent", "2026-03-05T16:00"),
    ("write march plan by fri", "write march plan", "2026-03-06"),
    ("form 1040 to CPA by 4/15", "form 1040 to CPA", "2026-04-15"),
    ("Call her back tomorrow.", "Call her back", "2026-03-05"),
    ("tomorrow call the payer", "call the payer", "2026-03-05"),
    ("on friday call the payer", "call the payer", "2026-03-06"),
    ("by friday: send the superbill", "send the superbill", "2026-03-06"),
    ("friday 4pm call the payer", "call the payer", "2026-03-06T16:00"),
    ("in 2 weeks check the CAQH profile", "check the CAQH profile", "2026-03-18"),
    ("tomorrow 10 superbills", "10 superbills", "2026-03-05"),
    ("next friday order toner", "order toner", "2026-03-13"),
    ("Monday: water the plants", "water the plants", "2026-03-09"),
    ("call every client tomorrow", "call every client", "2026-03-05"),
    ("finish the weekly notes friday", "finish the weekly notes", "2026-03-06"),
    ("send CPT 90837 audit reply in 5 business days", "send CPT 90837 audit reply", "2026-03-11"),
    ("session 3 of 12 outline by tuesday", "session 3 of 12 outline", "2026-03-10"),
    ("call May friday", "call May", "2026-03-06"),
    ("back up the laptop at 5", "back up the laptop", "2026-03-04T17:00"),
    ("supervision 16:30", "supervision", "2026-03-04T16:30"),
    ("raise the fee by 10 tomorrow", "raise the fee by 10", "2026-03-05"),
    ("library book due friday", "library book", "2026-03-06"),
    ("call the payer - friday", "call the payer", "2026-03-06"),
    ("quarterly taxes before april 15", "quarterly taxes", "2026-04-15"),
    ("renew the license by the end of the month", "renew the license", "2026-03-31"),
]

DATE_FREE = """
March plan
CPT 90837 audit
may need a new chair
dec page of insurance
session 3 of 12 outline
order a weekly planner
ratio 1:2 for supervision
sep 31
13pm
form 1040
meet in room 5
meet in room 5 about the copier
call May about the lease
May called about March rent
50% of the intake packet is photocopies: simplify
note the 4:15 said the waiting room feels dark
Thursday group notes template
Friday folder is missing
sun shade for the window
sat down with the biller
read the grief article I sat with last spring
notes from Tuesday
agenda for friday
move Heron 7 to friday
look up the march madness schedule
prepare for Black Friday
the sun
ratio 1:20
rate pain 7/10
update form 4a
session 3/10
increase the rate by 5
group meets mon and wed
cover mon - fri
hours 2 - 4pm
closed from noon to 2pm
the deadline is friday
a second opinion
second monitor for the desk
order 3 march calendars
version 2.10
chapter 12
suite 4:30
next of kin form
next steps for the website
this is a test
in good time
at last
by hand
on hold
due diligence
today and tomorrow the office is closed
week 3 reading
one day at a time
call 555 0142
fax 2026 forms
feb 30
april 31
2026-13-01
2026-02-30
25:00
12:60
0am
4:75pm
friday, march 7
13/45
the 32nd
the 2st
in 99999999999999999999 days
in 9999 years
submit claims every friday 4pm
review the waitlist every other monday
pay rent on the 1st of every month
test-restore a backup quarterly
CAQH re-attestation every 120 days after done
HIPAA security risk analysis every year in february
confirm next week's diary every friday at noon
daily at 9am
every weekday at 5:30pm except holidays
every 1st of the month
third thursday of each month at 6pm
every 2nd and 4th tuesday
every 2 years on sept 30
every april 15, june 15, sept 15 and jan 15
monthly on the 15th
every monday for 6 weeks
every friday until may 1
mondays at 5
back up weekly on friday
every 2 weeks starting friday
clean out the supply closet someday
""".strip().split("\n")


@pytest.mark.parametrize(("phrase", "due"), PHRASES)
def test_phrases(phrase: str, due: str) -> None:
    assert when.read_all(phrase, WED) == due
    assert when.find(phrase, WED) == when.Reading(due, 0, len(phrase))


@pytest.mark.parametrize(("phrase", "now", "due"), ELSEWHEN)
def test_ends_of_months_and_years(phrase: str, now: str, due: str) -> None:
    assert when.read_all(phrase, datetime.fromisoformat(now)) == due


@pytest.mark.parametrize(("line", "title", "due"), LINES)
def test_lines_give_up_their_date(line: str, title: str, due: str) -> None:
    found = when.find(line, WED)
    assert found is not None
    assert found.due == due
    assert (line[: found.start] + line[found.end :]).strip() == title


@pytest.mark.parametrize("line", DATE_FREE)
def test_lines_without_a_date_keep_their_words(line: str) -> None:
    assert when.find(line, WED) is None


def test_day_first() -> None:
    assert when.read_all("3/10", WED, day_first=True) == "2026-10-03"
    assert when.read_all("15/4", WED, day_first=True) == "2026-04-15"
    assert when.read_all("4/15", WED, day_first=True) is None
    assert when.find("pay rent 15/4", WED, day_first=True) == when.Reading("2026-04-15", 9, 13)


def test_places_count_characters_of_the_text_as_given() -> None:
    text = "\u2003☂ call\tback  tomorrow 4pm \n"
    found = when.find(text, WED)
    assert found is not None
    assert text[found.start : found.end] == "tomorrow 4pm"
    long = "word " * 5000 + "tomorrow 4pm"
    found = when.find(long, WED)
    assert found is not None
    assert long[found.start : found.end] == "tomorrow 4pm"
    found = when.find("tomorrow " + "word " * 5000, WED)
    assert found == when.Reading("2026-03-05", 0, 8)


SAID = [
    # due, short, long
    ("2026-03-04", "today", "Wednesday, March 4"),
    ("2026-03-04T16:00", "4:00 PM", "Wednesday, March 4, 4:00 PM"),
    ("2026-03-04T12:00", "noon", "Wednesday, March 4, noon"),
    ("2026-03-05", "tomorrow", "Thursday, March 5"),
    ("2026-03-05T00:05", "tomorrow 12:05 AM", "Thursday, March 5, 12:05 AM"),
    ("2026-03-06", "Fri", "Friday, March 6"),
    ("2026-03-10T09:30", "Tue 9:30 AM", "Tuesday, March 10, 9:30 AM"),
    ("2026-03-11", "March 11", "Wednesday, March 11"),
    ("2026-06-30T12:30", "June 30, 12:30 PM", "Tuesday, June 30, 12:30 PM"),
    ("2027-06-30", "June 30, 2027", "Wednesday, June 30, 2027"),
    ("2026-03-03", "yesterday", "Tuesday, March 3"),
    ("2026-03-02", "Mon", "Monday, March 2"),
    ("2026-02-25", "February 25", "Wednesday, February 25"),
    ("2025-12-31", "December 31, 2025", "Wednesday, December 31, 2025"),
    ("some day", "some day", "some day"),
]


@pytest.mark.parametrize(("due", "short", "long"), SAID)
def test_dates_are_said_as_people_say_them(due: str, short: str, long: str) -> None:
    assert when.say(due, WED) == short
    assert when.say(due, WED, long=True) == long


def test_times_and_distances_are_said() -> None:
    assert [when.say_time(text) for text in ("16:00", "12:00", "2026-03-04T00:00", "09:05", "2026-03-04", "?")] == [
        "4:00 PM", "noon", "12:00 AM", "9:05 AM", "", "",
    ]  # fmt: skip
    assert when.since("2026-03-02", WED) == "since Mon"
    assert when.since("2026-03-03T16:00", WED) == "since Tue"
    assert when.since("2026-02-26", WED) == "since Thu"
    assert when.since("2026-02-02", WED) == "since February 2"
    assert when.since("2025-06-02T10:00", WED) == "since June 2, 2025"
    assert when.since("2026-03-04T09:00", WED) == "since 9:00 AM"
    dues = ("2026-03-04", "2026-03-05T09:00", "2026-03-12", "2026-03-03", "2026-03-02")
    assert [when.until(due, WED) for due in dues] == ["today", "tomorrow", "in 8 days", "yesterday", "2 days ago"]


@given(st.datetimes(datetime(1950, 1, 1), datetime(2900, 1, 1)), st.integers(-3000, 3000), st.integers(0, 1439))
@settings(max_examples=300, deadline=None)
def test_what_is_said_at_length_reads_back(now: datetime, days: int, minute: int) -> None:
    moment = datetime(now.year, now.month, now.day) + timedelta(days, minutes=minute)
    for due in (moment.date().isoformat(), moment.isoformat(timespec="minutes")):
        said = when.say(due, now, long=True)
        back = when.read_all(said, now)
        if moment.year != now.year or moment.date() >= now.date():
            assert back == due, said
        if moment.date() > now.date():
            assert when.read_all(when.say(due, now), now) == due


PIECES = (
    "every friday 4pm next this of month the 1st last by in 10 days a week from tomorrow at noon mar 31 feb 29 2027 "
    "2026-03-10 3/10 13/45 +2w + - -> ago business end eom 99999 9999 0 years : , . \ud800 \x00 ٣ ٣/٤ مرحبا 🎉 é '"
).split(" ")
NOISE = st.one_of(
    st.text(max_size=60),
    st.lists(st.sampled_from(PIECES), max_size=16).map(" ".join),
    st.text("0123456789/:-+ amp", max_size=20),
)


@given(NOISE, st.datetimes(datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59)), st.booleans())
@settings(max_examples=300, deadline=None)
def test_no_text_is_too_odd(text: str, now: datetime, day_first: bool) -> None:
    due = when.read_all(text, now, day_first=day_first)
    assert due is None or datetime.fromisoformat(due)
    found = when.find(text, now, day_first=day_first)
    if found is not None:
        assert 0 <= found.start < found.end <= len(text)
        assert datetime.fromisoformat(found.due)
        when.say(found.due, now), when.since(found.due, now), when.until(found.due, now)


LONG = ("a ", "1 ", "every ", "in 10 days from ", "the last ", "x" * 9999, "friday, ", "4pm - ", "#")


@pytest.mark.parametrize("piece", LONG)
def test_long_lines_are_read_in_two_milliseconds(piece: str) -> None:
    text = (piece * 10_000)[:9_990] + " tomorrow"
    times = []
    for _ in range(5):
        begun = time.perf_counter()
        when.find(text, WED)
        times.append(time.perf_counter() - begun)
    assert min(times) < 0.002
