"""A theme from the first line that is poured out to the last that is written, and every step of it taken back."""

from __future__ import annotations

import pytest

from organizer.records import Entry, Theme
from organizer.records.theme import Studio
from organizer.views.theme import (
    HUNDRED,
    in_hand,
    moments,
    open_studio,
    piles,
    season_of,
    shared,
    side_by_side,
    theme_view,
    thoughts,
    written,
)  # fmt: skip
from tests.commands_.tools import FOUR, NOTES, Room


def begun(*lines: str) -> tuple[Room, Studio]:
    """An office with a theme in the making, and some lines poured out."""
    room = Room(*FOUR)
    room.run("studio.begin")
    if lines:
        room.run("studio.pour", lines=list(lines))
    studio = open_studio(room.office.practice)
    assert studio
    return room, studio


def test_lines_are_kept_one_by_one_and_in_their_order() -> None:
    room, studio = begun("too many tabs", "callers hear nothing")
    room.run("studio.pour", text="  the \t plant died ")
    practice = room.office.practice
    assert [one.text for one in thoughts(practice, studio.id)] == [
        "too many tabs",
        "callers hear nothing",
        "the plant died",
    ]
    assert "nothing in the line" in room.refuses("studio.pour", lines=["", "  "])
    room.office.undo()
    assert len(thoughts(practice, studio.id)) == 2


def test_piles_are_begun_by_name_and_let_go_without_their_lines() -> None:
    room, studio = begun("too many tabs", "callers hear nothing", "the plant died")
    practice = room.office.practice
    first, second, third = (one.id for one in thoughts(practice, studio.id))
    room.run("studio.move", thought=first, name="Breathing space")
    room.run("studio.move", thought=second, name="breathing SPACE")
    room.run("studio.move", thought=third, name="Green")
    space, green = piles(practice, studio.id)
    assert [one.pile for one in thoughts(practice, studio.id)] == [space.id, space.id, green.id]
    assert "pile of that name" in room.refuses("studio.name", name="GREEN")
    room.run("studio.name", pile=green.id, name="Plants")
    room.run("studio.scatter", pile=space.id)
    assert [one.pile for one in thoughts(practice, studio.id)] == ["", "", green.id]
    room.office.undo()
    assert [one.name for one in piles(practice, studio.id)] == ["Breathing space", "Plants"]
    assert [one.pile for one in thoughts(practice, studio.id)] == [space.id, space.id, green.id]


def test_three_stand_side_by_side_at_most() -> None:
    room, studio = begun("a", "b", "c", "d")
    practice = room.office.practice
    for one in thoughts(practice, studio.id):
        room.run("studio.move", thought=one.id, name=f"Pile {one.text}")
    a, _, _, d = piles(practice, studio.id)
    assert [pile.name for pile in side_by_side(practice, studio)] == ["Pile a", "Pile b", "Pile c"]
    assert "Three side by side" in room.refuses("studio.choose", pile=d.id)
    room.run("studio.choose", pile=a.id)
    room.run("studio.choose", pile=d.id)
    studio = open_studio(practice) or studio
    assert [pile.name for pile in side_by_side(practice, studio)] == ["Pile b", "Pile c", "Pile d"]
    room.run("studio.pick", pile=d.id)
    assert (open_studio(practice) or studio).picked == d.id


def test_a_name_makes_the_theme_and_the_office_stands_under_it() -> None:
    room, _ = begun("a")
    practice = room.office.practice
    assert "name first" in room.refuses("theme.word", statement="A sentence.")
    assert "28 letters at most" in room.refuses("theme.word", name="x" * 29)
    room.run("theme.word", name="It’s “Élan”, Zoë's")
    room.run("theme.word", statement="One sentence.")
    theme = practice.theme()
    assert theme == in_hand(practice)
    assert theme
    assert (theme.name, theme.statement, theme.since) == (
        "It’s “Élan”, Zoë's",
        "One sentence.",
        room.office.clock.now().isoformat()[:16],
    )
    room.run("theme.color", color="#FF00FF", name="own")
    room.run("theme.frame", frame="ribbon")
    assert (practice.theme() or theme)[4:7] == ("#ff00ff", theme.since, "ribbon")
    assert "A color is" in room.refuses("theme.color", color="beige")
    assert "The frames are" in room.refuses("theme.frame", frame="gold")
    room.run("studio.close")
    assert open_studio(practice) is None
    for _ in range(6):
        room.office.undo()
    assert practice.theme() is None
    assert open_studio(practice)


def test_a_new_theme_takes_the_place_of_the_old_one_once_it_has_a_name() -> None:
    old = Theme("o1d", name="Daylight", since="2025-03-01", color="#123456")
    room = Room(old)
    practice = room.office.practice
    room.run("studio.begin")
    assert practice.theme() == old
    assert in_hand(practice) is None
    room.run("theme.word", name="Élan")
    new = practice.theme()
    assert new
    assert (new.name, new.color) == ("Élan", "#123456")
    seen = theme_view(practice, room.office.clock.now())
    assert [(one.theme.name, one.years) for one in seen.past] == [("Daylight", "2025 to 2026")]
    room.office.undo()
    assert practice.theme() == old


def test_two_of_one_day_stand_in_the_order_in_which_they_were_begun() -> None:
    room = Room(Theme("a", name="First", since="2026-06-11"), Theme("b", name="Second", since="2026-06-11"))
    assert (room.office.practice.theme() or Theme("")).name == "Second"


def test_any_spelling_counts_up_to_a_hundred() -> None:
    room = Room(Theme("th", name="Élan"))
    practice = room.office.practice
    assert "any spelling" in room.refuses("theme.write", text=" ")
    assert room.run("theme.write", lines=["elan"] * 9).label == "Written 9 times"
    assert room.run("theme.write", text="ÉLAN!!").label == "Written 10 times: it begins to stick"
    room.run("theme.write", lines=["Elan"] * 89)
    assert "1 are left" in room.refuses("theme.write", lines=["a", "b"])
    assert room.run("theme.write", text="aleN").label == "Written 100 times: it is yours"
    assert "it is yours" in room.refuses("theme.write", text="more")
    lines = written(practice, "th")
    assert [one.order for one in lines] == [*range(1, HUNDRED + 1)]
    assert (lines[9].text, lines[99].text) == ("ÉLAN!!", "aleN")
    assert theme_view(practice, room.office.clock.now()).stars == 5
    room.office.undo()
    assert len(written(practice, "th")) == 99


def test_told_seasons_and_moments() -> None:
    room = Room(Theme("th", name="Élan", since="2026-01-02"), *FOUR)
    practice, now = room.office.practice, room.office.clock.now()
    assert "How was it told" in room.refuses("theme.share", how="by pigeon")
    room.run("theme.share", how="group", where=" the  Thursday group ")
    assert [(one.how, one.where) for one in shared(practice, "th")] == [("group", "the Thursday group")]
    room.run("theme.unshare", sharing=shared(practice, "th")[0].id)
    assert shared(practice, "th") == []
    assert theme_view(practice, now).season is None
    assert "smaller one a name" in room.refuses("theme.season", answer="smaller", name=" ")
    room.run("theme.season", answer="smaller", name="Slow mornings")
    assert theme_view(practice, now).smaller == "Slow mornings"
    room.run("theme.moment", text="said no on Tuesday at 4pm")
    room.run("theme.carry", NOTES.id)
    texts = {entry.text for entry in moments(practice, "th")}
    assert texts == {"said no on Tuesday at 4pm", NOTES.text}
    (noted,) = (entry for entry in moments(practice, "th") if entry.id != NOTES.id)
    assert (noted.kind, noted.due, noted.placements[0].page) == ("note", None, f"day:{now:%Y-%m-%d}")
    room.run("theme.carry", NOTES.id)
    kept = practice.find(NOTES.id)
    assert isinstance(kept, Entry)
    assert kept.theme == ""


@pytest.mark.parametrize(
    ("day", "season"),
    [
        ("2026-12-31", "winter 2027"),
        ("2026-02-28", "winter 2026"),
        ("2026-03-01", "spring 2026"),
        ("2026-11-30", "fall 2026"),
    ],
)
def test_seasons(day: str, season: str) -> None:
    assert season_of(day) == season
