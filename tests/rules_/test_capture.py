"""Quick capture: what one line becomes, and that no word of it is lost."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from organizer import capture
from organizer.capture import Draft, explain, read
from organizer.records import Area, Repeat

NOW = datetime(2026, 6, 11, 9, 14)  # a Thursday
AREAS = [
    Area("documentation", name="Documentation", aliases=("notes",)),
    Area("scheduling", name="Scheduling"),
    Area("record-keeping", name="Record-keeping", aliases=("records",)),
    Area("accounting", name="Accounting", aliases=("money", "books")),
    Area("training", name="Training"),
    Area("administration", name="Administration", aliases=("admin",)),
    Area("systems", name="Systems"),
    Area("operations", name="Operations"),
    Area("licensing", name="Licensing"),
    Area("outreach", name="Outreach", aliases=("front door", "door")),
    Area("x-1", name="Taxes and Fees"),
]


def coming(rule: str, first: str, after_completion: bool = False) -> Repeat:
    """A repeat by its rule and its first occurrence."""
    return Repeat(f"RRULE:FREQ={rule}", after_completion, anchor=first)


# The line, the title that stays, and what else was read.
LINES: list[tuple[str, str, dict[str, Any]]] = [
    (
        "finish Tuesday's two progress notes today #documentation ~40m",
        "finish Tuesday's two progress notes",
        {"due": "2026-06-11", "area": "documentation", "estimate": 40},
    ),
    (
        "submit claims every friday 4pm #accounting ~45m !",
        "submit claims",
        {"due": "2026-06-12T16:00", "repeat": coming("WEEKLY;BYDAY=FR", "2026-06-12T16:00"), "area": "accounting",
         "estimate": 45, "signifiers": ("priority",)},
    ),
    (
        "post EOBs from the weekend mail tomorrow #accounting",
        "post EOBs from the weekend mail",
        {"due": "2026-06-12", "area": "accounting"},
    ),
    ("call back the school counselor by 3pm", "call back the school counselor", {"due": "2026-06-11T15:00"}),
    (
        "Reconcile the October bank statement -> open the bank tab #accounting",
        "Reconcile the October bank statement",
        {"step": "open the bank tab", "area": "accounting"},
    ),
    (
        "estimated taxes jan 15 #accounting !! remind 2w 3d",
        "estimated taxes",
        {"due": "2027-01-15", "area": "accounting", "signifiers": ("priority",), "reminders": ("14d", "3d")},
    ),
    (
        "CAQH re-attestation every 120 days after done #licensing",
        "CAQH re-attestation",
        {"due": "2026-06-11", "repeat": coming("DAILY;INTERVAL=120", "2026-06-11", True), "area": "licensing"},
    ),
    (
        "renew liability insurance before dec 1 #licensing ~20m -> find last year's renewal email",
        "renew liability insurance",
        {"due": "2026-12-01", "area": "licensing", "estimate": 20, "step": "find last year's renewal email"},
    ),
    (
        "book an ethics CE course next month #training",
        "book an ethics CE course",
        {"due": "2026-07-01", "area": "training"},
    ),
    (
        "review the waitlist every other monday #scheduling",
        "review the waitlist",
        {"due": "2026-06-15", "repeat": coming("WEEKLY;INTERVAL=2;BYDAY=MO", "2026-06-15"), "area": "scheduling"},
    ),
    (
        "publish the December holiday closure #scheduling fri",
        "publish the December holiday closure",
        {"due": "2026-06-12", "area": "scheduling"},
    ),
    ("confirm next week's diary every friday at noon", "confirm next week's diary",
     {"due": "2026-06-12T12:00", "repeat": coming("WEEKLY;BYDAY=FR", "2026-06-12T12:00")}),
    ("note the 4:15 said the waiting room feels dark", "note the 4:15 said the waiting room feels dark", {}),
    (
        "- two callers thanked me simply for calling back",
        "two callers thanked me simply for calling back",
        {"kind": "note"},
    ),
    (
        "! a one-minute hello video on the website?",
        "a one-minute hello video on the website?",
        {"signifiers": ("idea",)},
    ),
    ("o 11:30 supervision group thursday", "supervision group", {"kind": "event", "due": "2026-06-18T11:30"}),
    (
        "back up the laptop every month on the 1st #systems ~5m",
        "back up the laptop",
        {"due": "2026-07-01", "repeat": coming("MONTHLY;BYMONTHDAY=1", "2026-07-01"), "area": "systems", "estimate": 5},
    ),
    ("test-restore a backup quarterly #systems", "test-restore a backup",
     {"due": "2026-06-11", "repeat": coming("MONTHLY;INTERVAL=3", "2026-06-11"), "area": "systems"}),
    ("call May about the lease", "call May about the lease", {}),
    ("meet in room 5 about the copier", "meet in room 5 about the copier", {}),
    ("update form 1040 checklist #accounting", "update form 1040 checklist", {"area": "accounting"}),
    ("read the grief article I sat with last spring", "read the grief article I sat with last spring", {}),
    (
        "HIPAA security risk analysis every year in february #systems ~2h",
        "HIPAA security risk analysis",
        {"due": "2027-02-01", "repeat": coming("YEARLY;BYMONTH=2;BYMONTHDAY=1", "2027-02-01"), "area": "systems",
         "estimate": 120},
    ),
    (
        "change the voicemail: say the waitlist is open, even when full #front door",
        "change the voicemail: say the waitlist is open, even when full",
        {"area": "outreach"},
    ),
    (
        "write the late-cancel wording -> copy last year's paragraph #administration ~30m",
        "write the late-cancel wording",
        {"step": "copy last year's paragraph", "area": "administration", "estimate": 30},
    ),
    ("send [draft] superbills [June] #accounting", "send [draft] superbills [June]", {"area": "accounting"}),
    ('ask "who is our biller now?" & note the answer', 'ask "who is our biller now?" & note the answer', {}),
    (
        "50% of the intake packet is photocopies: simplify",
        "50% of the intake packet is photocopies: simplify",
        {},
    ),
    (
        "clean out the supply closet someday #operations",
        "clean out the supply closet",
        {"area": "operations", "someday": True},
    ),
    ("learn to paint some day ~2h", "learn to paint", {"someday": True, "estimate": 120}),
    ("Someday we will have a garden", "Someday we will have a garden", {}),
    ("keep a list for someday", "keep a list for someday", {}),
    ("someday", "someday", {}),
    ("- the garden, someday", "the garden, someday", {"kind": "note"}),
    ("someday maybe friday", "someday maybe", {"due": "2026-06-12"}),
    ("pay rent on the 1st of every month #operations", "pay rent",
     {"due": "2026-07-01", "repeat": coming("MONTHLY;BYMONTHDAY=1", "2026-07-01"), "area": "operations"}),
    # what comes back
    ("o 11:30 supervision group every thursday", "supervision group",
     {"kind": "event", "due": "2026-06-11T11:30", "repeat": coming("WEEKLY;BYDAY=TH", "2026-06-11T11:30")}),
    ("taxes -> find the folder every april 15 #acc", "taxes",
     {"due": "2027-04-15", "repeat": coming("YEARLY;BYMONTH=4;BYMONTHDAY=15", "2027-04-15"),
      "step": "find the folder", "area": "accounting"}),
    ("every friday: submit claims ~45m", "submit claims",
     {"due": "2026-06-12", "repeat": coming("WEEKLY;BYDAY=FR", "2026-06-12"), "estimate": 45}),
    ("- the mail comes every friday", "the mail comes every friday", {"kind": "note"}),
    ("order a weekly planner friday", "order a weekly planner", {"due": "2026-06-12"}),
    # reminders
    ("renew the license dec 1 remind 180/90/30/7 days before", "renew the license",
     {"due": "2026-12-01", "reminders": ("180d", "90d", "30d", "7d")}),
    ("renew the license, remind me 2w 3d before dec 1", "renew the license,",
     {"due": "2026-12-01", "reminders": ("14d", "3d")}),
    ("mail it dec 1 with reminders 30, 14 and 7 days before", "mail it",
     {"due": "2026-12-01", "reminders": ("30d", "14d", "7d")}),
    ("o supervision friday 4pm remind me 1h before ~1h", "supervision",
     {"kind": "event", "due": "2026-06-12T16:00", "reminders": ("1h",), "estimate": 60}),
    ("CAQH every 120 days after done, remind 15/10/5 days before", "CAQH",
     {"due": "2026-06-11", "repeat": coming("DAILY;INTERVAL=120", "2026-06-11", True),
      "reminders": ("15d", "10d", "5d")}),
    ("taxes -> find the folder by friday remind 2d", "taxes",
     {"step": "find the folder", "due": "2026-06-12", "reminders": ("2d",)}),
    ("taxes friday - remind the day before", "taxes", {"due": "2026-06-12", "reminders": ("1d",)}),
    ("friday remind 2d", "", {"due": "2026-06-12", "reminders": ("2d",)}),
    ("remind me tomorrow to call the payer", "remind me tomorrow to call the payer", {}),
    ("remind me 3 days before the exam", "remind me 3 days before the exam", {}),
    ("call May remind 2d", "call May remind 2d", {}),
    ("remind clients 2 days before friday", "remind clients", {"due": "2026-06-10"}),
    # kinds and signifiers
    ("o supervision group 4pm", "supervision group", {"kind": "event", "due": "2026-06-11T16:00"}),
    ("Event: supervision group", "supervision group", {"kind": "event"}),
    ("* o thing", "thing", {"kind": "event", "signifiers": ("priority",)}),
    ("o * thing", "thing", {"kind": "event", "signifiers": ("priority",)}),
    ("! - the lobby could smell of cedar tomorrow", "the lobby could smell of cedar tomorrow",
     {"kind": "note", "signifiers": ("idea",)}),
    ("note: closed friday #admin #quiet ~20m", "closed friday ~20m",
     {"kind": "note", "area": "administration", "tags": ("quiet",)}),
    ("task: - not a note", "- not a note", {}),
    ("? why the fax drops pages", "why the fax drops pages", {"signifiers": ("investigate",)}),
    ("• pasted bullet", "pasted bullet", {}),
    ("buy stamps !", "buy stamps", {"signifiers": ("priority",)}),
    ("buy !! stamps * !", "buy stamps", {"signifiers": ("priority",)}),
    ("! buy stamps *", "buy stamps", {"signifiers": ("idea", "priority")}),
    ("O Brien called", "O Brien called", {}),
    ("who called ? ask", "who called ? ask", {}),
    # areas and tags
    ("file the fax #FRONT door today", "file the fax", {"area": "outreach", "due": "2026-06-11"}),
    ("file the fax #record-keeping", "file the fax", {"area": "record-keeping"}),
    ("file the fax #Record keeping,", "file the fax", {"area": "record-keeping"}),
    ("file the fax #taxes and fees now", "file the fax now", {"area": "x-1"}),
    ("file the fax #acc", "file the fax", {"area": "accounting"}),
    ("file the fax #ac", "file the fax", {"tags": ("ac",)}),
    ("file the fax #Heron7 #blue", "file the fax", {"tags": ("Heron7", "blue")}),
    ("file #3 of the # faxes #", "file #3 of the # faxes #", {}),
    ("pay #accounting #training", "pay", {"area": "accounting", "tags": ("training",)}),
    ("learn c# and #(x)", "learn c# and #(x)", {}),
    # estimates and dread
    ("sort mail ~90 min", "sort mail", {"estimate": 90}),
    ("sort mail ~1h30", "sort mail", {"estimate": 90}),
    ("sort mail ~1h 30m", "sort mail", {"estimate": 90}),
    ("sort mail ~1.5h tomorrow", "sort mail", {"estimate": 90, "due": "2026-06-12"}),
    ("sort mail ~2 hours ~~", "sort mail", {"estimate": 120, "dread": 2}),
    ("sort ~ mail", "sort mail", {"dread": 1}),
    ("sort mail ~~~", "sort mail", {"dread": 3}),
    ("invite ~90 people", "invite ~90 people", {}),
    ("sort mail ~0m", "sort mail ~0m", {}),
    ("sort mail ~9999h", "sort mail ~9999h", {}),
    ("sort mail ~20m ~30m", "sort mail ~30m", {"estimate": 20}),
    # steps
    ("call back J. R. tomorrow 10 #door ~15m * → look up the number", "call back J. R.",
     {"due": "2026-06-12T10:00", "area": "outreach", "estimate": 15, "signifiers": ("priority",),
      "step": "look up the number"}),
    ("taxes -> find the folder by friday * ~1h", "taxes",
     {"step": "find the folder", "due": "2026-06-12", "signifiers": ("priority",), "estimate": 60}),
    ("taxes friday -> call the payer tomorrow", "taxes", {"step": "call the payer tomorrow", "due": "2026-06-12"}),
    ("taxes -> tomorrow", "taxes", {"step": "tomorrow"}),
    ("taxes ->", "taxes ->", {}),
    ("-> open the tab", "-> open the tab", {}),
    ("taxes -> #accounting", "taxes ->", {"area": "accounting"}),
    ("taxes -> email #3 and *all* of it #acc", "taxes", {"step": "email #3 and *all* of it", "area": "accounting"}),
    ("a -> b -> c", "a", {"step": "b -> c"}),
    # dates around marks
    ("tomorrow call the payer at 4pm", "call the payer", {"due": "2026-06-12T16:00"}),
    ("pay rent tomorrow #books 4pm", "pay rent", {"due": "2026-06-12T16:00", "area": "accounting"}),
    ("#books tomorrow pay rent", "pay rent", {"due": "2026-06-12", "area": "accounting"}),
    ("o supervision yesterday 4pm", "supervision", {"kind": "event", "due": "2026-06-10T16:00"}),
    ("o thursday supervision group 11:30", "supervision group", {"kind": "event", "due": "2026-06-18T11:30"}),
    ("Thursday group notes 4pm", "Thursday group notes", {"due": "2026-06-11T16:00"}),
    # nothing would be left
    ("tomorrow", "", {"due": "2026-06-12"}),
    ("#accounting tomorrow", "#accounting tomorrow", {}),
    ("o", "o", {}),
    ("! * ?", "! * ?", {}),
    # odd text
    ("  two\nlines\t\tpasted  tomorrow ", "two lines pasted", {"due": "2026-06-12"}),
    ("a\x1b[31mb \x00 \x7f \x9b", "a␛[31mb ␀ ␡ \ufffd", {}),
    ("half \ud83d an emoji", "half \ufffd an emoji", {}),
    ("שלום עולם 🎉 tomorrow", "שלום עולם 🎉", {"due": "2026-06-12"}),
    ("", "", {}),
    (" \n\t", "", {}),
]  # fmt: skip


@pytest.mark.parametrize(("line", "title", "rest"), LINES)
def test_lines(line: str, title: str, rest: dict[str, Any]) -> None:
    draft = read(line, NOW, AREAS)
    assert draft._replace(spans=()) == Draft(title)._replace(**rest)


def test_dates_can_be_left_alone() -> None:
    assert read("pay rent tomorrow #acc", NOW, AREAS, dates=False).text == "pay rent tomorrow"
    assert read("pay rent -> call tomorrow", NOW, AREAS, dates=False).step == "call tomorrow"
    assert read("pay rent 3/10", NOW, AREAS, day_first=True).due == "2026-10-03"


def test_spans_name_the_parts_of_the_line_as_typed() -> None:
    line = "* o group tomorrow #front door 4pm ~1h 30m ~~ #kind → find the room"
    spans = [(line[span.start : span.end], span.what) for span in read(line, NOW, AREAS).spans]
    assert spans == [
        ("*", "signifier"), ("o", "kind"), ("tomorrow", "due"), ("#front door", "area"), ("4pm", "due"),
        ("~1h 30m", "estimate"), ("~~", "dread"), ("#kind", "tag"), ("→ find the room", "step"),
    ]  # fmt: skip


def test_a_draft_is_explained() -> None:
    line = "call back Heron 7 tomorrow 10am #outreach ~15m * ~ #phone -> look up the number"
    assert explain(read(line, NOW, AREAS), NOW, AREAS) == [
        ("a task", "call back Heron 7"),
        ("when", "Friday, June 12, 10:00 AM"),
        ("area", "Outreach"),
        ("takes", "15 minutes"),
        ("mark", "* priority"),
        ("first", "look up the number"),
        ("dread", "some"),
        ("tag", "phone"),
    ]
    assert explain(read("- quiet today", NOW), NOW, ()) == [("a note", "quiet today")]
    assert explain(read("! o party ~1h30 *", NOW), NOW, ()) == [
        ("an event", "party"), ("takes", "1 hour 30 minutes"), ("mark", "! idea, * priority"),
    ]  # fmt: skip
    assert explain(read("", NOW), NOW, ()) == []


PIECES = (
    "o - ! !! * ? task: event: note: • -> → ~ ~~ ~~~ ~20m ~1h 30m ~90 min ~0m #front door #acc #record-keeping #3 # "
    "#x! tomorrow friday 4pm every at 5 on the 1st of month remind 2w by next week in 3 days . , - mar 10 2027 "
    "yesterday call [/] [b] \"quoted\" 'it' 🎉 👩‍💻 שלום مرحبا \ud800 \x00 \x1b[0m \x85 \u2028 \u200f \xa0 é pay "
    "rent 50% thanksgiving 2-3pm mwf mon wed x10 paused skip missed me 30/7 days before 1 business day after booking "
    "2026-03-10 and 2026-06-15 week until june each session same as the remind"
).split(" ")
TYPED = st.one_of(
    st.text(max_size=80),
    st.lists(st.sampled_from(PIECES), max_size=20).map(" ".join),
    st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=5)), max_size=20).map("".join),
)


def check(line: str, now: datetime, day_first: bool = False) -> Draft:
    """What holds for every line: no word lost or doubled, spans in order and inside, a title where anything is seen."""
    draft = read(line, now, AREAS, day_first=day_first)
    typed = capture.clean(line)
    assert len(typed) == len(line)
    assert draft.text or draft.due or draft.repeat or not typed.split()
    taken = [word for span in draft.spans for word in typed[span.start : span.end].split()]
    assert Counter(typed.split()) == Counter([*draft.text.split(), *taken]), line
    step = [word for span in draft.spans if span.what == "step" for word in typed[span.start : span.end].split()]
    assert draft.step.split() == step[1:]
    before = 0
    for span in draft.spans:
        assert before <= span.start < span.end <= len(line)
        before = span.end
    assert draft.text == " ".join(draft.text.split())
    explain(draft, now, AREAS)
    return draft


@given(TYPED, st.datetimes(datetime(1, 1, 1), datetime(9999, 12, 31)), st.booleans())
@settings(max_examples=300, deadline=None)
def test_no_word_is_lost(line: str, now: datetime, day_first: bool) -> None:
    check(line, now, day_first)


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=6), st.integers(1, 2000))
@settings(max_examples=50, deadline=None)
def test_no_word_is_lost_of_long_lines(pieces: list[str], times: int) -> None:
    check(" ".join(pieces * times)[:10_000], NOW)


@given(st.sampled_from([line for line, _, _ in LINES]), st.integers(0, 80), st.text(max_size=3))
@settings(max_examples=300, deadline=None)
def test_a_line_half_typed_is_read_too(line: str, at: int, inserted: str) -> None:
    check(line[:at], NOW)
    check(line[:at] + inserted + line[at:], NOW)
