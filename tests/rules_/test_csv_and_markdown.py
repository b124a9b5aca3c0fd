"""CSV and Markdown: written so that nothing runs and nothing is lost, read whatever other programs make of them."""

from __future__ import annotations

import csv
import io
import re
from contextlib import suppress
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from data.starter.demo import demo_records
from organizer.commands.fields import clean
from organizer.errors import OrganizerError, WrongUse
from organizer.exchange import cells, marking, tables
from organizer.exchange.columns import OURS, column_of
from organizer.exchange.marked import read_markdown
from organizer.exchange.sheet import Line, Sheet, read_csv
from organizer.records import STAGES, Check, Entry, Repeat
from organizer.records.door import Answer, Inquiry
from organizer.records.word import Commitment, Step
from tests.commands_.tools import AT, CALL, FOUR, NOTES, NOW, RENT, Room

FEW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
HOSTILE = ["=1+1", "'=1+1", "''@x", " \u200b=cmd|' /C calc'!A0", "\t=x", "\r", "-2", "＝1", 'a"b,c', "a\nb", "'", "é🧾"]
TEXT = some.text(max_size=15) | some.sampled_from(HOSTILE)
LINE = TEXT.map(lambda text: " ".join(clean(text).split())).filter(bool)
WORD = some.text("abcdé-", min_size=1, max_size=6).map(lambda word: word.strip("-") or "x")
WORDS = some.lists(WORD, max_size=3, unique=True).map(tuple)
DATE = some.dates(min_value=NOW.date() - timedelta(3000), max_value=NOW.date() + timedelta(3000)).map(str)
DUE = some.none() | DATE | DATE.map(lambda day: f"{day}T16:30")
ENTRIES = some.fixed_dictionaries(
    dict(  # noqa: C408
        uuid=some.uuids(version=4).map(str), text=LINE, kind=some.sampled_from(["task", "event"]), step=LINE,
        area=some.sampled_from(["", "training", "accounting"]), stage=some.sampled_from(STAGES[:4]), due=DUE, start=DUE,
        estimate=some.none() | some.integers(1, 900), dread=some.integers(0, 3), worst=LINE | some.just(""),
        checklist=some.lists(some.builds(Check, LINE, some.booleans()), max_size=3).map(tuple), tags=WORDS, notes=LINE,
        waiting_for=LINE | some.just(""), nudge=some.none() | DATE, someday=some.booleans(), created=some.just(AT),
        waiting_since=some.just("") | DATE, signifiers=some.sampled_from([(), ("priority",), ("idea", "priority")]),
        reminders=some.sampled_from([(), ("7d", "1h")]),
        repeat=some.sampled_from([None, Repeat("FREQ=WEEKLY;BYDAY=FR", anchor="2026-06-12", series="abc")]),
    )
).map(lambda fields: Entry("", **fields))  # fmt: skip


def sheet_of(room: Room, what: str = "") -> bytes:
    """The CSV of an office, as a file."""
    return (cells.MARK + "".join(tables.export(room.office.practice, NOW, "", what))).encode()


def rows(text: str | bytes) -> list[list[str]]:
    """The cells that a spreadsheet sees."""
    return list(csv.reader(io.StringIO(text if isinstance(text, str) else text.decode("utf-8-sig"), newline="")))


# -- cells


@given(TEXT)
def test_a_cell_comes_back_as_it_was_and_is_no_formula(text: str) -> None:
    written = cells.tame(text)
    assert cells.untamed(written) == text
    assert not re.match(r"[\s\u200b\ufeff]*[=+\-@＝＋－＠]", written)
    assert written[:1] not in ("\t", "\r")


@given(some.lists(some.lists(TEXT, min_size=2, max_size=4), min_size=1, max_size=4))
def test_rows_come_back_from_csv(given: list[list[str]]) -> None:
    text = "".join(cells.lines(given))
    assert [[cells.untamed(cell) for cell in row] for row in rows(text)] == given


# -- tasks, there and back


@FEW
@given(some.lists(ENTRIES, max_size=4, unique_by=lambda entry: entry.uuid[:13]))
def test_tasks_come_back_in_another_office_as_they_were(entries: list[Entry]) -> None:
    from organizer.ids import id_of

    first, other = Room(*(one._replace(id=id_of(one.uuid)) for one in entries)), Room()
    if not entries:
        return
    other.run("import", sheet=read_csv(sheet_of(first)))
    assert other.kept["entries"] == first.kept["entries"]
    assert sheet_of(other) == sheet_of(first)
    assert not other.run("import", sheet=read_csv(sheet_of(first))).rows


def test_the_demo_comes_back_as_a_sheet() -> None:
    first, other = Room(*(one for one in demo_records(NOW) if isinstance(one, Entry))), Room()
    other.run("import", sheet=read_csv(sheet_of(first)))
    assert sheet_of(other) == sheet_of(first)


def test_a_cell_that_was_changed_in_the_spreadsheet_changes_that_and_nothing_else() -> None:
    room = Room(*FOUR)
    changed = read_csv(sheet_of(room).replace(b"Pay the rent", b"Pay the rent and the deposit"))
    assert "1 in entries" in room.refuses("import", sheet=changed)
    before = room.entry(RENT.id)
    room.run("import", sheet=changed, prefer="theirs")
    assert room.entry(RENT.id) == before._replace(text="Pay the rent and the deposit")
    assert room.entry(NOTES.id) == NOTES


def test_notes_of_the_journal_are_no_tasks_and_promises_have_a_sheet_of_their_own() -> None:
    steps = (Step("promise", AT, "2026-06-12"), Step("keep", "2026-06-11T10:00:00", note="=sent"))
    room = Room(
        Entry("n0te", text="quiet", kind="note"), CALL, Commitment("w0rd", text="letter", who="Heron 7", steps=steps)
    )
    assert [row[2] for row in rows(sheet_of(room))] == ["text", CALL.text]
    header, promise = rows(sheet_of(room, "promises"))
    told = (
        f'[{{"kind":"promise","at":"{AT}","due":"2026-06-12"}},'
        '{"kind":"keep","at":"2026-06-11T10:00:00","note":"=sent"}]'
    )
    assert dict(zip(header, promise, strict=True)) == {
        "id": "w0rd", "text": "letter", "who": "Heron 7", "whom": "other", "state": "kept", "due": "2026-06-12",
        "zone": "", "times": "1", "area": "", "estimate": "", "created": "", "last": "2026-06-11 10:00:00",
        "note": "'=sent",
        "steps": told,
    }  # fmt: skip
    with pytest.raises(OrganizerError, match="tasks, promises"):
        sheet_of(room, "moons")


# -- lists from elsewhere


def entries_of(text: str | bytes, *records: Entry) -> list[Entry]:
    """What a list brings into an office."""
    room = Room(*records)
    change = room.run("import", sheet=read_csv(text if isinstance(text, bytes) else text.encode()))
    return [row.after for row in change.rows if isinstance(row.after, Entry)]


def test_other_names_separators_and_encodings() -> None:
    semicolons = "sep=;\r\nTitle;Due Date;Category;Status;Priority\r\n"
    semicolons += "Attestation für CAQH;3/20/2026;training;In Progress;High\r\n"
    for data in (semicolons.encode("cp1252"), semicolons.encode("utf-16"), semicolons.encode("utf-8-sig")):
        (entry,) = entries_of(data)
        assert (entry.text, entry.due, entry.area) == ("Attestation für CAQH", "2026-03-20", "training")
        assert (entry.stage, entry.signifiers) == ("doing", ("priority",))
    (entry,) = entries_of("Task\tMinutes\tDone\nCall the payer\t20\tx\n")
    assert (entry.text, entry.estimate, entry.stage, entry.closed) == ("Call the payer", 20, "done", AT)


def test_what_todoist_writes() -> None:
    text = (
        "TYPE,CONTENT,DESCRIPTION,PRIORITY,INDENT,AUTHOR,RESPONSIBLE,DATE,DATE_LANG,TIMEZONE\n"
        "section,Money,,,,,,,,\n"
        "task,Send superbills,by mail,1,1,,,june 19,en,\n"
    )
    sheet = read_csv(text.encode())
    assert (sheet.left, sheet.unknown) == (1, ("INDENT", "AUTHOR", "DATE_LANG", "TIMEZONE"))
    (entry,) = entries_of(text)
    assert (entry.text, entry.notes, entry.due) == ("Send superbills", "by mail", "2026-06-19")
    assert entry.signifiers == ("priority",)


def test_an_area_that_is_none_here_becomes_a_tag() -> None:
    (entry,) = entries_of("title,project\nPaint the door,New Office\n")
    assert (entry.area, entry.tags) == ("", ("New-Office",))


def test_cells_of_many_lines_and_lines_of_nothing() -> None:
    entries = entries_of('text,notes\n"Call","one\n\ntwo"\n,\n\n"More",\n')
    assert [(entry.text, entry.notes) for entry in entries] == [("Call", "one\n\ntwo"), ("More", "")]


def test_rows_that_cannot_be_read_are_told_with_their_line_and_nothing_is_half_kept() -> None:
    room = Room()
    text = 'text,due,estimate\n"Fine\n",friday,\nBad,soonish,\nWorse,,a while\n,friday,\n'
    said = room.refuses("import", sheet=read_csv(text.encode()))
    assert "Line 4: due: 'soonish' is not a day" in said
    assert "Line 5: estimate: 'a while' is not a length" in said
    assert "Line 6: text:" in said
    assert said.endswith("Nothing was imported.")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "nothing in the file"),
        (b"\0\0\xff\xff", "not a text"),
        (b"color,size\nred,4\n", "No column is called text"),
        (b"text,due\na,friday,x\n", "Line 2 has more cells"),
        (b'text\n"open\n', "cannot be read as CSV"),
    ],
)
def test_what_is_no_list(data: bytes, said: str) -> None:
    with pytest.raises(OrganizerError, match=said):
        read_csv(data)


@FEW
@given(some.binary(max_size=60) | some.text(max_size=60).map(str.encode))
def test_no_file_is_too_strange_for_a_sentence(data: bytes) -> None:
    for read in (read_csv, read_markdown):
        with suppress(OrganizerError):
            Room().run("import", sheet=read(b"text,due\n" + data))


def test_every_column_of_ours_is_understood_and_no_name_means_two() -> None:
    assert all(column_of(name) == name for name in tables.COLUMNS)
    assert set(tables.COLUMNS) <= set(OURS)
    every = [name for names in OURS.values() for name in names]
    assert len(every) == len(set(every))


# -- Markdown


def board_of(room: Room) -> str:
    """The Board as Markdown."""
    return "".join(marking.export(room.office.practice, NOW, "", "board"))


@FEW
@given(some.lists(ENTRIES, max_size=4, unique_by=lambda entry: entry.uuid[:13]))
def test_the_board_comes_back_from_markdown(entries: list[Entry]) -> None:
    plain = [
        Entry(one.uuid[:10], text=one.text, area=one.area, due=one.due, waiting_for=one.waiting_for,
              checklist=one.checklist, someday=one.someday)
        for one in entries
    ]  # fmt: skip
    first, other = Room(*plain), Room()
    if plain:
        other.run("import", sheet=read_markdown(board_of(first).encode()))
        assert board_of(other) == board_of(first)


def test_boxes_of_other_programs() -> None:
    text = (
        "# Training\n\nread this\n\n- [ ] CE hours 📅 2026-06-20\n  * [x] ethics\n  by zoom\n* [X] license\n1. no box\n"
    )
    sheet: Sheet = read_markdown(text.encode())
    assert sheet.left == 2
    room = Room()
    room.run("import", sheet=sheet)
    hours, license = room.kept["entries"].values()
    assert isinstance(hours, Entry)
    assert isinstance(license, Entry)
    assert (hours.text, hours.due, hours.area, hours.notes) == ("CE hours", "2026-06-20", "training", "by zoom")
    assert hours.checklist == (Check("ethics", True),)
    assert (license.text, license.stage) == ("license", "done")


def test_a_whole_export_brings_the_board_alone() -> None:
    room = Room(*demo_records(NOW))
    text = "".join(marking.export(room.office.practice, NOW))
    assert [line for line in text.splitlines() if line.startswith("# ")] == ["# Board", "# Journal", "# My Word"]
    board = read_markdown(board_of(room).encode())
    assert [line.said for line in read_markdown(text.encode()).lines] == [line.said for line in board.lines]
    assert "Heron 7" in text
    assert "promise, by" in text
    with pytest.raises(OrganizerError, match="board, journal, word"):
        marking.export(room.office.practice, NOW, "", "moons")


def test_nothing_a_person_wrote_is_read_as_markdown() -> None:
    room = Room(Entry("x", text="# <b>*bold*</b> [link](x) `code` ~~no~~ | a"))
    (line,) = [line for line in board_of(room).splitlines() if line.startswith("- ")]
    assert line == "- [ ] \\# \\<b\\>\\*bold\\*\\</b\\> \\[link\\](x) \\`code\\` \\~\\~no\\~\\~ \\| a"


# -- promises and inquiries

ASKED = Inquiry(
    "1nqyyyyy00", "", "=HYPERLINK(1), weekday mornings", "Heron 7", "phone", "2026-06-08T10:00:00", "", True,
    (Answer("left word", "2026-06-08T15:00:00"),
     Answer("waitlist", "2026-06-09T11:00:00", note="after July", review="2026-07-01")), AT,
)  # fmt: skip
WAITS = Inquiry("1nqyyyyy01", "", "asks for a first hour", "Wren 2", "email", "2026-06-10T09:00:00", created=AT)
LETTER = Commitment(
    "1etter0000", "", "letter to the GP", "Heron 7", "client",
    (Step("promise", AT, "2026-06-19T16:00"), Step("keep", "2026-06-10T12:00:00")), "accounting", estimate=20,
    created=AT,
)  # fmt: skip
LATE = Commitment("1ate000000", "", "call back", "Wren 2", "client", (Step("promise", AT, "2026-06-19"),), created=AT)


def test_inquiries_go_out_as_they_stand_and_no_cell_is_a_formula() -> None:
    head, first, second = rows(sheet_of(Room(WAITS, ASKED), "inquiries"))
    assert tuple(head) == tables.INQUIRIES
    said = dict(zip(head, first, strict=True))
    assert said["text"] == "'=HYPERLINK(1), weekday mornings"
    assert (said["state"], said["tries"], said["full"], said["review"]) == ("waitlist", "1", "yes", "2026-07-01")
    assert (said["received"], said["heard"], said["last"]) == (
        "2026-06-08 10:00:00",
        "2026-06-08 15:00:00",
        "2026-06-09 11:00:00",
    )
    assert dict(zip(head, second, strict=True))["state"] == "waiting"


@pytest.mark.parametrize(("what", "records"), [("inquiries", (ASKED, WAITS)), ("promises", (LETTER, LATE))])
def test_a_list_of_them_comes_back(what: str, records: tuple[Any, ...]) -> None:
    sheet = read_csv(sheet_of(Room(*records), what))
    assert (sheet.what, len(sheet.lines), sheet.unknown) == (what, 2, ())
    room = Room(*records)
    assert room.run("import", sheet=sheet).rows == ()
    fresh = Room()
    fresh.run("import", sheet=sheet)
    table = "inquiries" if what == "inquiries" else "commitments"
    made = fresh.office.practice.table(table)
    assert sorted(made) == sorted(one.id for one in records)
    again = rows(sheet_of(fresh, what))
    told = {"tries", "heard"}  # of several answers the last one came
    for old, new in zip(rows(sheet_of(room, what)), again, strict=True):
        assert [cell for name, cell in zip(again[0], old, strict=True) if name not in told] == [
            cell for name, cell in zip(again[0], new, strict=True) if name not in told
        ]


SLIPPED = (Step("promise", "2026-06-01T09:00:00", "2026-06-05T16:00", "America/New_York", "call"),)
SAID = (*SLIPPED, Step("say", "2026-06-08T10:00:00", how="letter", note="=said so, at once", told=True))
STORIES = {
    "slipped": SLIPPED,
    "said": SAID,
    "sorry": (*SAID, Step("apologize", "2026-06-08T10:05:00", note="not owed", owed=False)),
    "planned": (*SAID, Step("apologize", "2026-06-08T10:05:00"), Step("plan", "2026-06-09T09:00:00", "2026-06-15")),
    "not repairable": (*SAID, Step("give up", "2026-06-09T09:00:00", note="they moved away")),
    "released": (Step("promise", AT, "2026-06-19"), Step("release", "2026-06-10T09:00:00")),
    "countered": (Step("ask", AT), Step("counter", AT, note="July instead")),
}


@pytest.mark.parametrize("state", STORIES)
def test_a_promise_that_is_being_put_right_comes_back_from_a_list_with_its_story(state: str) -> None:
    one = Commitment("1ate000001", "", "call back", "Wren 2", "client", STORIES[state], created=AT)
    text = sheet_of(Room(one), "promises")
    assert dict(zip(*rows(text), strict=True))["state"] == state
    room = Room()
    room.run("import", sheet=read_csv(text))
    assert room.office.practice.commitments[one.id] == one
    assert room.run("import", sheet=read_csv(text)).rows == ()


def test_words_that_look_like_a_sign_of_markdown_come_back_as_they_are() -> None:
    room = Room()
    room.run("import", sheet=read_markdown(board_of(Room(RENT._replace(waiting_for="&gt; &lt; &amp;"))).encode()))
    (rent,) = room.office.practice.entries.values()
    assert rent.waiting_for == "&gt; &lt; &amp;"


@pytest.mark.parametrize("more", ["1e400", "NaN"])
def test_a_rule_with_a_number_that_cannot_be_kept_is_read_from_the_words(more: str) -> None:
    rule = f'{{"rule":"FREQ=DAILY","new":{more}}}'
    said = {"text": "walk", "due": "2026-06-12", "repeat": "every day", "repeat_rule": rule}
    room = Room()
    room.run("import", sheet=Sheet((), (), 0, (Line(2, said),)))
    (walk,) = room.office.practice.entries.values()
    assert walk.repeat is not None
    assert walk.repeat.rule == "RRULE:FREQ=DAILY"
    assert not walk.repeat.extra


def test_a_story_that_the_row_no_longer_tells_does_not_come() -> None:
    text = sheet_of(Room(LATE), "promises").decode().replace(",2026-06-19,", ",2026-06-26,")
    room = Room()
    room.run("import", sheet=read_csv(text.encode()))
    assert room.office.practice.commitments[LATE.id].steps[0].due == "2026-06-26"
    repaired = Commitment("1ate000001", "", "call back", "Wren 2", "client", STORIES["said"], created=AT)
    said = sheet_of(Room(repaired), "promises").decode()
    with pytest.raises(OrganizerError, match="story of steps"):
        Room().run("import", sheet=read_csv(said.replace(",said,", ",closed by hand,").encode()))


ENDLESS = '[{"kind":"say","at":"2026-06-11","new":1e400}]'


@pytest.mark.parametrize(
    "cell", ["7", "[7]", "[{}]", '[{"kind":"say"}]', '[{"kind":"say","at":"never"}]', "[" * 9000, "NaN", ENDLESS]
)
def test_what_is_no_story_is_told_with_its_line(cell: str) -> None:
    with pytest.raises(WrongUse, match="Line 2: steps: "):
        Room().run(
            "import", sheet=Sheet((), (), 0, (Line(2, {"text": "a letter", "who": "me", "steps": cell}),), "promises")
        )


def test_what_is_put_otherwise_in_a_list_is_changed_and_nothing_else() -> None:
    text = (
        sheet_of(Room(ASKED, WAITS), "inquiries").decode().replace("asks for a first hour", "asks for an hour in July")
    )
    room = Room(ASKED, WAITS)
    room.run("import", sheet=read_csv(text.encode()), prefer="theirs")
    assert room.office.practice.inquiries[WAITS.id] == WAITS._replace(text="asks for an hour in July")
    assert room.office.practice.inquiries[ASKED.id] == ASKED


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("about,received\ncall me,2026-06-08\nmore,someday\n", "Line 3: received: 'someday' is not a time"),
        ("about,received\nmore,2027-01-01\n", "Line 2: received: that is still to come."),
        ("about,received,state\nmore,2026-06-08,eaten\n", "Line 2: state: 'eaten' is none."),
        ("about,received\n,2026-06-08\n", "Line 2: It needs a few words and a code."),
        ("promise,whom,who,due\nletter,client,Heron 7,\n", "Line 2: due: By when?"),
        ("promise,whom,who,due\nletter,client,,friday\n", "Line 2: A promise says what, and to whom."),
        ("promise,whom,who,due,state\nletter,client,Heron 7,friday,planned\n", "Line 2: What became of it is a story"),
    ],
)
def test_a_row_that_cannot_be_read_is_told_and_nothing_comes(text: str, why: str) -> None:
    room = Room(WAITS)
    with pytest.raises(WrongUse) as found:
        room.run("import", sheet=read_csv(text.encode()))
    assert why in str(found.value)
    assert list(room.office.practice.inquiries) == [WAITS.id]
    assert not room.office.practice.commitments


def test_lists_from_elsewhere_become_promises_and_inquiries() -> None:
    room = Room()
    room.run("import", sheet=read_csv(b"About;Code;Channel;Received\nnew, mornings;Heron 7;phone;6/8/2026\n"))
    (made,) = room.office.practice.inquiries.values()
    assert (made.text, made.who, made.how, made.received) == (
        "new, mornings",
        "Heron 7",
        "phone",
        "2026-06-08T12:00:00",
    )
    room.run("import", sheet=read_csv(b"Promise,To,Whom,Due\nsend the letter,the payer,,june 19\n"))
    (word,) = room.office.practice.commitments.values()
    assert (word.text, word.who, word.whom, word.steps[0].due) == (
        "send the letter",
        "the payer",
        "payer",
        "2026-06-19",
    )


def test_what_became_of_one_that_is_here_is_not_changed_by_a_row() -> None:
    text = sheet_of(Room(ASKED, WAITS), "inquiries").decode().replace(",waiting,", ",appointment,")
    with pytest.raises(WrongUse, match="story of steps"):
        Room(ASKED, WAITS).run("import", sheet=read_csv(text.encode()), prefer="theirs")


def test_a_promise_that_slipped_since_its_list_was_written_is_still_the_same() -> None:
    text = sheet_of(Room(LATE), "promises").decode().replace("call back", "call back about July")
    later = Room(LATE, now=NOW + timedelta(30))
    later.run("import", sheet=read_csv(text.encode()), prefer="theirs")
    assert later.office.practice.commitments[LATE.id] == LATE._replace(text="call back about July")


@pytest.mark.parametrize(
    ("received", "last", "kept"),
    [
        ("2026-06-08 15:00", "2026-06-08", ("2026-06-08T15:00:00", "2026-06-08T15:00:00")),
        ("2026-06-08", "2026-06-08 9:30", ("2026-06-08T09:30:00", "2026-06-08T09:30:00")),
        ("2026-06-11", "2026-06-11", (f"{NOW:%Y-%m-%dT%H:%M:%S}", f"{NOW:%Y-%m-%dT%H:%M:%S}")),
    ],
)
def test_of_a_moment_that_is_told_by_its_day_nothing_is_still_to_come(
    received: str, last: str, kept: tuple[str, str]
) -> None:
    room = Room()
    room.run("import", sheet=read_csv(f"about,received,state,last\nmore,{received},full,{last}\n".encode()))
    (made,) = room.office.practice.inquiries.values()
    assert (made.received, made.answers[0].at) == kept
