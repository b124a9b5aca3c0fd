"""One thing, one identity: whatever is done in whatever order, an entry has one state and an unbroken chain of pages,
every page has one number that never changes, and the index tells all of them."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as some

from organizer.errors import OrganizerError
from organizer.pages import kind_of, placed, rank
from organizer.records import Entry, Placement
from organizer.views.day import lines_of
from organizer.views.index import index
from organizer.views.migration import migration
from tests.commands_.tools import NOW, Room

PAGES = ("today", "june 12", "june 20", "july", "2026-05", "Website words", "Books")
WHEN = ("september", "june 18", "next month", "in 3 weeks", "2027-01")
STEPS = some.one_of(
    some.tuples(some.just("write"), some.sampled_from((*PAGES, "future")), some.sampled_from(("", "o ", "- ", "! "))),
    some.tuples(some.just("migrate"), some.integers(0, 9), some.sampled_from(PAGES)),
    some.tuples(some.just("schedule"), some.integers(0, 9), some.sampled_from(WHEN)),
    some.tuples(some.just("collect"), some.integers(0, 9), some.sampled_from(("Books", "Website words", "Thanks"))),
    some.tuples(some.just("order"), some.integers(0, 9), some.sampled_from((1, -1))),
    some.tuples(some.sampled_from(("done", "drop", "go on", "undo", "redo")), some.integers(0, 9), some.none()),
    some.tuples(some.just("day"), some.integers(1, 40), some.none()),
)


class Hand:
    """Somebody who does one thing after another, and looks at the whole each time."""

    def __init__(self) -> None:
        self.room = Room()
        self.numbers: dict[str, int] = {}
        for name in ("Books", "Website words"):
            self.room.run("collection.add", name=name)

    @property
    def entries(self) -> list[Entry]:
        return list(self.room.office.practice.entries.values())

    def do(self, step: tuple[str, object, object]) -> None:
        what, which, how = step
        office = self.room.office
        try:
            if what == "write":
                self.write(str(which), str(how))
            elif what == "day":
                self.room.clock.at = NOW + timedelta(days=int(str(which)))
            elif what in ("undo", "redo"):
                (office.undo if what == "undo" else office.redo)()
            elif what == "go on":
                pages = [page for page in office.practice.pages if kind_of(page) == "collection"]
                self.room.run("collection.continue", page=pages[int(str(which)) % len(pages)])
            elif self.entries:
                self.change(what, self.entries[int(str(which)) % len(self.entries)], how)
        except OrganizerError:
            pass

    def write(self, page: str, mark: str) -> None:
        from organizer.views.naming import read_page

        found = read_page(self.room.office.practice, page, self.room.clock.now())
        self.room.run("journal.write", text=f"{mark}line {len(self.room.vault.log)}", page=found)

    def change(self, what: str, entry: Entry, how: object) -> None:
        if what == "order":
            self.room.run("journal.order", entry.id, page=entry.placements[-1].page, by=how)
        elif what in ("done", "drop"):
            self.room.run(f"entry.{what}", entry.id)
        else:
            answer = {"migrate": "to", "schedule": "when", "collect": "collection"}[what]
            self.room.run(f"journal.{what}", entry.id, **{answer: how})

    def look(self) -> None:
        practice = self.room.office.practice
        assert self.room.kept == self.room.known
        for entry in self.entries:
            states = [place.state for place in entry.placements]
            assert states[-1:] == ["here"]
            assert "here" not in states[:-1]
            assert entry.deferrals == len(states) - 1
            assert all(a.page != b.page for a, b in zip(entry.placements, entry.placements[1:], strict=False))
            for nth, place in enumerate(entry.placements):
                (line,) = (one for one in lines_of(practice, place.page) if (one.entry.id, one.nth) == (entry.id, nth))
                assert line.entry is entry
                assert (line.went,) == (entry.placements[nth + 1 : nth + 2] or (None,))
                assert (line.came is None) == (nth == 0)
            assert entry.open == (entry.closed is None) == (entry.stage not in ("done", "let go"))
        self.look_at_pages()

    def look_at_pages(self) -> None:
        practice = self.room.office.practice
        used = {place.page for entry in self.entries for place in entry.placements}
        assert used <= practice.pages.keys()
        assert set(practice.written.pages()) == used
        numbers = [page.number for page in practice.pages.values()]
        assert sorted(numbers) == list(range(1, len(numbers) + 1))
        for page in practice.pages.values():
            if page.next:
                assert practice.pages[page.next].previous == page.id
            if page.previous:
                assert practice.pages[page.previous].next == page.id
        told = [line for group in index(practice, self.room.clock.now()) for line in group.lines]
        assert sum(self.told(line.numbers) for line in told) == len(numbers)

    @staticmethod
    def told(numbers: str) -> int:
        """How many pages a line of the index tells of."""
        parts = numbers.replace("/", ", ").split(", ")
        return sum(int(part.partition("-")[2] or part) - int(part.partition("-")[0]) + 1 for part in parts)


@settings(max_examples=60, deadline=None)
@given(some.lists(STEPS, max_size=30))
def test_any_order_of_things_keeps_every_chain_whole(steps: list[tuple[str, object, object]]) -> None:
    hand = Hand()
    for step in steps:
        before = {id: page.number for id, page in hand.room.office.practice.pages.items()}
        hand.do(step)
        after = hand.room.office.practice.pages
        assert all(after[id].number == number for id, number in before.items() if id in after)
    hand.look()
    made = hand.room.kept
    undone = 0
    while True:
        try:
            hand.room.office.undo()
        except OrganizerError:
            break
        undone += 1
    assert hand.entries == []
    assert not hand.room.office.practice.pages
    for _ in range(undone):
        hand.room.office.redo()
    assert {name: set(table) for name, table in hand.room.known.items()} == {n: set(t) for n, t in made.items()}
    hand.look()


@given(some.lists(some.sampled_from(("day:2026-06-11", "day:2026-06-12", "future", "collection:x")), max_size=12))
def test_placing_leaves_a_stroke_on_every_page_before(pages: list[str]) -> None:
    entry = Entry("e", text="Call", placements=(Placement("day:2026-06-10"),), created="2026-06-10T08:00:00")
    for page in pages:
        entry = placed(entry, page, "2026-06-11T09:14:00")
    assert [place.state for place in entry.placements[:-1]] == ["moved"] * entry.deferrals
    assert entry.placements[-1].state == "here"
    if pages:
        assert entry.placements[-1].page == pages[-1]


def test_lines_stand_in_the_order_in_which_they_came_also_within_one_second() -> None:
    room = Room()
    for number in range(30):
        room.run("journal.write", text=f"line {number}", page="day:2026-06-11")
    room.run("journal.write", lines=["a", "b", "c"], page="day:2026-06-11")
    texts = [line.entry.text for line in lines_of(room.office.practice, "day:2026-06-11")]
    assert texts == [*(f"line {number}" for number in range(30)), "a", "b", "c"]
    ranks = [rank(line.entry, line.nth) for line in lines_of(room.office.practice, "day:2026-06-11")]
    assert len(set(ranks)) == len(ranks)


def test_nothing_migrates_by_itself() -> None:
    room = Room()
    room.run("journal.write", lines=["one", "two tomorrow", "- a note"], page="day:2026-06-11")
    before = room.kept
    room.clock.at = NOW + timedelta(days=3)
    assert [line.entry.text for line in migration(room.office.practice, room.clock.now()).left] == ["one", "two"]
    assert room.kept == before
