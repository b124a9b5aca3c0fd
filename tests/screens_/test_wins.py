"""Wins at the screen: kept, counted, looked back on; the map, the wall, the numbers, the rewards."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from organizer.records import Day, Setting, Theme
from organizer.records.wins import Reward, Win, jars_of
from screens.widgets.canvas import Canvas
from screens.wins.celebrate import FRAMES, Sky, sky
from screens.wins.page import Wins
from tests.counting import calls
from tests.screens_.person import NOTES, NOW, SIZES, Person, at_screen

TODAY = NOW.date()


def won(days: int, text: str = "Two old files closed", **fields: Any) -> Win:
    """A win so many days ago."""
    return Win(f"{days:04}w0000", text=text, at=f"{TODAY - timedelta(days=days)}T09:00:00", **fields)


def with_jars(*wins: Win) -> tuple[Any, ...]:
    """Wins, and their jars."""
    return (*wins, *jars_of(wins).values())


def held(me: Person) -> list[Win]:
    """The wins of the vault, the last one first."""
    found = [one for one in me.vault.tables["wins"].values() if isinstance(one, Win)]
    return sorted(found, key=lambda one: one.at, reverse=True)


def stars(me: Person) -> int:
    """The stars in the jars of the vault."""
    return sum(getattr(jar, "stars", 0) for jar in me.vault.tables["jars"].values())


def page_of(me: Person) -> Wins:
    """The page."""
    page = me.desk.page
    assert isinstance(page, Wins)
    return page


async def answer(me: Person, *lines: str) -> None:
    """Type an answer over each question's own, and enter."""
    for line in lines:
        if line:
            await me.clear()
            await me.type(line)
        await me.press("enter")


async def test_a_win_is_kept_in_a_line_with_a_sticker_and_stars() -> None:
    async with at_screen(place="wins") as me:
        assert me.sees("The first star is the easiest: what went right today?")
        await me.press("a")
        await answer(me, "Every May invoice is out", "heart", "2")
        (win,) = held(me)
        assert (win.text, win.sticker, win.stars, win.at) == (
            "Every May invoice is out",
            "heart",
            2,
            "2026-06-11T09:14:00",
        )
        assert stars(me) == 2


async def test_what_is_typed_stands_for_itself_and_enter_alone_is_a_star() -> None:
    async with at_screen(place="wins") as me:
        for sticker, stars_typed in (("heart", "2"), ("", "")):
            await me.press("a")
            for line in ("Said no without a reason", sticker, stars_typed):
                await me.type(line)
                await me.press("enter")
            await me.press("escape")
        assert sorted((one.sticker, one.stars) for one in held(me)) == [("heart", 2), ("star", 1)]


async def test_what_is_wrong_is_said_and_nothing_is_lost() -> None:
    async with at_screen(place="wins") as me:
        await me.press("a")
        await answer(me, "It went right", "moon", "")
        assert me.overlay == "Asks"
        assert me.sees("There is no sticker 'moon'")
        await me.press("up")
        await answer(me, "flower", "9")
        assert me.sees("A win has 1 to 5 stars.")
        await answer(me, "5")
        assert [(one.sticker, one.stars) for one in held(me)] == [("flower", 5)]


async def test_it_is_changed_written_about_and_taken_out() -> None:
    async with at_screen(*with_jars(won(0), won(1, "Tax papers to the accountant")), place="wins") as me:
        await me.press("s")
        assert me.sees("✿  flower")
        await me.type("spark")
        await me.press("enter")
        assert held(me)[0].sticker == "spark"
        await me.press("e")
        await answer(me, "Three old files closed", "", "3", "")
        assert (held(me)[0].text, held(me)[0].stars) == ("Three old files closed", 3)
        await me.press("w")
        await answer(me, "the shelf is empty now")
        assert me.sees("the shelf is empty now")
        assert stars(me) == 4
        await me.press("delete")
        assert (len(held(me)), stars(me)) == (1, 1)
        await me.press("u")
        assert (len(held(me)), stars(me)) == (2, 4)


async def test_a_reward_is_promised_reached_and_taken_once() -> None:
    async with at_screen(*with_jars(won(1, stars=3)), place="wins") as me:
        await me.press("r", "a")
        await answer(me, "tea and the good biscuits", "3")
        await me.press("space")
        reward = next(iter(me.vault.tables["rewards"].values()))
        assert isinstance(reward, Reward)
        assert reward.taken
        assert me.says("Taken: tea and the good biscuits")
        assert me.sees("0 stars")
        await me.press("r", "delete")
        assert me.says("went into “tea and the good biscuits”")
        assert len(held(me)) == 1
        await me.press("u")
        assert not getattr(next(iter(me.vault.tables["rewards"].values())), "taken", "x")


async def test_the_key_bar_follows_to_the_rewards_and_back() -> None:
    async with at_screen(*with_jars(won(1)), Reward("r1", text="tea", stars=90), place="wins") as me:
        for there, back in (("tab", "left"), ("right", "left")):
            assert "v jar or wall" in me.lines[-1]
            await me.press(there)
            assert "space take it" in me.lines[-1]
            await me.press(back)
        await me.click("tea")
        assert "space take it" in me.lines[-1]
        await me.click("Two old files closed")
        assert "v jar or wall" in me.lines[-1]


async def test_a_reward_taken_is_promised_anew() -> None:
    taken = Reward("r1", text="tea", stars=2, taken="2026-06-01T17:00:00")
    async with at_screen(*with_jars(won(1, stars=5)), taken, place="wins") as me:
        await me.press("r", "end", "enter", "enter")
        assert sorted(bool(getattr(one, "taken", "")) for one in me.vault.tables["rewards"].values()) == [False, True]


@pytest.mark.parametrize("size", SIZES)
async def test_a_click_on_a_day_goes_to_its_wins(size: tuple[int, int]) -> None:
    wins = with_jars(*(won(days, f"the {days}th") for days in range(300)))
    async with at_screen(*wins, place="wins", size=size) as me:
        page, canvas = page_of(me), me.desk.query_one(Canvas)
        left, top = page._targets
        day = page.year.weeks[30][2]
        x, y = left + 5 + 30, canvas.region.y + len(canvas._top) + top + 1 + 2
        await me.click_at(canvas.region.x + x, y)
        win = page.chosen
        assert win is not None
        assert win.at[:10] == day.date


async def test_quiet_days_are_days_too() -> None:
    async with at_screen(*with_jars(won(0), won(9)), place="wins") as me:
        page, canvas = page_of(me), me.desk.query_one(Canvas)
        left, top = page._targets
        await me.click_at(canvas.region.x + left + 5 + 20, canvas.region.y + len(canvas._top) + top + 3)
        assert me.says("a quiet day is a day too")


async def test_the_wall_the_numbers_and_the_years() -> None:
    wins = with_jars(*(won(days, f"the {days}th", sticker="flower") for days in range(0, 900, 5)))
    async with at_screen(*wins, place="wins") as me:
        await me.press("v")
        assert me.sees("The wall")
        await me.press("down", "enter")
        assert page_of(me).chosen
        await me.press("n")
        assert me.sees("Numbers of the year")
        assert me.sees("Milestones")
        await me.press("n", "left_square_bracket")
        assert me.sees("June 2024 to June 2025")
        await me.press("left_square_bracket", "left_square_bracket", "left_square_bracket")
        assert me.says("Nothing was kept before that.")
        await me.press(*["right_square_bracket"] * 4)
        assert me.says("This is the year that goes on.")
        assert me.sees("A year of wins")


async def test_the_page_reads_in_a_sensible_order() -> None:
    reward = Reward("r1", text="tea", stars=90)
    async with at_screen(*with_jars(won(0), won(1, "Tax papers to the accountant")), reward, place="wins") as me:
        text = me.text
        heads = ("Wins", "A year of wins", "June’s jar", "Lately", "Rewards I chose", "Two old files closed",
                 "Tax papers to the accountant")  # fmt: skip
        places = [text.index(head, text.index("A year of wins") if at else 0) for at, head in enumerate(heads)]
        assert places == sorted(places)
        assert me.sees("2 so far")
        assert me.sees("88 stars to go")


def moved(page: Wins) -> None:
    """Down by a win, and what speaks of where the cursor is."""
    page.move(1)
    page.follows()


def costs(me: Person) -> dict[str, int]:
    """How many calls a key, a click and a turn of the wheel make, and a whole picture."""
    page, canvas = page_of(me), me.desk.query_one(Canvas)
    left, top = page._targets
    moved(page)  # what is made once is made
    return {
        "down": calls(lambda: moved(page)),
        "hit": calls(lambda: page.target_at(left + 20, top + 3)),
        "wheel": calls(lambda: page.lanes[0].wheel(3)),
        "lines": calls(lambda: [canvas.render_line(y) for y in range(canvas.size.height)]),
    }


async def test_ten_wins_a_day_for_a_year_cost_a_key_no_more_than_a_few() -> None:
    many = [
        Win(f"{at:010}", text=f"the {at}th", at=f"{TODAY - timedelta(days=at * 360 // 3650)}T{8 + at % 10:02}:00:00")
        for at in range(3650)
    ]
    found = []
    for wins in (many[:40], many):
        async with at_screen(*with_jars(*wins), place="wins") as me:
            found.append(costs(me))
            assert len(page_of(me).wins) == len(wins)
            await me.press("end")
            assert page_of(me).chosen == min(wins, key=lambda one: (one.at, one.id))
    for name, one in found[0].items():
        assert found[1][name] <= one * 1.3 + 60, name
    assert found[1]["hit"] < 20


async def test_names_are_hidden_here_as_well() -> None:
    async with at_screen(*with_jars(won(0, "A kind word from Heron 7")), place="wins") as me:
        assert me.sees("Heron 7")
        await me.press("h")
        assert not me.sees("Heron 7")


# -- what is offered, and celebrated


def moving(me: Person) -> None:
    """Movement is on, as outside of the tests."""
    me.app.animation_level = "full"


async def test_a_win_is_offered_and_kept_with_one_key() -> None:
    async with at_screen(NOTES, *with_jars(won(1))) as me:
        await me.press("space")
        assert me.says("Done: Finish the progress notes. That one took some courage.")
        assert me.says("K keep it as a win")
        await me.press("K")
        assert (held(me)[0].text, held(me)[0].of) == (NOTES.text, f"entries:{NOTES.id}")
        assert me.overlay == ""  # nothing moves, so nothing is celebrated
        assert me.says("2 stars now.")


async def test_what_was_offered_is_offered_once_and_never_forced() -> None:
    async with at_screen(NOTES, *with_jars(won(1))) as me:
        await me.press("space", "u", "space")
        assert not me.says("keep it as a win")
        assert len(held(me)) == 1
        await me.press("u")
        assert me.kept(NOTES.id).open


async def test_with_offers_off_nothing_is_offered() -> None:
    async with at_screen(NOTES, Setting("win_offers", "off")) as me:
        await me.press("space")
        assert not me.says("keep it as a win")
        await me.press("K")
        assert me.overlay == "Asks"


async def test_a_rare_win_is_celebrated_until_any_key() -> None:
    async with at_screen(NOTES, *with_jars(won(1)), Reward("r1", text="tea", stars=3)) as me:
        moving(me)
        await me.press("space", "K")
        assert me.overlay == "Celebration"
        assert me.sees("That one took some courage.")
        assert me.sees("dreaded for nine days, done today")
        assert me.sees("One gold star for the jar. 2 now,")
        assert me.sees("and one more until tea.")
        sky = me.app.screen.query_one(Sky)
        await me.until(lambda: sky.frame >= FRAMES)
        assert me.overlay == "Celebration"
        await me.press("j")
        assert me.overlay == ""
        assert held(me)[0].celebrated


async def test_from_the_celebration_it_is_written_about_or_given_a_sticker() -> None:
    async with at_screen(NOTES, *with_jars(won(1)), Setting("celebrations", "still")) as me:
        moving(me)
        await me.press("space", "K")
        assert me.app.screen.query_one(Sky).frame == FRAMES  # it stands still from the beginning
        await me.press("w")
        await answer(me, "fourteen minutes, that was all")
        assert held(me)[0].note == "fourteen minutes, that was all"


async def test_celebrations_are_off_when_they_are() -> None:
    async with at_screen(NOTES, *with_jars(won(1)), Setting("celebrations", "off")) as me:
        moving(me)
        await me.press("space", "K")
        assert me.overlay == ""


async def test_at_most_three_a_day() -> None:
    rare = [won(0, celebrated=True)._replace(id=f"rare{at}00000", of=f"entries:{at}") for at in range(3)]
    async with at_screen(NOTES, *with_jars(*rare)) as me:
        moving(me)
        await me.press("space", "K")
        assert me.overlay == ""
        assert me.says("4 stars now.")


async def test_the_first_star_has_the_one_exclamation_mark() -> None:
    async with at_screen(place="wins") as me:
        moving(me)
        await me.press("a")
        await answer(me, "It went right", "", "")
        assert me.overlay == "Celebration"
        assert me.sees("The first star!")
        await me.click("carry on")
        assert me.overlay == ""


@pytest.mark.parametrize("size", [*SIZES, (40, 12), (24, 8)])
def test_the_sky_leaves_the_words_alone(size: tuple[int, int]) -> None:
    width, height = size
    found = sky(width, height, "seed")
    assert found == sky(width, height, "seed")
    assert all(0 < star.x < width and 0 < star.y < height - 1 and star.frame < FRAMES for star in found)


async def test_the_last_win_stands_on_today_and_the_stars_on_the_rail() -> None:
    async with at_screen(*with_jars(won(1, "Every May invoice is out", stars=3))) as me:
        assert me.sees("yesterday")
        assert me.sees("★ 3 stars")
        await me.click("Every May invoice")
        await me.press("enter")
        assert me.desk.place == "wins"


# -- what is taken along


async def test_the_words_are_copied_and_it_is_marked(monkeypatch: pytest.MonkeyPatch) -> None:
    async with at_screen(*with_jars(won(0, "A kind word from Anna Smith")), place="wins") as me:
        copied: list[str] = []
        monkeypatch.setattr(me.app, "copy_to_clipboard", copied.append)
        await me.press("x")
        assert me.sees("A full name? A code is kinder to it.")
        await me.press("enter")
        assert copied == ["A kind word from Anna Smith\n"]
        assert held(me)[0].shared == "2026-06-11T09:14:00"


async def test_a_picture_and_the_year_book_are_files_of_their_own(tmp_path: Path) -> None:
    wins = with_jars(won(0, "Every May invoice is out", note="it took a morning"), won(40, "Tax [/] papers"))
    async with at_screen(*wins, Theme("t1", name="Room to breathe", since="2026-01-02"), place="wins") as me:
        await me.press("x")
        await me.type(str(tmp_path / "win.svg"))
        await me.press("enter")
        assert "Every May invoice is out" in (tmp_path / "win.svg").read_text(encoding="utf-8")
        for ending in (".html", ".md"):
            await me.press("p")
            await me.type(str(tmp_path / f"book{ending}"))
            await me.press("enter")
            text = (tmp_path / f"book{ending}").read_text(encoding="utf-8")
            for part in ("Room to breathe", "May 2026", "June 2026", "it took a morning", "2 wins, 2 stars"):
                assert part in text
        await me.press("p")
        await me.type(str(tmp_path / "book.md"))
        await me.press("enter")
        assert me.sees("There is a file of that name already")


async def test_a_win_is_found_by_its_words() -> None:
    async with at_screen(*with_jars(won(1, "Every May invoice is out"), won(2))) as me:
        await me.press("slash")
        await me.type("may inv")
        await me.press("enter")
        assert me.desk.place == "wins"
        assert page_of(me).selection() == (won(1).id,)


def test_one_exclamation_mark_in_all_of_it() -> None:
    root = Path(__file__).parents[2]
    found = []
    for folder in ("organizer", "screens", "data/starter"):
        for path in (*(root / folder).rglob("*.py"), *(root / folder).rglob("*.toml")):
            text = re.sub(r'""".*?"""', "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
            found += re.findall(r'"[^"\n]*[a-z]!"', text)
    assert [one for one in found if one != '"every!"'] == ['"The first star!"']  # what one may type


async def test_what_was_done_in_the_drawer_is_offered_when_it_closes_while_it_still_stands() -> None:
    async with at_screen(NOTES, *with_jars(won(1))) as me:
        await me.press("enter", "m", *"done", "enter")
        assert me.kept(NOTES.id).stage == "done"
        await me.press("u", "escape")
        assert not me.says("keep it as a win")
        await me.press("enter", "m", *"done", "enter", "escape")
        assert me.says("That one took some courage.")
        assert me.says("K keep it as a win")
        await me.press("K")
        assert held(me)[0].of == f"entries:{NOTES.id}"


async def test_what_was_done_in_a_ritual_is_offered_at_its_end() -> None:
    evening = NOW.replace(hour=17)
    async with at_screen(NOTES, *with_jars(won(1)), Day("2026-06-11", opened=f"{NOW}"), now=evening) as me:
        await me.press("o", "space", "escape")
        assert me.says("The place is kept. 8, then enter, goes on from there. That one took some")
        await me.press("K")
        assert held(me)[0].of == f"entries:{NOTES.id}"


async def test_locked_while_it_is_celebrated_the_win_is_kept_and_nothing_comes_twice() -> None:
    from screens import drafts

    async with at_screen(NOTES, *with_jars(won(1)), Setting("celebrations", "still")) as me:
        moving(me)
        await me.press("space", "K")
        assert me.overlay == "Celebration"
        doc: dict[str, Any] = drafts.now(me.desk)
        assert not doc.get("over")
        await me.press("j")
        await drafts.take_up(me.desk, doc)
        await me.settle()
        assert me.overlay == ""
        assert len(held(me)) == 2
