"""Stars: earned, spent, taken back and counted again; the sum is right whatever is done in whatever order."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from organizer.archiving import over
from organizer.clock import StoppedClock
from organizer.errors import Conflict, OrganizerError, WrongUse
from organizer.office import Office
from organizer.records import Day, Entry, Theme, from_doc, to_doc
from organizer.records.theme import Writing
from organizer.records.wins import Jar, Reward, Win, jars_of
from organizer.records.word import Commitment, Step
from organizer.views.wins import days_of, wins_view, year_map, years_back
from organizer.wins import counting, stickers
from organizer.wins.finding import find, wins
from organizer.wins.offering import Offer, offer
from tests.commands_.tools import Room
from tests.counting import calls
from tests.memory import MemoryVault

NOW = datetime(2026, 6, 11, 9, 14)
ACTS = ("win", "more", "fewer", "other day", "out", "reward", "dearer", "take", "back", "again", "drop", "undo", "redo")


def office_of(*records: object) -> Office:
    """An office over a vault in memory."""
    return Office(MemoryVault(*records), StoppedClock(NOW))  # type: ignore[arg-type]


def act(office: Office, what: str, number: int) -> None:
    """Something that a person does, to the win or the reward of a number."""
    practice = office.practice
    ids, promised = sorted(wins(practice)), counting.rewards(practice)
    win = (ids[number % len(ids)],) if ids else ("",)
    reward = (promised[number % len(promised)].id,) if promised else ("",)
    stars = str(1 + number % 5)
    {
        "win": lambda: office.run(
            "win.add", (), text="It went right", stars=stars, on=("", "june 2", "may 9")[number % 3]
        ),
        "more": lambda: office.run("win.edit", win, fields={"stars": "5"}),
        "fewer": lambda: office.run("win.edit", win, fields={"stars": "1"}),
        "other day": lambda: office.run("win.edit", win, fields={"on": "april 3"}),
        "out": lambda: office.run("win.drop", win),
        "reward": lambda: office.run("reward.add", (), text="tea", stars=stars),
        "dearer": lambda: office.run("reward.edit", reward, fields={"stars": stars}),
        "take": lambda: office.run("reward.take", reward),
        "back": lambda: office.run("reward.back", reward),
        "again": lambda: office.run("reward.again", reward),
        "drop": lambda: office.run("reward.drop", reward),
        "undo": office.undo,
        "redo": office.redo,
    }[what]()


def holds(office: Office, other: Office) -> None:
    """What is always so: nothing is spent that was not earned, and the jars are those of the wins."""
    for practice in (office.practice, other.practice):
        found = wins(practice).values()
        earned = sum(one.stars for one in found)
        spent = sum(one.stars for one in counting.rewards(practice) if one.taken)
        assert counting.jars(practice) == jars_of(found)
        assert counting.earned(practice) == earned
        assert 0 <= earned - spent == counting.in_hand(practice)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, 99), st.booleans()), max_size=40))
def test_the_sum_is_always_right_and_never_negative(acts: list[tuple[str, int, bool]]) -> None:
    vault = MemoryVault()
    app, shell = Office(vault, StoppedClock(NOW)), Office(vault, StoppedClock(NOW), "shell")
    for what, number, here in acts:
        office, other = (app, shell) if here else (shell, app)
        with suppress(OrganizerError):
            act(office, what, number)
        other.begin_again()
        holds(office, other)


def test_a_reward_is_taken_once_for_each_promise_of_it() -> None:
    office = office_of()
    for _ in range(3):
        office.run("win.add", (), text="It went right", stars="5")
    id = office.run("reward.add", (), text="tea", stars="5").rows[0].id
    office.run("reward.take", (id,))
    with pytest.raises(Conflict, match="taken already"):
        office.run("reward.take", (id,))
    assert counting.in_hand(office.practice) == 10
    again = office.run("reward.again", (id,)).rows[0].id
    office.run("reward.take", (again,))
    assert counting.in_hand(office.practice) == 5
    office.undo()
    assert counting.in_hand(office.practice) == 10
    office.redo()
    assert counting.in_hand(office.practice) == 5
    with pytest.raises(Conflict):
        office.run("reward.take", (again,))


def test_a_win_whose_stars_are_spent_stays_and_says_for_what() -> None:
    office = office_of()
    win = office.run("win.add", (), text="It went right", stars="3").rows[0].id
    reward = office.run("reward.add", (), text="tea and the good biscuits", stars="3").rows[0].id
    office.run("reward.take", (reward,))
    for command, answers in (("win.drop", {}), ("win.edit", {"fields": {"stars": "1"}})):
        with pytest.raises(Conflict, match="tea and the good biscuits”, so it stays"):
            office.run(command, (win,), **answers)
    assert office.undo().label == "Undid · Taken: tea and the good biscuits"
    office.run("win.drop", (win,))
    assert counting.in_hand(office.practice) == 0


def test_what_is_not_there_yet_keeps() -> None:
    room = Room()
    reward = room.run("reward.add", text="tea", stars="3").rows[0].id
    room.run("win.add", text="It went right")
    assert room.refuses("reward.take", reward) == "2 stars to go. It keeps."
    assert room.refuses("reward.add", text="tea", stars="none") == "For how many stars? A number, 1 or more."
    assert room.refuses("win.add", text=" ") == "What went right? A line will do."
    assert room.refuses("win.add", text="x", stars="6") == "A win has 1 to 5 stars."
    assert "The stickers are: star, flower" in room.refuses("win.add", text="x", sticker="moon")
    assert "still to come" in room.refuses("win.add", text="x", on="tomorrow")


def test_what_it_is_for_is_kept_once() -> None:
    room = Room()
    room.run("win.add", text="The insurance is renewed", of="entries:k3f9a01234")
    assert room.refuses("win.add", text="Once more", of="entries:k3f9a01234") == "That one is in the jar already."
    room.run("win.add", text="Another line")
    room.run("win.add", text="Another line")


def test_a_few_are_celebrated_and_no_more_than_three_a_day() -> None:
    office = office_of()

    def add(**answers: object) -> bool:
        win = office.run("win.add", (), text="It went right", **answers).rows[0].after
        assert isinstance(win, Win)
        return win.celebrated

    assert add()  # the first star of all
    assert not add()
    assert add(rare=True)
    office.run("reward.add", (), text="tea", stars="5")
    assert add(stars="2")  # a reward within reach
    assert not add(rare=True)
    assert counting.celebrated_on(office.practice, "2026-06-11") == 3
    assert add(rare=True, on="june 10")


def test_milestones_are_told_when_they_are_reached() -> None:
    assert [counting.milestone(before, after) for before, after in ((8, 9), (9, 10), (10, 11), (24, 60))] == [
        0,
        10,
        0,
        50,
    ]


def test_the_year_is_a_map_of_weeks_up_to_today() -> None:
    office = office_of(Jar("2026-06", 4, 5, ((10, 3, 4, 0), (11, 1, 1, 1))), Jar("2023-01", 1, 1, ((2, 1, 1, 0),)))
    found = year_map(office.practice, NOW.date())
    assert (len(found.weeks), found.weeks[-1][-1].date, found.total) == (52, "2026-06-11", 4)
    assert [len(week) for week in found.weeks] == [7] * 51 + [4]
    assert found.weeks[-1][2:] == ((("2026-06-10", 3, 0)), (("2026-06-11", 1, 1)))
    assert years_back(office.practice, NOW.date()) == 3
    before = year_map(office.practice, NOW.date(), 1)
    assert date.fromisoformat(found.first) - date.fromisoformat(before.last) == timedelta(days=1)
    assert any(year_map(office.practice, NOW.date(), back).total for back in (2, 3, 4))
    assert days_of(office.practice, date(2026, 6, 11), date(2026, 6, 11)) == {"2026-06-11": (1, 1, 1)}


def test_a_win_goes_to_the_archive_and_counts_on() -> None:
    win = Win("w1", text="It went right", at="2023-02-03T09:00:00")
    assert over("wins", to_doc(win)) == "2023-02-03"
    assert over("jars", {"id": "2023-02"}) == over("rewards", {"id": "r"}) == over("wins", {"id": "w1"}) == ""
    jar = jars_of([win])["2023-02"]
    assert from_doc("jars", to_doc(jar)) == jar
    practice = office_of(jar, Reward("r", text="tea", stars=1)).practice
    assert (counting.in_hand(practice), wins_view(practice, NOW).earned) == (1, 1)


def test_stars_of_ten_years_cost_no_more_than_a_month_each() -> None:
    jars = [Jar(f"{2016 + at // 12}-{at % 12 + 1:02}", 30, 40, ((1, 30, 40, 0),)) for at in range(120)]
    practice = office_of(*jars).practice
    practice.table("jars")
    assert calls(lambda: counting.in_hand(practice)) < 300


def test_the_wins_there_are_can_be_counted_again() -> None:
    win = Win("w1000", text="It went right", stars=3, at="2026-06-01T09:00:00")
    office = office_of(win, Jar("2026-06", 9, 9, ((1, 9, 9, 0),)), Jar("2026-05", 1, 1, ((1, 1, 1, 0),)))
    office.run("win.recount")
    assert counting.jars(office.practice) == {"2026-06": Jar("2026-06", 1, 3, ((1, 1, 3, 0),))}
    assert office.run("win.recount").rows == ()


def test_it_is_found_by_how_its_id_begins() -> None:
    practice = office_of(Win("w1000"), Win("w2000")).practice
    assert find(practice, "w1").id == "w1000"
    with pytest.raises(OrganizerError, match="2 wins begin with 'w'"):
        find(practice, "w")
    with pytest.raises(OrganizerError, match="There is no win 'x'"):
        find(practice, "x")


def test_a_sticker_is_meant_by_its_name_or_how_that_begins() -> None:
    assert [stickers.meant(said) for said in ("FLOWER", "hea", "s", "")] == ["flower", "heart", "", ""]
    with pytest.raises(WrongUse):
        Room().run("win.add", text="x", sticker="s")


# -- what is worth a star

RENEW = Entry("renew00000", text="Renew the liability insurance", dread=2, created="2026-06-02T09:00:00")
LETTER = Commitment(
    "1etter0000", text="letter to the GP", who="Heron 7", steps=(Step("promise", "2026-06-01T09:00:00", "2026-06-19"),)
)


def offered(office: Office, command: str, *ids: str, **answers: object) -> Offer | None:
    """What is offered after a command."""
    change = office.run(command, ids, **answers)
    return offer(office.practice, change, NOW)


def test_a_dreaded_task_is_worth_a_star_and_an_easy_one_is_not() -> None:
    office = office_of(RENEW, RENEW._replace(id="easy000000", dread=1))
    found = offered(office, "entry.done", RENEW.id)
    assert found == Offer(RENEW.text, "That one took some courage.", "spark", f"entries:{RENEW.id}")
    assert offered(office, "entry.done", "easy000000") is None
    win = office.run("win.add", (), **found.answers()).rows[0].after
    assert isinstance(win, Win)
    assert (win.text, win.sticker, win.of, win.celebrated) == (RENEW.text, "spark", f"entries:{RENEW.id}", True)


def test_once_it_is_kept_it_is_not_offered_again() -> None:
    office = office_of(RENEW)
    found = offered(office, "entry.done", RENEW.id)
    assert found
    office.run("win.add", (), **found.answers())
    office.run("entry.done", (RENEW.id,))
    assert offered(office, "entry.done", RENEW.id) is None


def test_nothing_is_offered_for_what_is_undone_or_done_again() -> None:
    office = office_of(RENEW)
    office.run("entry.done", (RENEW.id,))
    assert offer(office.practice, office.undo(), NOW) is None
    assert offer(office.practice, office.redo(), NOW) is None
    assert offered(office, "entry.drop", RENEW.id) is None


def test_a_promise_put_right_earns_the_same_star_as_one_that_was_kept() -> None:
    steps = [Step("promise", "2026-05-20T09:00:00", "2026-06-01")]
    steps += [Step(kind, "2026-06-05T09:00:00", "2026-06-20") for kind in ("say", "apologize", "plan")]
    office = office_of(LETTER, LETTER._replace(id="1ate000000", steps=tuple(steps)))
    kept, repaired = offered(office, "word.keep", LETTER.id), offered(office, "word.repair", "1ate000000", note="sent")
    assert kept
    assert repaired
    assert (kept.text, repaired.text) == ("Kept: letter to the GP", "Put right: letter to the GP")
    assert kept.stars == repaired.stars == 1
    assert (kept.rare, repaired.rare) == (False, True)


def test_the_last_claim_of_the_month() -> None:
    claims = [
        Entry(f"c1aim{at}0000", text=f"Submit claims, week {at}", due=f"2026-06-{at * 7:02}", stage="next")
        for at in (1, 2, 3)
    ]
    office = office_of(*claims)
    assert offered(office, "entry.done", claims[0].id) is None
    assert offered(office, "entry.done", claims[1].id) is None
    found = offered(office, "entry.done", claims[2].id)
    assert found
    assert (found.text, found.said) == ("Every June claim is out", "That was the last claim of June.")


def test_ten_days_opened() -> None:
    office = office_of(*(Day(f"2026-06-{day:02}", opened=f"2026-06-{day:02}T08:40:00") for day in range(1, 10)))
    found = offered(office, "office.toggle")
    assert found
    assert found.said == "Ten office days opened in June."
    assert offered(office, "office.toggle") is None
    assert offered(office, "office.toggle") is None


def test_the_hundredth_line_of_the_theme() -> None:
    lines = [Writing(f"{at:010}", theme="th3me", text="Room to breathe", order=at) for at in range(1, 99)]
    office = office_of(Theme("th3me", name="Room to breathe", since="2026-01-02"), *lines)
    assert offered(office, "theme.write", lines=["Room to breathe"]) is None
    found = offered(office, "theme.write", lines=["Room to breathe"])
    assert found
    assert (found.stars, found.said) == (2, "A hundred lines. It is yours.")
