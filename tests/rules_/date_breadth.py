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
email Tom
lunch with Tom
Tom
Friday week 3 session notes
Friday week group: new topic
black friday week
plan friday week
rest 10 days
a diet of 10 days
vacation 2 weeks
print the 3d model
scan invoice 20260310
the folder 20260310
5 business days is too long
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

# A second hundred, written when the first was read.
MORE_DAYS = rows("""
tonight = 2026-03-04T20:00
tomorrow at 9am = 2026-03-05T09:00
day after tomorrow = 2026-03-06
yesterday = 2026-03-03
a week ago = 2026-02-25
last friday = 2026-02-27
last week = 2026-02-23
next thursday at 3 = 2026-03-12T15:00
thurs 3pm = 2026-03-05T15:00
this weekend = 2026-03-07
next weekend = 2026-03-14
end of the week = 2026-03-06
next quarter = 2026-04-01
next year = 2027-01-01
first of next month = 2026-04-01
the 20th = 2026-03-20
20th of april = 2026-04-20
april 20 2026 9:30am = 2026-04-20T09:30
4/20 at 9 = 2026-04-20T09:00
4/20/2026 = 2026-04-20
04/05 = 2026-04-05
1/15 = 2027-01-15
feb 29 2028 = 2028-02-29
in a fortnight = 2026-03-18
in 6 weeks = 2026-04-15
in 36 hours = 2026-03-05T22:00
in one hour = 2026-03-04T11:00
in 15 minutes = 2026-03-04T10:15
90 days from today = 2026-06-02
3 weeks from friday = 2026-03-27
10 days before april 15 = 2026-04-05
2 days after tomorrow = 2026-03-07
6 months from now = 2026-09-04
+1d = 2026-03-05
12:30 = 2026-03-04T12:30
12:30am = 2026-03-05T00:30
noon = 2026-03-04T12:00
midnight = 2026-03-05T00:00
at 10 = 2026-03-05T10:00
at 8 tomorrow = 2026-03-05T08:00
8:00 = 2026-03-05T08:00
08:00 = 2026-03-05T08:00
17:45 = 2026-03-04T17:45
quarter to nine = 2026-03-05T08:45
friday at noon = 2026-03-06T12:00
fri 13:30 = 2026-03-06T13:30
monday morning = 2026-03-09T09:00
sunday evening = 2026-03-08T18:00
wed at 11:15 = 2026-03-11T11:15
2026-03-10T09:00:00 = 2026-03-10T09:00
March 10 4pm = 2026-03-10T16:00
10 Mar 2026 = 2026-03-10
10th of March, 2027 = 2027-03-10
may 1st = 2026-05-01
second tuesday of april = 2026-04-14
last friday of march = 2026-03-27
last day of feb = 2027-02-28
4th monday in may = 2026-05-25
fifth monday of march = 2026-03-30
third business day of next month = 2026-04-03
first weekday of april = 2026-04-01
next business day = 2026-03-05
in 1 business day = 2026-03-05
5 business days after march 10 = 2026-03-17
by tomorrow noon = 2026-03-05T12:00
no later than march 31 = 2026-03-31
before the 15th = 2026-03-15
due next friday = 2026-03-13
sometime next week = 2026-03-09
the end of april = 2026-04-30
beginning of next week = 2026-03-09
end of day tomorrow = 2026-03-05
eod tomorrow = 2026-03-05
mid march = 2026-03-15
mid-month = 2026-03-15
saturday the 7th = 2026-03-07
fri mar 6 = 2026-03-06
tuesday, march 10th at 4:30 p.m. = 2026-03-10T16:30
a month from tomorrow = 2026-04-05
next month on the 15th = 2026-04-15
the 15th of next month = 2026-04-15
next week wednesday = 2026-03-11
wednesday of next week = 2026-03-11
two mondays from now = 2026-03-16
first thing in the morning = 2026-03-05T09:00
tomorrow first thing = 2026-03-05T09:00
a year from today = 2027-03-04
in 18 months = 2027-09-04
three days from now at 2pm = 2026-03-07T14:00
day before yesterday = 2026-03-02
""")

MORE_RULES = [
    tuple(cell.strip() for cell in line.split("|"))
    for line in """
every day at 7:30am | FREQ=DAILY | 2026-03-05T07:30
every other day | FREQ=DAILY;INTERVAL=2 | 2026-03-04
every 10 days | FREQ=DAILY;INTERVAL=10 | 2026-03-04
weekdays at noon | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR | 2026-03-04T12:00
every weekday except fridays | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH | 2026-03-04
every weekend | FREQ=WEEKLY;BYDAY=SA | 2026-03-07
every sat and sun | FREQ=WEEKLY;BYDAY=SA,SU | 2026-03-07
every tues and thurs at 2 | FREQ=WEEKLY;BYDAY=TU,TH | 2026-03-05T14:00
every mon, wed, fri | FREQ=WEEKLY;BYDAY=MO,WE,FR | 2026-03-04
on tuesdays and thursdays | FREQ=WEEKLY;BYDAY=TU,TH | 2026-03-05
every third friday | FREQ=WEEKLY;INTERVAL=3;BYDAY=FR | 2026-03-06
every 3rd friday of the month | FREQ=MONTHLY;BYDAY=3FR | 2026-03-20
every four weeks on monday at 9 | FREQ=WEEKLY;INTERVAL=4;BYDAY=MO | 2026-03-09T09:00
biweekly on thursdays | FREQ=WEEKLY;INTERVAL=2;BYDAY=TH | 2026-03-05
fortnightly on friday | FREQ=WEEKLY;INTERVAL=2;BYDAY=FR | 2026-03-06
weekly on mon and wed at 10am | FREQ=WEEKLY;BYDAY=MO,WE | 2026-03-09T10:00
once a week on friday | FREQ=WEEKLY;BYDAY=FR | 2026-03-06
monthly on the last friday | FREQ=MONTHLY;BYDAY=-1FR | 2026-03-27
last friday of every month at 3pm | FREQ=MONTHLY;BYDAY=-1FR | 2026-03-27T15:00
last business day of each month | FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1 | 2026-03-31
every 2 months on the 1st | FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=1 | 2026-04-01
first day of every month | FREQ=MONTHLY;BYMONTHDAY=1 | 2026-04-01
first day of each quarter | FREQ=MONTHLY;BYMONTH=1,4,7,10;BYMONTHDAY=1 | 2026-04-01
end of each quarter | FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1 | 2026-03-31
every quarter on the 1st | FREQ=MONTHLY;BYMONTH=1,4,7,10;BYMONTHDAY=1 | 2026-04-01
every six months on june 1 | FREQ=MONTHLY;INTERVAL=6;BYMONTHDAY=1 | 2026-06-01
every half year | FREQ=MONTHLY;INTERVAL=6 | 2026-03-04
semiannually | FREQ=MONTHLY;INTERVAL=6 | 2026-03-04
every year on jan 31 | FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=31 | 2027-01-31
yearly on the first monday of may | FREQ=YEARLY;BYMONTH=5;BYDAY=1MO | 2026-05-04
every march 15 | FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=15 | 2026-03-15
every dec 1 at 9am | FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=1 | 2026-12-01T09:00
annually in november | FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=1 | 2026-11-01
every 4th of july | FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=4 | 2026-07-04
every jan, apr, jul and oct on the 5th | FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=5 | 2026-04-05
every 30 days after completion | FREQ=DAILY;INTERVAL=30 | 2026-03-04
every 6 months after completion | FREQ=MONTHLY;INTERVAL=6 | 2026-03-04
every! 2 weeks | FREQ=WEEKLY;INTERVAL=2 | 2026-03-04
every day for 5 days | FREQ=DAILY;COUNT=5 | 2026-03-04
every tuesday until june 30 | FREQ=WEEKLY;BYDAY=TU;UNTIL=20260630 | 2026-03-10
every monday starting april 6 until may 4 | FREQ=WEEKLY;BYDAY=MO;UNTIL=20260504 | 2026-04-06
every thursday for 3 months | FREQ=WEEKLY;BYDAY=TH;COUNT=14 | 2026-03-05
every other tuesday at 11 for 8 weeks | FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;COUNT=4 | 2026-03-10T11:00
daily until friday | FREQ=DAILY;UNTIL=20260306 | 2026-03-04
every weekday from 9 to 10am | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR | 2026-03-05T09:00
monthly on the first business day at 8am | FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1 | 2026-04-01T08:00
every month on the second to last day | FREQ=MONTHLY;BYMONTHDAY=-2 | 2026-03-30
every first and third wednesday at 5 | FREQ=MONTHLY;BYDAY=1WE,3WE | 2026-03-04T17:00
1st and 3rd monday of each month | FREQ=MONTHLY;BYDAY=1MO,3MO | 2026-03-16
every other month on the last day | FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=-1 | 2026-03-31
each friday | FREQ=WEEKLY;BYDAY=FR | 2026-03-06
fridays | FREQ=WEEKLY;BYDAY=FR | 2026-03-06
every fri 4pm | FREQ=WEEKLY;BYDAY=FR | 2026-03-06T16:00
4pm every friday | FREQ=WEEKLY;BYDAY=FR | 2026-03-06T16:00
every tuesday, 9am | FREQ=WEEKLY;BYDAY=TU | 2026-03-10T09:00
every evening | FREQ=DAILY | 2026-03-04T18:00
every night | FREQ=DAILY | 2026-03-04T20:00
each month on the 3rd at 2:15pm | FREQ=MONTHLY;BYMONTHDAY=3 | 2026-04-03T14:15
every 5th | FREQ=MONTHLY;BYMONTHDAY=5 | 2026-03-05
mondays, wednesdays and fridays at 8am | FREQ=WEEKLY;BYDAY=MO,WE,FR | 2026-03-06T08:00
every m/w/f at 9 | FREQ=WEEKLY;BYDAY=MO,WE,FR | 2026-03-06T09:00
every two months | FREQ=MONTHLY;INTERVAL=2 | 2026-03-04
""".strip().split("\n")
]

MORE_FREE = """
book of the month club
may flowers delivery
mark up the april invoice
sat through supervision
the wed intake form is blank
ask about 12/20 lens
room 204 at capacity
1:1 with Ana
3 of 5 notes done
call the 24 hour line
march through the backlog
second the motion
the last day felt long
take 5
five minute break
print 20 2026 calendars
a daily dose of tea
the monthly statement is wrong
fri end gets a tour
sun damage on the blinds
Dr. Monday called
decrease fax volume
mon ami cafe receipt
one by one
once is enough
quarter past due invoices
refund $4.15
version 3.10 notes
call Jun Li
Augusta May referral
see page 10-12
2nd floor lights
weekly reader subscription
every so often check in
at once
time to say no
noon yoga class flyer
tomorrow is not promised
ask if friday works
what to do next
at one with nature
""".strip().split("\n")

NO_DAYS = (
    "+5",
    "until friday",
    "half past noon",
    "32nd of march",
    "february 30",
    "25:30",
    "the following monday",
    "this time next week",
)


IN_A_FIELD = rows("""
tom = 2026-03-05
tom 9am = 2026-03-05T09:00
3d = 2026-03-07
2w = 2026-03-18
10 days = 2026-03-14
10 days at 4pm = 2026-03-14T16:00
5 business days = 2026-03-11
a couple of weeks = 2026-03-18
1 month = 2026-04-04
20260310 = 2026-03-10
20260310 4pm = 2026-03-10T16:00
friday week = 2026-03-13
friday week at 3pm = 2026-03-13T15:00
wednesday week = 2026-03-18
two weeks = 2026-03-18
""")
"""What is read where a day is asked for, and nowhere else: in a line it may be anything."""
NO_DAY = ("20261340", "30", "3m", "2h", "10", "tom jones", "5 days of rest", "1234567890", "18000101")
"""What is no day there either."""
