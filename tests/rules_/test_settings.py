"""Each setting described once: read as people say it, sound whatever is kept, said in words, found by words."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from organizer import settings
from organizer.errors import NotFound, WrongUse
from organizer.practice import Practice
from organizer.records import Record, Setting
from organizer.settings import Known
from organizer.settings.known import KINDS
from organizer.settings.reading import days_of

NOW = datetime(2026, 6, 11, 9, 14)
EVERY = tuple(settings.every())
SET = tuple(known for known in EVERY if known.kind != "lead")
ANYTHING = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(), st.lists(st.text()))


def practice(*kept: Setting) -> Practice:
    """A practice in which these are set."""
    records: dict[str, Record] = {one.id: one for one in kept}
    return Practice(lambda table: records if table == "settings" else {})


@pytest.mark.parametrize("known", EVERY, ids=lambda known: known.name)
def test_it_is_described_in_whole_words(known: Known) -> None:
    assert known.kind in KINDS
    assert known.name == known.name.lower().replace(" ", "_")
    assert known.title[:1].isupper()
    assert known.help.endswith(".")
    assert len(known.about) <= 40
    if known.kind == "lead":
        assert known.leads
        return
    assert known.question.endswith("?")
    assert known.sound(known.usually) == known.usually
    assert known.word(known.usually)
    for typed in (*known.values, *known.usual):
        settings.read(known, typed, practice(), NOW)


def test_no_name_and_no_title_stands_twice() -> None:
    assert len({known.name for known in EVERY}) == len({known.title for known in EVERY}) == len(EVERY)


@pytest.mark.parametrize("known", SET, ids=lambda known: known.name)
@given(kept=ANYTHING)
def test_whatever_is_kept_it_is_sound(known: Known, kept: Any) -> None:
    now = known.of(practice(Setting(known.name, kept)))
    assert known.sound(now) == now
    assert known.said(practice(Setting(known.name, kept)))


@pytest.mark.parametrize("known", SET, ids=lambda known: known.name)
@given(typed=st.text(max_size=40))
def test_whatever_is_typed_is_kept_or_refused(known: Known, typed: str) -> None:
    with suppress(WrongUse):
        value = settings.read(known, typed, practice(), NOW)
        assert known.sound(value) == value


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("mon tue", {0, 1}), ("Monday to Friday", {0, 1, 2, 3, 4}), ("mon-thu", {0, 1, 2, 3}),
        ("tu, th and sat", {1, 3, 5}),
        ("fri to mon", {4, 5, 6, 0}), ("sunday", {6}),
    ],
)  # fmt: skip
def test_days_are_read_as_people_write_them(typed: str, days: set[int]) -> None:
    assert days_of(typed) == days


@pytest.mark.parametrize("typed", ["", "to", "someday", "m", "mon or tue"])
def test_what_is_no_day_is_refused(typed: str) -> None:
    with pytest.raises(WrongUse):
        days_of(typed)


def test_it_is_found_by_name_by_title_and_by_words() -> None:
    assert settings.find("answer within").name == settings.find("Calls are answered").name == "answer_within"
    with pytest.raises(NotFound, match="The nearest one is office_opens"):
        settings.find("office open")
    with pytest.raises(NotFound, match="shows them all"):
        settings.find("zzzz")
    assert [one.name for group in settings.matching("third april").values() for one in group] == ["day_first"]
    assert settings.matching("zzzz") == {}
