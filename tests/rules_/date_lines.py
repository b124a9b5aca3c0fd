"""Other moments, whole lines with a date in them, and lines without one; tables behind `test_when`."""

from __future__ import annotations

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
    ("email Dr. Osei's office tomorrow at 9am", "email Dr. Osei's office", "2026-03-05T09:00"),
    ("renew CAQH by end of month", "renew CAQH", "2026-03-31"),
    ("read chapter 3 by friday", "read chapter 3", "2026-03-06"),
    ("buy 2 lamps sat", "buy 2 lamps", "2026-03-07"),
    ("mail the W-9 on 3/12", "mail the W-9", "2026-03-12"),
    ("schedule 4 intakes next week", "schedule 4 intakes", "2026-03-09"),
    ("invoice 1042 due in 30 days", "invoice 1042", "2026-04-03"),
    ('prep talk "May I come in?" thursday', 'prep talk "May I come in?"', "2026-03-05"),
    ("print 24 copies by 9", "print 24 copies", "2026-03-05T09:00"),
    ("submit June invoices by july 1", "submit June invoices", "2026-07-01"),
    ("Monday Meeting agenda tomorrow", "Monday Meeting agenda", "2026-03-05"),
    ("weekly review friday 4pm", "weekly review", "2026-03-06T16:00"),
    ("daily log tomorrow", "daily log", "2026-03-05"),
    ("pick up keys noon", "pick up keys", "2026-03-04T12:00"),
    ("clean desk at end of day", "clean desk", "2026-03-04"),
    ("check March numbers next month", "check March numbers", "2026-04-01"),
    ("q1 report eoq", "q1 report", "2026-03-31"),
    ("today: call payer", "call payer", "2026-03-04"),
    ("today - call payer", "call payer", "2026-03-04"),
    ("pay $30 by friday", "pay $30", "2026-03-06"),
    ("talk to April tomorrow", "talk to April", "2026-03-05"),
    ("call April 5", "call", "2026-04-05"),
    ("lunch w/ Sam fri noon", "lunch w/ Sam", "2026-03-06T12:00"),
    ("get a second opinion by tuesday", "get a second opinion", "2026-03-10"),
    ("5 minutes tomorrow", "5 minutes", "2026-03-05"),
    ("read 10 pages tomorrow", "read 10 pages", "2026-03-05"),
    ("call back tomorrow morning", "call back", "2026-03-05T09:00"),
    ("send reminder 2 days before friday", "send reminder", "2026-03-04"),
    ("pay rent 1st", "pay rent", "2026-04-01"),
    ("chart review 3/4", "chart review", "2026-03-04"),
    ("ship by 5pm friday", "ship", "2026-03-06T17:00"),
    ("back at 2", "back", "2026-03-04T14:00"),
    ("call Jan 5", "call", "2027-01-05"),
    ("meeting from 2pm to 3pm friday", "meeting", "2026-03-06T14:00"),
    ("friday 2-3pm supervision", "supervision", "2026-03-06T14:00"),
    ("renew the lease in april", "renew the lease", "2026-04-01"),
    ("call the payer this week", "call the payer", "2026-03-06"),
    ("send the cards by thanksgiving", "send the cards", "2026-11-26"),
    ("close the office the day before thanksgiving", "close the office", "2026-11-25"),
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
2moro
in a few days
+10
2/30
0/5
march 0
march 32
june 31
feb 29 2027
2/29/2027
2027-02-29
24:00
at 13
at 25
4:60pm
later
soon
someday
asap
march
may
2027
5
now
week
next
tuesday week
until friday
call Sun Life about the claim
ask Wed group about snacks
revise consent form for 2027
May newsletter draft
June invoices
Sunday school flyer
monday meeting agenda
fix 4:30 slot in calendar
the first day of school
second friday potluck
log mileage for 3/1
open the 12/31 report
compare 2025 to 2026
by the way call the landlord
on call rotation
in 5 sessions review the plan
in march review fees
next week's schedule
next month review fees
today is a good day
tonight's reading
reply to the 3/10 letter
write to Senator March
supervision hours due dec
wait until tomorrow
remind me tomorrow to call the payer
review 1/2 of the notes
split bill 50/50
take 1/2 day off
24/7 hotline number on voicemail
9/11 memorial closure
print form 8-k
renew in 2027
5 minute check-in
call at home
meet at 5 guys
email about 3 month review
call back in the morning
Thank Wednesday's cleaner
order 15th anniversary cards
buy 10 march stamps
call Jan
ask Jan about feb
call 9am-10am
call between 9am and 10am
call at 10 or 11
review on 5/6 and 5/7
pay rent monday 3/10
2/3 done with filing
redo 1/15 notes
answer email of march 3
plan retreat for next year
lunch mon?
thank god it's friday
happy friday
weekend on-call list
ping payer 2 hours after lunch
pay rent in3days
twice a month on friday
once a year on june 1
every last friday of the month at 4
every mon/wed/fri at 5
every couple of weeks on tuesday
yearly on march 1
weekly, fridays at 9
on the 1st and 15th
april 15, june 15
alternate friday
tomorrow water the plants weekly
friday, monday 9am
""".strip().split("\n")
