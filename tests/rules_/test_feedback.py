"""Files of replies: read whatever their shape, nobody in what is kept, and never fewer than five to be told apart."""

from __future__ import annotations

import io
import json
import zipfile
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from organizer.errors import WrongUse
from organizer.feedback.columns import columns, personal
from organizer.feedback.holding import LEAST
from organizer.feedback.measures import measured, periods
from organizer.feedback.months import day_first, month
from organizer.feedback.questions import FIRST, questions
from organizer.feedback.reading import read
from organizer.feedback.review import spots, without
from organizer.feedback.scores import point
from organizer.feedback.taking import Gathered, Reply, Said, gather
from organizer.records import to_doc
from organizer.records.feedback import Tally
from organizer.views.feedback import feedback, feedback_json
from tests.commands_.tools import Room
from tests.rules_.replies import IDS, KIND, PEOPLE, SHAPES, TOOLS, Made, file


def gathered(data: bytes, known: Any = FIRST, now: str = "2026-06") -> Gathered:
    table = read(data)
    return gather(table, columns(table, list(known)), now, list(known), day_before=False)


def everything(room: Room) -> str:
    """All that the vault holds: its records and its log."""
    kept = [to_doc(one) for table in room.vault.tables.values() for one in table.values()]
    log = [to_doc(one) for c in room.vault.log for r in c.rows for one in (r.before, r.after) if one is not None]
    return json.dumps([kept, log, [c.label for c in room.vault.log]], ensure_ascii=False)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("tool", TOOLS)
def test_the_four_tools_in_whatever_bytes(tool: str, shape: str) -> None:
    encoding, delimiter, head = SHAPES[shape]
    made = Made(40)
    data = file(TOOLS[tool](made), encoding, delimiter, head)
    assert read(data).tool == tool
    found = gathered(data)
    names = {one.id: one for one in found.questions}
    assert [one.kind for one in found.questions] == ["scale", "scale", "scale", "ten", "words"]
    assert [one.id for one in found.questions if not one.id.startswith("new:")] == [
        "heard",
        "ease",
        "recommend",
        "open",
    ]
    parking = next(id for id, one in names.items() if one.text == "Parking")
    wanted = [(s[0] - 1, s[1] - 1, s[2] - 1, ten) for _, s, ten, *_ in made.rows]
    got = [tuple(one.scores[q] for q in ("heard", "ease", parking, "recommend")) for one in found.replies]
    assert got == wanted
    assert [one.month for one in found.replies] == made.months()
    said = [" ".join(words.split()) for *_, words, _ in made.rows if words]
    assert [one.text for one in found.said] == [one.encode(encoding, "replace").decode(encoding) for one in said]
    assert not found.undated


@pytest.mark.parametrize("tool", TOOLS)
def test_nobody_is_in_what_is_kept(tool: str) -> None:
    room, found = Room(), gathered(file(TOOLS[tool](Made(40))))
    room.run("feedback.take", replies=found.replies, said=found.said, questions=found.questions)
    kept = everything(room)
    for person in (*PEOPLE, *((one, one.split()[0], one.split()[1]) for one, *_ in PEOPLE)):
        for value in person:
            assert value not in kept
    for value in (*IDS, "07:29", "/2026", "2026-01-", ":07"):
        assert value not in kept
    assert "=1+2" in kept  # text like any other
    assert "Größere Schrift" in kept
    assert len(found.dropped) == {"Google Forms": 2, "Microsoft Forms": 4, "SurveyMonkey": 8, "Jotform": 4}[tool]


def test_ten_thousand_rows_are_taken_in_and_say_what_they_said() -> None:
    made, room = Made(10_000), Room()
    found = gathered(file(TOOLS["Google Forms"](made), "utf-16", "\t"))
    room.run("feedback.take", replies=found.replies, said=found.said, questions=found.questions)
    view = feedback(room.office.practice)
    held = room.office.practice.table("held")["held"]
    assert view.n == 10_000 - sum(sum(part.counts) for part in held.parts if not part.question)  # type: ignore[attr-defined]
    heard = next(one.figures for one in view.told if one.question.id == "heard")
    assert abs(heard.mean - sum(s[0] for _, s, *_ in made.rows) / 10_000) < 0.01
    assert {one.text for one in view.comments} == {" ".join(words.split()) for words in KIND if words}


def test_the_order_of_the_file_is_gone() -> None:
    room = Room()
    replies = [Reply("2026-05", {"heard": at % 5}) for at in range(60)]
    said = [Said("2026-05", "open", f"word {at:02}") for at in range(60)]
    room.run("feedback.take", replies=replies, said=said)
    kept = [one.text for one in room.office.practice.table("comments").values()]  # type: ignore[attr-defined]
    assert sorted(kept) == [one.text for one in said] != kept
    assert [one.text for one in feedback(room.office.practice).comments] != [one.text for one in said]


# -- never fewer than five

REPLIES = some.lists(
    some.lists(
        some.tuples(
            some.sampled_from(["2025-11", "2025-12", "2026-01", "2026-02", "2026-03", "2026-05"]),
            some.dictionaries(some.sampled_from(["heard", "goals", "recommend"]), some.integers(0, 4), max_size=3),
            some.booleans(),
        ),
        min_size=2,
        max_size=9,
    ),
    min_size=1,
    max_size=7,
)


@settings(max_examples=60, deadline=None)
@given(REPLIES, some.sampled_from([5, 5, 8]))
def test_no_two_things_shown_differ_by_fewer_than_five(files: list[list[Any]], least: int) -> None:
    """Whatever is shown, of any time, before or after any file: sets of answers, each with all that is its part."""
    room, shown = Room(), []
    if least > LEAST:
        room.run("setting.set", name="feedback_least", value=str(least))
    given_ = 0
    for number, rows in enumerate(files):
        replies = [Reply(month, scores) for month, scores, _ in rows]
        said = [Said(month, "open", f"word {number} {at}") for at, (month, _, words) in enumerate(rows) if words]
        room.run("feedback.take", replies=replies, said=said, again=True)
        given_ += len(rows)
        view = feedback(room.office.practice)
        assert view.n == 0 or view.n >= least
        assert not view.comments or view.n >= LEAST
        assert given_ - view.n >= 0
        told = json.dumps(feedback_json(view))
        if given_ < LEAST:
            assert "word" not in told
            assert view.told == ()
        shown += _shown(room, least)
    for question, one in shown:
        for other, another in shown:
            if question == other and one > another:
                assert sum(count for _, count in one - another) >= LEAST


def _shown(room: Room, least: int) -> list[tuple[str, frozenset[tuple[str, int]]]]:
    """What each figure is made of: portions, each with its number of answers; a portion never changes."""
    by_question: dict[str, list[Tally]] = {}
    for one in room.office.practice.table("tallies").values():
        assert isinstance(one, Tally)
        assert sum(one.counts) >= LEAST
        by_question.setdefault(one.question, []).append(one)
    found = []
    for question, tallies in by_question.items():
        times = [frozenset((one.id, sum(one.counts)) for one in some_) for some_ in periods(tallies, least)]
        found += [(question, time) for time in times]
        found += [(question, frozenset().union(*times))] if times else []
        if question:
            figures = measured(tallies, least)
            assert (figures is None) == (not times)
            assert all(time.n >= least for time in (figures.periods if figures else ()))
    return found


def test_four_replies_are_nowhere_to_be_seen_and_the_fifth_shows_all() -> None:
    room = Room()
    four = [Reply("2026-04", {"heard": 4, "recommend": 9}) for _ in range(4)]
    said = [Said("2026-04", "open", "a quiet place"), Said("2026-04", "open", "more light")]
    room.run("feedback.take", replies=four, said=said)
    view = feedback(room.office.practice)
    assert (view.n, view.told, view.comments, view.first) == (0, (), (), "")
    assert room.office.practice.table("comments") == {}
    room.run("feedback.take", replies=[Reply("2026-05", {"heard": 0})])
    view = feedback(room.office.practice)
    assert (view.n, view.first, view.last) == (5, "2026-04", "2026-05")
    assert [(one.question.id, one.figures.n) for one in view.told] == [("heard", 5)]  # four recommend as yet
    assert sorted(one.text for one in view.comments) == ["a quiet place", "more light"]
    room.office.undo()
    assert feedback(room.office.practice).n == 0


def test_the_history_tells_nothing() -> None:
    room = Room()
    room.run(
        "feedback.take", replies=[Reply("2026-04", {"heard": 4})] * 3, said=[Said("2026-04", "open", "more light")]
    )
    room.office.undo()
    assert [change.label for change in room.vault.log] == ["Feedback taken in", "Undid · Feedback taken in"]


def test_words_that_come_alone_are_not_taken_in() -> None:
    with pytest.raises(WrongUse, match="matched with their numbers"):
        Room().run("feedback.take", replies=[Reply("2026-04", {"heard": 4})], said=[Said("2026-04", "open", "light")])


def test_a_month_that_is_here_is_asked_about() -> None:
    room = Room()
    replies = [Reply("2026-04", {"heard": 4})] * 6
    room.run("feedback.take", replies=replies)
    with pytest.raises(Exception, match="Replies of April were taken in before"):
        room.run("feedback.take", replies=replies)
    room.run("feedback.take", replies=replies, again=True)
    assert feedback(room.office.practice).n == 12


# -- words in which somebody may be named


@pytest.mark.parametrize(
    "text",
    [
        "Maria Gonzalez was kind", "write to bob@example.com please", "call me at 555-203-4417",
        "call 5552034417 any time",
        "Dr Osei could be earlier", "ask Maria about the door", "it was with Heron 7", "I am on @quietfox most days",
        "see https://example.com/me", "born 3/4/1980", "reach me: (555) 310 9921", "x" * 2100 + " Maria Gonzalez",
    ],
)  # fmt: skip
def test_somebody_may_be_named(text: str) -> None:
    assert spots(text)
    assert not spots(without(text))
    room = Room()
    five = [Reply("2026-05", {"heard": 4})] * 5
    with pytest.raises(WrongUse, match="Somebody may be named"):
        room.run("feedback.take", replies=five, said=[Said("2026-05", "open", text)])
    assert text not in everything(room)
    room.run("feedback.take", replies=five, said=[Said("2026-05", "open", without(text))], reviewed=True)


@pytest.mark.parametrize(
    "text", [*filter(None, KIND), "I waited 10 minutes at 4:30", "room 12 is cold", "$1,200 a month"]
)
def test_nobody_is_named(text: str) -> None:
    assert spots(" ".join(text.split())) == []


# -- columns, months, points

HEADS = {
    "Email Address": True, "IP": True, "Your full name": True, "Name": True, "ID": True, "Respondent ID": True,
    "Custom Data 1": True, "Phone number": True, "Start time": True, "Edit link": True, "Date of birth": True,
    "How easy is our address to find?": False, "Was the location easy to reach?": False, "Comments": False,
    "How easy was it to reach us by phone?": False, "I feel heard here.": False,
}  # fmt: skip


@pytest.mark.parametrize("head", HEADS)
def test_what_is_personal(head: str) -> None:
    assert personal(head) is HEADS[head]


def test_a_column_of_names_is_personal_whatever_it_is_called() -> None:
    rows = [["Timestamp", "Who", "Leave us something", "Parking"]]
    rows += [["2026/05/01", who[0], who[1], "4"] for who in PEOPLE]
    table = read(file(rows))
    assert [one.use for one in columns(table, list(FIRST))] == ["time", "personal", "personal", "scale"]


def test_lengths_of_time_and_groups_are_left_out() -> None:
    rows = [["Timestamp", "Duration", "Which group?", "Comments"]]
    rows += [["2026/05/01", f"{at}7", "evenings" if at % 2 else "mornings", f"a word {at}"] for at in range(12)]
    assert [one.use for one in columns(read(file(rows)), list(FIRST))] == ["time", "left", "left", "words"]


@pytest.mark.parametrize(
    ("text", "before", "wanted"),
    [
        ("2022/06/22 11:07:29 AM AST", False, "2022-06"), ("01/12/2026 11:07:29 AM", False, "2026-01"),
        ("01/12/2026 11:07", True, "2026-12"), ("46034.46", False, "2026-01"),
        ("2026-01-12T11:07:29Z", False, "2026-01"),
        ("Jan 12, 2026", False, "2026-01"), ("12 January 2026", False, "2026-01"),
        ("12.01.2026 11:07", True, "2026-01"),
        ("3/4/26 9:00", False, "2026-03"), ("soon", False, ""), ("", False, ""), ("13/45/2026", False, ""),
    ],
)  # fmt: skip
def test_of_a_time_the_month_is_kept(text: str, before: bool, wanted: str) -> None:
    assert month(text, before) == wanted


def test_which_comes_first_is_read_from_the_column() -> None:
    assert day_first(["3/4/2026", "22/4/2026"], usual=False)
    assert not day_first(["3/4/2026", "4/22/2026"], usual=True)


@pytest.mark.parametrize(
    ("text", "kind", "wanted"),
    [
        ("4", "scale", 3), ("4.0", "scale", 3), ("5 - It's extremely important", "scale", 4), ("Agree", "scale", 3),
        ("Strongly agree", "scale", 4), ("6", "scale", None), ("", "scale", None), ("8/10", "ten", 8),
        ("10", "ten", 10),
        ("0", "ten", 0), ("11", "ten", None), ("N/A", "scale", None), ("1999", "scale", None),
    ],
)  # fmt: skip
def test_what_a_cell_says_on_a_scale(text: str, kind: str, wanted: int | None) -> None:
    assert point(text, kind) == wanted


def test_a_few_low_answers_are_not_counted_out() -> None:
    one = measured([Tally("a", "", "heard", "2026-01", "2026-03", (1, 1, 0, 4, 4))])
    assert one
    assert (one.n, one.low, one.high, one.change) == (10, "1+", None, "")
    two = Tally("b", "", "heard", "2026-04", "2026-06", (4, 4, 2, 0, 0))
    both = measured([Tally("a", "", "heard", "2026-01", "2026-03", (0, 0, 0, 5, 5)), two])
    assert both
    assert (both.low, both.change, both.care) == ("8", "down", True)
    assert [time.n for time in both.periods] == [10, 10]


# -- what is no file of replies


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "nothing in this file"), (b"Timestamp,Parking\n", "no replies below"),
        (b"\n\n\n", "nothing in this file"),
        (b"PK\x03\x04rubbish", "zip cannot be read"),
    ],
)  # fmt: skip
def test_it_says_what_is_the_matter(data: bytes, says: str) -> None:
    with pytest.raises(WrongUse, match=says):
        read(data)


def test_a_zip_is_opened_and_a_spreadsheet_is_not() -> None:
    def zipped(name: str) -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as pack:
            pack.writestr(name, file(TOOLS["Google Forms"](Made(6))))
        return out.getvalue()

    assert read(zipped("replies.csv")).tool == "Google Forms"
    with pytest.raises(WrongUse, match="Excel file"):
        read(zipped("xl/workbook.xml"))


@given(some.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with suppress(WrongUse):
        table = read(data)
        found = columns(table, list(FIRST))
        gather(table, found, "2026-06", FIRST, day_before=False)
        assert all(len(row) == len(table.heads) for row in table.rows)


def test_questions_stand_in_their_order() -> None:
    room = Room()
    assert [one.id for one in questions(room.office.practice)] == ["heard", "goals", "fit", "ease", "recommend", "open"]
