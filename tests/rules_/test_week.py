"""The week on a page: its figures, and a page of HTML on which nothing a person wrote is more than text."""

from __future__ import annotations

import re
from datetime import date, datetime
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as some

from organizer.errors import WrongUse
from organizer.printing.week import ROOM, cut, fitted, html, made, markdown, width
from organizer.records import Area, Day, Entry, Placement, Record, Setting, Theme
from organizer.records.door import Answer, Inquiry
from organizer.records.wins import Win
from organizer.records.word import Commitment, Step
from organizer.views.week import Coming, WeekView, facts, title, week, week_json
from tests.commands_.tools import Room

NOW = datetime(2026, 6, 11, 18)  # a Thursday
TODAY = NOW.date()


def done(day: int, area: str = "accounting") -> Entry:
    """A task that was done on a day of June."""
    return Entry(f"d{day:02}{area}", text="x", stage="done", area=area, closed=f"2026-06-{day:02}T10:00:00")


def looked_at(*records: Record, day: date = TODAY) -> WeekView:
    """The week of a day."""
    return week(Room(*records, now=NOW).office.practice, day, NOW)


def promise(id: str, due: str, kept: bool) -> Commitment:
    """A promise of the first of June."""
    steps = (Step("promise", "2026-06-01T10:00:00", due), *((Step("keep", f"{due}T09:00:00"),) if kept else ()))
    return Commitment(id, text="x", who="me", steps=steps, created="2026-06-01T10:00:00")


def test_what_was_done_stands_by_day_and_by_area() -> None:
    found = looked_at(
        done(8), done(9), done(9, "training"), done(7), done(15),
        Entry("e", kind="event", stage="done", closed="2026-06-09T10:00:00"),
        Entry("g", stage="let go", closed="2026-06-09T10:00:00"),
    )  # fmt: skip
    assert found.days == (1, 2, 0, 0, 0, 0, 0)
    assert found.areas == (("Accounting", 2), ("Training", 1))
    assert looked_at(done(7), day=date(2026, 6, 1)).days == (0, 0, 0, 0, 0, 0, 1)


def test_many_areas_are_told_together() -> None:
    areas = [Area(f"a{n}", name=f"Area {n}") for n in range(9)]
    found = looked_at(*areas, *(done(9, area.id) for area in areas))
    assert len(found.areas) == 7
    assert found.areas[-1] == ("Others", 3)


def test_word_office_and_calls_of_the_week_alone() -> None:
    found = looked_at(
        promise("c1", "2026-06-08", True), promise("c2", "2026-06-09", False), promise("c3", "2026-06-05", True),
        promise("c4", "2026-06-20", False),
        Day("2026-06-08", opened="2026-06-08T08:30:00"), Day("2026-06-11", opened="2026-06-11T08:30:00"),
        Inquiry("i1", answers=(Answer("answered", "2026-06-09T10:00:00"),)),
        Inquiry("i2", answers=(Answer("left word", "2026-06-09T10:00:00"),)),
        Theme("t", name="Room to breathe", since="2026-01-02"),
    )  # fmt: skip
    assert (found.kept, found.promised, found.opened, found.office_days, found.answered) == (1, 2, 2, 4, 1)
    assert facts(found) == [
        "Theme: Room to breathe", "my word kept 1 of 2", "office opened 2 of 4 days", "1 who called answered"
    ]  # fmt: skip


def test_wins_what_comes_and_what_was_learned() -> None:
    found = looked_at(
        Win("w1", text="one", stars=1, at="2026-06-08T10:00:00"),
        Win("w2", text="two", stars=5, at="2026-06-10T10:00:00"),
        Win("w3", text="old", at="2026-06-01T10:00:00"),
        *(Entry(f"n{n}", text=f"next {n}", due=f"2026-06-{12 + n}") for n in range(8)),
        Entry("today", text="today", due="2026-06-11"), Entry("some", text="some", due="2026-06-12", someday=True),
        Entry("q", text="?", stage="done", closed="2026-06-09T10:00:00", answer="until the fifteenth"),
        Entry("i", text="a hello video", kind="note", signifiers=("idea",), placements=(Placement("day:2026-06-10"),),
              created="2026-06-10T09:00:00"),
    )  # fmt: skip
    assert found.wins == ("two", "one")
    assert [one.text for one in found.coming] == [f"next {n}" for n in range(6)]
    assert found.learned == ("until the fifteenth", "a hello video")
    assert week_json(found)["coming"][0] == {"text": "next 0", "due": "2026-06-12", "area": ""}


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2026-06-11", "Week of June 8 – 14, 2026"),
        ("2026-07-01", "Week of June 29 – July 5, 2026"),
        ("2026-12-31", "Week of December 28, 2026 – January 3, 2027"),
    ],
)
def test_its_title(day: str, said: str) -> None:
    assert title(looked_at(day=date.fromisoformat(day))) == said


def test_a_week_that_begins_on_sunday() -> None:
    found = looked_at(done(7), done(8), Setting("week_begins", "on Sunday"))
    assert (found.first, found.days) == ("2026-06-07", (1, 1, 0, 0, 0, 0, 0))
    assert title(found) == "Week of June 7 – 13, 2026"
    assert "- Sun 1\n- Mon 1\n" in markdown(found)


def test_an_empty_week_is_told_kindly_and_is_a_page_too() -> None:
    page = html(looked_at())
    assert "That happens." in page
    assert "<svg" not in page
    assert "That happens." in markdown(looked_at())


class Tags(HTMLParser):
    """What a browser would make of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """One more."""
        self.found.append(tag)
        assert not {name for name, _ in attrs} & {"src", "href", "onload", "onclick"}

    def handle_data(self, data: str) -> None:
        """Its words."""
        self.words += data


TEXT = some.text(max_size=30) | some.sampled_from(
    ["</td><script>x</script>", "\" onload='x", "&lt;b&gt;", "a\nb", "\x1b[31m"]
)
FULL = some.builds(
    WeekView, some.just("2026-06-08"), TEXT, some.just(1), some.just(2), some.just(1), some.just(4), some.just(1),
    some.tuples(*[some.integers(0, 99)] * 7),
    some.lists(some.tuples(TEXT, some.integers(0, 99)), max_size=7).map(tuple),
    some.lists(TEXT, max_size=12).map(tuple), some.lists(some.builds(Coming, TEXT, TEXT, TEXT), max_size=6).map(tuple),
    some.lists(TEXT, max_size=6).map(tuple),
)  # fmt: skip


@given(FULL)
def test_nothing_on_the_page_is_more_than_text(found: WeekView) -> None:
    page = html(found)
    tags = Tags()
    tags.feed(page)
    allowed = "html head meta title style body h1 h2 p div section svg text rect ul li table tr td".split()
    assert set(tags.found) <= set(allowed)
    assert "://" not in re.sub(r"<(td|li|p|text|svg)\b.*", "", page)
    assert "\x1b" not in page
    assert "url(" not in page.partition("</style>")[0]


@given(some.sampled_from([*ROOM]), some.lists(some.text(max_size=400), max_size=20))
def test_no_part_takes_more_room_than_there_is(part: str, lines: list[str]) -> None:
    room, letters = ROOM[part]
    kept = fitted(part, lines)
    assert sum(1 + (width(line) > letters) for line in kept) <= room
    assert all(width(line) <= 2 * letters for line in kept)
    assert len(kept) == len(lines) or len(kept) >= room // 2


@given(some.text(max_size=100), some.integers(5, 50))
def test_what_is_cut_says_so(text: str, most: int) -> None:
    found = cut(text, most)
    assert width(found) <= most
    assert found == text or (found.endswith("…") and text.startswith(found[:-1]))


def test_the_ending_says_what_it_becomes() -> None:
    found = looked_at(done(9))
    assert made("x/week.html", found).startswith("<!doctype html>")
    assert made("WEEK.MD", found).startswith("# Week of June 8")
    with pytest.raises(WrongUse, match=r"\.html"):
        made("week.pdf", found)
