"""More of what people type: days, rules that repeat, and sentences that hold neither. Written before the grammar
could read them; tables behind `test_breadth`. All on Wednesday, March 4, 2026, 10:00 AM."""

from __future__ import annotations

from tests.rules_.date_phrases import rows

DAYS = rows("""
this week = 2026-03-06
later this week = 2026-03-06
this month = 2026-03-31
this quarter = 2026-03-31
in april = 2026-04-01
in march = 2026-03-31
in april 2027 = 2027-04-01
by june = 2026-06-01
before june = 2026-06-01
mid june = 2026-06-15
mid-april = 2026-04-15
middle of next month = 2026-04-15
early next week = 2026-03-09
late next week = 2026-03-13
early next month = 2026-04-01
early april = 2026-04-01
second to last friday of the month = 2026-03-20
next to last day of the month = 2026-03-30
second to last business day of april = 2026-04-29
third business day of april = 2026-04-03
10th business day of next month = 2026-04-14
last friday of the quarter = 2026-03-27
last business day of the quarter = 2026-03-31
first monday of next year = 2027-01-04
first day of next quarter = 2026-04-01
first monday of june at 9 = 2026-06-01T09:00
third thursday of the month at 6 = 2026-03-19T18:00
a fortnight from tomorrow = 2026-03-19
quarter past nine = 2026-03-05T09:15
ten to five = 2026-03-04T16:50
twenty past 3 = 2026-03-04T15:20
at five thirty = 2026-03-04T17:30
five o'clock = 2026-03-04T17:00
nine am = 2026-03-05T09:00
at 4ish = 2026-03-04T16:00
at 1600 = 2026-03-04T16:00
at 0900 = 2026-03-05T09:00
first thing tomorrow = 2026-03-05T09:00
monday first thing = 2026-03-09T09:00
first thing monday morning = 2026-03-09T09:00
tomorrow at lunchtime = 2026-03-05T12:00
friday at close of business = 2026-03-06
tonight at 7:30 = 2026-03-04T19:30
by 5 tomorrow = 2026-03-05T17:00
friday 2-3pm = 2026-03-06T14:00
2-3pm friday = 2026-03-06T14:00
friday 11am-1pm = 2026-03-06T11:00
tomorrow from 9am to 10:30am = 2026-03-05T09:00
march 10-12 = 2026-03-10
march 10 to march 12 = 2026-03-10
from april 6 to april 10 = 2026-04-06
3/10-3/12 = 2026-03-10
thanksgiving = 2026-11-26
by christmas = 2026-12-25
the day before thanksgiving = 2026-11-25
mlk day = 2027-01-18
memorial day = 2026-05-25
new year's eve = 2026-12-31
juneteenth = 2026-06-19
two weeks before labor day = 2026-08-24
the friday after thanksgiving = 2026-11-27
monday before april 15 = 2026-04-13
first business day after march 31 = 2026-04-01
the week of march 16 = 2026-03-16
2 fridays from now = 2026-03-13
friday in two weeks = 2026-03-20
a week from next tuesday = 2026-03-17
in 2 hours and 15 minutes = 2026-03-04T12:15
in 1h30m = 2026-03-04T11:30
in half a year = 2026-09-04
in 2 weeks and 3 days = 2026-03-21
30 days out = 2026-04-03
3-10-2026 = 2026-03-10
03-10-2026 4pm = 2026-03-10T16:00
mar-10-2026 = 2026-03-10
10-Mar-2026 = 2026-03-10
march 10 '27 = 2027-03-10
month end = 2026-03-31
by month-end = 2026-03-31
by year-end = 2026-12-31
end of q2 = 2026-06-30
start of q3 = 2026-07-01
in q3 = 2026-07-01
end of the fiscal year = 2026-12-31
2 business days before april 15 = 2026-04-13
""")

# The phrase, the rule, and its first occurrence.
RULES = [
    tuple(cell.strip() for cell in line.split("|"))
    for line in """
every thanksgiving | FREQ=YEARLY;BYMONTH=11;BYDAY=4TH | 2026-11-26
every christmas eve | FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24 | 2026-12-24
every labor day | FREQ=YEARLY;BYMONTH=9;BYDAY=1MO | 2026-09-07
mon wed fri at 9 | FREQ=WEEKLY;BYDAY=MO,WE,FR | 2026-03-06T09:00
mon/wed/fri at 9 | FREQ=WEEKLY;BYDAY=MO,WE,FR | 2026-03-06T09:00
MWF at 9 | FREQ=WEEKLY;BYDAY=MO,WE,FR | 2026-03-06T09:00
tue & thu at 3pm | FREQ=WEEKLY;BYDAY=TU,TH | 2026-03-05T15:00
mon-thu at 8:30 | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH | 2026-03-05T08:30
starting monday every 2 weeks until june | FREQ=WEEKLY;INTERVAL=2;UNTIL=20260531 | 2026-03-09
every friday x10 | FREQ=WEEKLY;BYDAY=FR;COUNT=10 | 2026-03-06
every monday 6x | FREQ=WEEKLY;BYDAY=MO;COUNT=6 | 2026-03-09
every tuesday for the next 8 weeks | FREQ=WEEKLY;BYDAY=TU;COUNT=8 | 2026-03-10
every monday for 10 sessions | FREQ=WEEKLY;BYDAY=MO;COUNT=10 | 2026-03-09
every friday from april 1 to june 30 | FREQ=WEEKLY;BYDAY=FR;UNTIL=20260630 | 2026-04-03
every weekday at 9 | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR | 2026-03-05T09:00
quarterly on the 15th | FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=15 | 2026-03-15
biweekly | FREQ=WEEKLY;INTERVAL=2 | 2026-03-04
every fortnight on thursday | FREQ=WEEKLY;INTERVAL=2;BYDAY=TH | 2026-03-05
once a month on the 5th | FREQ=MONTHLY;BYMONTHDAY=5 | 2026-03-05
once every 6 weeks | FREQ=WEEKLY;INTERVAL=6 | 2026-03-04
twice a week on tuesday and thursday | FREQ=WEEKLY;BYDAY=TU,TH | 2026-03-05
three times a week on mon, wed and fri | FREQ=WEEKLY;BYDAY=MO,WE,FR | 2026-03-04
2x a month | FREQ=MONTHLY;BYMONTHDAY=1,15 | 2026-03-15
every second to last friday of the month | FREQ=MONTHLY;BYDAY=-2FR | 2026-03-20
the second to last business day of every month | FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2 | 2026-03-30
on the 1st and 15th | FREQ=MONTHLY;BYMONTHDAY=1,15 | 2026-03-15
1st and 3rd mondays at 10 | FREQ=MONTHLY;BYDAY=1MO,3MO | 2026-03-16T10:00
second tuesdays of the month | FREQ=MONTHLY;BYDAY=2TU | 2026-03-10
first monday of each quarter | FREQ=MONTHLY;BYMONTH=1,4,7,10;BYDAY=1MO | 2026-04-06
every other january | FREQ=YEARLY;INTERVAL=2;BYMONTH=1;BYMONTHDAY=1 | 2027-01-01
each year on the third friday of june | FREQ=YEARLY;BYMONTH=6;BYDAY=3FR | 2026-06-19
every november on the 15th | FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=15 | 2026-11-15
every day at 8pm until march 20 | FREQ=DAILY;UNTIL=20260320T235959 | 2026-03-04T20:00
every day but sunday | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA | 2026-03-04
weekdays except friday | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH | 2026-03-04
every other wednesday at 6:30pm starting march 18 | FREQ=WEEKLY;INTERVAL=2;BYDAY=WE | 2026-03-18T18:30
every 18 months | FREQ=MONTHLY;INTERVAL=18 | 2026-03-04
every 5 years on june 30 | FREQ=YEARLY;INTERVAL=5;BYMONTH=6;BYMONTHDAY=30 | 2026-06-30
every weekday morning | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR | 2026-03-05T09:00
friday afternoons | FREQ=WEEKLY;BYDAY=FR | 2026-03-06T14:00
monday mornings at 8 | FREQ=WEEKLY;BYDAY=MO | 2026-03-09T08:00
every last weekday of the month | FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1 | 2026-03-31
monthly on the first and third friday | FREQ=MONTHLY;BYDAY=1FR,3FR | 2026-03-06
every 2nd week on monday | FREQ=WEEKLY;INTERVAL=2;BYDAY=MO | 2026-03-09
mondays from 2 to 3pm | FREQ=WEEKLY;BYDAY=MO | 2026-03-09T14:00
""".strip().split("\n")
]

FREE = """
send the March newsletter to the printer
review notes from last Thanksgiving
Christmas cards for referral sources
file the Q3 report
mid-year review of the fee schedule
the week of the move was hard
call Dr. May about the referral
ask Summer about the office lease
two Fridays in a row were full
read "Monday Mornings" in the waiting room
4ish clients on the waitlist
update 2-3 policies
scan pages 10-12
plan for the week
client prefers mornings
renew the 90-day supply order
look up code 1600
the key to room 0900 is missing
MWF group roster
set aside 25-30% of the payout
email Noon Diaz about parking
no-shows we had in february
draft the year end letter
write up the first thing that helped
first day of school nerves handout
every other client cancels
return the second to last chart
the labor day picnic was fun
order 10 x 12 frames
buy 3x5 cards
remind clients about parking
remind me why we changed payers
skip the catch up call
pause the newsletter
breathe 10 minutes before the session
the group runs for 6 weeks
supervision is on mondays
the fee is due at intake
wait 3 days after surgery
the 2-3pm slot is free
Good Friday service volunteers
wish everyone a happy new year
""".strip().split("\n")
