"""The language of find: words, quotes, dashes and operators, over all that is kept."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from organizer.door.finding import find
from organizer.errors import NotFound, WrongUse
from organizer.finding.finder import Finder, narrower, search
from organizer.finding.offers import offers
from organizer.finding.pillars import capitals, told
from organizer.finding.query import Asked, Query, quoted, read
from organizer.practice import Practice
from organizer.records import Area, Entry, Record, Repeat, Theme
from organizer.records.door import Answer, Inquiry
from organizer.records.feedback import Comment
from organizer.records.finding import Filter
from organizer.records.path import Snag
from organizer.records.wins import Reward, Win
from organizer.records.word import Commitment, Step
from tests.commands_.test_views import practice_of
from tests.counting import calls
from tests.memory import MemoryVault

NOW = datetime(2026, 6, 11, 9, 14)
E = Entry


def practice() -> Practice:
    """A few of everything."""
    return practice_of(
        Area("accounting", name="Accounting", order=1, aliases=("money",)),
        Area("clients", name="Client experience", order=2),
        Theme("th1", name="Calm water", since="2026-01-02"),
        E("e1", text="Pay the rent", area="accounting", due="2026-06-12", created="2026-06-01", tags=("home",)),
        E("e2", text="Rent a chair", area="clients", stage="waiting", waiting_for="Dr Osei", created="2026-06-02"),
        E("e3", text="Old rent claim", stage="done", closed="2026-06-09T10:00:00", created="2026-05-01"),
        E("e4", text="Renew the lease", due="2026-06-01", dread=2, repeat=Repeat("FREQ=YEARLY"), theme="th1"),
        E("e5", text="The river was quiet", kind="note", created="2026-06-03", signifiers=("!",)),
        Commitment("p1", text="Letter on rent", who="the payer", created="2026-06-04",
                   steps=(Step("promise", "2026-06-04T09:00:00", "2026-06-10"),)),
        Inquiry("i1", text="a rent receipt", who="Heron 7", received="2026-06-10T09:00:00"),
        Inquiry("i2", text="a first hour", who="Wren 2", received="2026-06-01T09:00:00",
                answers=(Answer("reached", "2026-06-02T09:00:00"),)),
        Snag("s1", text="The rent a client pays for parking"), Win("w1", text="Rent paid early", at="2026-06-10"),
        Reward("r1", text="A walk by the river"), Comment("c1", text="The rent of the room is heard"),
    )  # fmt: skip


def found(text: str) -> list[str]:
    """The ids of all that is found, settings and rituals left out."""
    finder = Finder(practice(), lambda: NOW)
    groups = finder.find(text)
    return sorted(one.id for group in groups if group.pillar.kind not in ("setting", "ritual") for one in group.found)


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("rent", ["e1", "e2", "e3", "i1", "p1", "s1", "w1"]),
        ("RENT area:accounting", ["e1"]),
        ("area:money", ["e1"]),
        ('area:"client experience"', ["e2"]),
        ("rent -claim kind:task", ["e1", "e2"]),
        ('"the rent" kind:task', ["e1"]),
        ("due:<=7d", ["e1", "e4", "p1"]),
        ("due:>=today", ["e1"]),
        ("due:june_12", ["e1"]),
        ("is:waiting", ["e2", "i1"]),
        ("is:late", ["e4", "p1"]),
        ("-is:late kind:task", ["e1", "e2", "e3"]),
        ("is:done", ["e3", "i2", "w1"]),
        ("who:osei", ["e2"]),
        ("who:payer", ["p1"]),
        ("theme:calm kind:task", ["e4"]),
        ("theme:none kind:task -rent", []),
        ("stage:waiting kind:task", ["e2"]),
        ("tag:home", ["e1"]),
        ("tag:any", ["e1"]),
        ("is:dreaded is:repeating", ["e4"]),
        ("is:idea", ["e5"]),
        ("closed:week", ["e3", "w1"]),
        ("caught:>=june_4 kind:promise", ["p1"]),
        ("caught:10d kind:task", ["e1", "e2"]),
        ("caught:may_1 kind:task", ["e3"]),
        ("kind:inquiry", ["i1", "i2"]),
        ("kind:reward", ["r1"]),
        ("   ", []),
    ],
)
def test_what_an_operator_finds(text: str, ids: list[str]) -> None:
    assert found(text) == ids


def test_what_clients_wrote_is_found_only_where_it_may_be_shown() -> None:
    assert "c1" not in found("heard")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("rent are:accounting", "There is no operator are: here, so it is looked for as a word. The nearest one is a"),
        ("rent area:acounting", "There is no area 'acounting'. The nearest one is Accounting."),
        ("rent due:fribday", "'fribday' is not a day that can be read."),
        ("rent is:wating", "There is no is: 'wating'. The nearest one is waiting."),
        ("rent kind:promis", "There is no kind 'promis'. The nearest one is promise."),
        ("rent area:", "area: wants something behind it, as in area:accounting."),
    ],
)  # fmt: skip
def test_an_operator_that_cannot_be_read_is_said_and_hides_nothing(text: str, said: str) -> None:
    finder = Finder(practice(), lambda: NOW)
    assert text.endswith("are:accounting") or finder.entries("rent") == finder.entries(text)
    finder.find(text)
    assert finder.trouble.startswith(said)
    with pytest.raises(WrongUse):
        search(practice(), text, NOW)


def test_what_is_typed_is_read() -> None:
    assert read('-"two words" is:done -tag:x http://a.b 2:30 - "open') == Query(
        ("http://a.b", "2:30", "-", "open"), ("two words",), (Asked("is", "done"), Asked("tag", "x", True))
    )
    assert quoted("area:client experience") == 'area:"client experience"'
    assert quoted("two words") == "two words"


@given(some.text(max_size=40), some.sampled_from(["", "due:", "-", '"', "is:", "area:", "-due:<="]))
def test_anything_may_be_typed(text: str, before: str) -> None:
    finder = Finder(practice(), lambda: NOW)
    finder.find(before + text)
    offers(practice(), before + text)


@given(some.lists(some.sampled_from(["rent", "-claim", "is:open", "the", "due:any", "kind:task", "r"]), max_size=4))
def test_letter_by_letter_finds_what_is_found_at_once(parts: list[str]) -> None:
    text = " ".join(parts)
    typed = Finder(practice(), lambda: NOW)
    for end in range(len(text)):
        typed.find(text[: end + 1])
    at_once = Finder(practice(), lambda: NOW).find(text)
    assert [(g.pillar.kind, g.found) for g in typed.find(text)] == [(g.pillar.kind, g.found) for g in at_once]


def test_what_may_stand_next_is_offered() -> None:
    assert offers(practice(), "rent ar") == [("rent area:", "of an area; none for those without")]
    assert offers(practice(), "rent -area:cli")[0][0] == 'rent -area:"client experience" '
    assert offers(practice(), "rent") == []
    assert [text for text, _ in offers(practice(), "")][:2] == ["area:", "due:"]


def many(count: int) -> Practice:
    """A practice of so many tasks."""
    records: list[Record] = [E(f"{n:010}", text=f"Claim {n} of the payer", created="2026-06-01") for n in range(count)]
    return practice_of(*records)


def test_a_letter_costs_the_same_whatever_there_is() -> None:
    costs = []
    for count in (300, 3000):
        finder = Finder(many(count), lambda: NOW)
        finder.find("c is:open")
        costs.append(calls(lambda finder=finder: finder.find("cl is:open")))
    assert costs[1] < costs[0] * 1.5


def test_a_saved_search_is_a_record() -> None:
    kept = Filter("f1", name="Payers", query="who:payer")
    assert Finder(practice_of(kept), lambda: NOW).find("payers") == []


def test_another_operator_costs_no_record_a_call() -> None:
    costs = []
    for count in (300, 3000):
        finder = Finder(many(count), lambda: NOW)
        finder.find("c is:open")
        costs.append(calls(lambda finder=finder: finder.find("c due:none is:open")))
    assert costs[1] < costs[0] * 1.5


@given(
    some.text(some.sampled_from("aBcDß İIıé\n") | some.characters(), max_size=40), some.sampled_from(("", "Notes", "x"))
)
def test_a_text_is_told_again_from_its_words_in_lower_case(text: str, more: str) -> None:
    hay = "\n".join([part for part in (text, more) if part]).casefold()
    assert told(hay, capitals(hay, text)) == text


def test_what_is_kept_of_an_archived_entry_is_small() -> None:
    texts = ("Submit the claims", "to Dr Osei: the IBAN", "Straße", "A title, " * 40)
    old = [E(f"o{n}", text=text, kind="note", notes="Said so", created="2020-06-01") for n, text in enumerate(texts)]
    finder = Finder(practice_of(), lambda: NOW)
    finder.shelves[0].take(old)
    assert [one.text for one in finder.entries("said so")] == [*texts]
    kept = [row.capitals for row in finder.shelves[0]._rows["old"]]
    assert sorted(map(str, kept))[:2] == ["1", str(1 << 3 | 1 << 6 | 0b1111 << 16)]
    assert {text for text in kept if isinstance(text, str)} == {"Straße", "A title, " * 40}, "what is not told so stays"


def test_what_was_read_of_a_year_is_not_read_twice_into_the_list() -> None:
    days = ("2024-03-01", "2026-01-20", "2026-02-03")
    vault = MemoryVault(archived=[E(f"o{n}", text="Rent", stage="done", closed=f"{day}T09:00:00", created=day)
                                  for n, day in enumerate(days)])  # fmt: skip
    finder = Finder(Practice(vault.table, vault.has, vault), lambda: NOW)
    for since, left, ids in (
        (NOW.isoformat(), 1, ["o2", "o1"]),
        ("", 0, ["o2", "o1", "o0"]),
        ("", 0, ["o2", "o1", "o0"]),
    ):
        assert [*finder.reading(since)][-1:] == [left]
        assert [one.id for one in finder.entries("rent")] == ids


class Word(str):
    """A word that counts how often another is looked for in it."""

    asked = 0

    def __contains__(self, other: str) -> bool:  # type: ignore[override]
        Word.asked += 1
        return super().__contains__(other)


@given(some.lists(some.text("ab", max_size=4), max_size=6), some.lists(some.text("ab", max_size=4), max_size=6))
def test_what_is_narrower_holds_all_that_was_looked_for(before: list[str], words: list[str]) -> None:
    assert narrower(before, words) == all(any(was in word for word in words) for was in before)


def test_a_letter_after_a_page_that_was_pasted_costs_no_more_than_the_page() -> None:
    page = [Word(f"word{number}") for number in range(2000)]
    Word.asked = 0
    assert narrower([*page, Word("le")], [*page, Word("letter")])
    assert Word.asked <= len(page) + 1


def test_a_whole_id_is_looked_for_once_not_in_all_of_the_archive() -> None:
    class Archived(Practice):
        def older(self, table: str) -> int:
            return 5

        def everything(self, table: str) -> Any:
            raise AssertionError("all of it is read")

    with pytest.raises(NotFound):
        find(Archived(), "1nqu1ry000")
