"""Rituals in the terminal: question by question, safe to interrupt, and the same as in the full screen."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from organizer.records import Check, Day, Entry, Placement, Record, Repeat, Theme, to_doc
from organizer.records.journal import JournalPage
from organizer.records.wins import Reward, Win, jars_of
from organizer.records.word import Commitment, Step
from organizer.rituals.lists import answers
from organizer.shell import review
from organizer.shell.parsing import Given
from organizer.shell.shell import Shell
from organizer.shell.terminal import Terminal
from screens.rituals.beginning import begin
from tests.memory import MemoryVault
from tests.screens_.person import FIVE, NOW, at_screen
from tests.shell_.conftest import Run, kept

AT = "2026-06-10T09:00:00"
LETTER = Commitment(
    "1etter0000", text="letter to the GP", who="Heron 7", whom="client",
    steps=(Step("promise", AT, "2026-06-11T16:00"),), created=AT,
)  # fmt: skip
CALM = Theme("th3me", name="Room to breathe", statement="Fewer things, whole.", since="2026-01-02")


def test_the_office_is_opened_question_by_question(organizer: Run, home: Path) -> None:
    organizer("add", "Pay the rent today ~~ ~20m")
    lines = "\nbuy stamps tomorrow\ncall Wren 4\n\n\n\n1\n\nopen the bank tab\n\n"
    done = organizer("review", "open", stdin=lines)
    assert done.code == 0
    assert "1 of 7, about 4 minutes left" in done.out
    assert "The office is open. Have a good day." in done.err
    found = kept(home)
    texts = {entry["text"]: entry for entry in found["entries"].values()}
    assert texts["Pay the rent"]["step"] == "open the bank tab"
    assert texts["buy stamps"]["due"] == "2026-06-12"
    (day,) = found["days"].values()
    assert day["opened"] == "2026-06-11T09:14:00"
    assert len(day["three"]) == 1
    (run,) = found["runs"].values()
    assert run["done"]


def test_the_end_of_the_input_keeps_the_place(organizer: Run, home: Path) -> None:
    first = organizer("review", "open", stdin="\nbuy stamps\n")
    assert first.code == 0
    assert "The place is kept" in first.err
    again = organizer("review", "open", stdin="q\n")
    assert "2 of 7" in again.out
    assert "1 of 7" not in again.out
    assert len(kept(home)["runs"]) == 1
    assert [entry["text"] for entry in kept(home)["entries"].values()] == ["buy stamps"]


@pytest.mark.parametrize("stops", [KeyboardInterrupt, EOFError])
def test_interrupted_it_keeps_its_place(
    organizer: Run, home: Path, monkeypatch: pytest.MonkeyPatch, stops: type[BaseException]
) -> None:
    def interrupted(prompt: str) -> str:
        raise stops

    monkeypatch.setattr("builtins.input", interrupted)
    done = organizer("review", "week", tty=True)
    assert done.code == 0
    assert "The place is kept: organizer review week" in done.err


def test_short_back_skip_and_what_is_not_understood(organizer: Run, home: Path) -> None:
    done = organizer("review", "close", "--short", stdin="b\nthe phone was answered\n\n")
    assert "under a minute" in done.out
    assert "The office is closed" in done.err
    assert [one["text"] for one in kept(home)["wins"].values()] == ["the phone was answered"]
    other = organizer("review", "close", stdin="s\n9\ns\ns\ns\n")
    assert "What is left over" in other.out
    assert organizer("review", "nothing").code == 3


def test_a_line_may_begin_with_a_number_beside_rows(organizer: Run, home: Path) -> None:
    organizer("add", "Write the note of Heron 7 today #documentation")
    done = organizer("review", "close", stdin="15 minutes of filing tomorrow\n9\nq\n")
    assert "1 row stands here." in done.out + done.err
    assert "15 minutes of filing" in {entry["text"] for entry in kept(home)["entries"].values()}


def test_where_it_is_for_programs(organizer: Run) -> None:
    organizer("review", "open", stdin="\n")
    told = organizer("review", "open", "--json").json
    assert (told["ritual"], told["at"], told["of"], told["question"]["id"]) == ("open", 1, 7, "head")


def test_lists_are_changed(organizer: Run, home: Path) -> None:
    assert organizer("rituals", "add", "Supervision hour", "What", "do", "I", "bring?").code == 0
    organizer("rituals", "when", "supervision", "every", "second", "tuesday", "at", "4pm")
    organizer("rituals", "ask", "close", "Is the plant watered?")
    organizer("rituals", "off", "close", "2")
    organizer("rituals", "up", "close", "3")
    organizer("rituals", "rest", "pause")
    shown = {one["id"]: one for one in organizer("rituals", "show", "--json").json}
    assert [one["ask"] for one in shown["close"]["questions"]][-2] == "Is the plant watered?"
    assert [one["id"] for one in shown["close"]["questions"]][:3] == ["notes", "leftovers", "calls"]
    assert [one["id"] for one in shown["close"]["questions"] if one["off"]] == ["calls"]
    assert shown["pause"]["retired"]
    own = next(one for one in shown.values() if one["name"] == "Supervision hour")
    assert (own["rhythm"], own["at"], own["next"]) == ("every second tuesday", "16:00", "2026-06-16T16:00")
    assert "What do I bring?" in organizer("review", "supervision", stdin="the case\n").out
    assert organizer("rituals", "reset", "close").code == 0
    assert organizer("rituals", "fly", "close").code == 2
    assert organizer("rituals", "off", "close", "19").code == 3
    assert organizer("rituals", "when", "week", "nonsense").code == 2


class Typed:
    """Somebody at the terminal, who types these lines."""

    def __init__(self, *lines: str) -> None:
        self._lines = iter(lines)

    def isatty(self) -> bool:
        """A pipe."""
        return False

    def readline(self) -> str:
        """The next line, "" at the end."""
        return next((f"{line}\n" for line in self._lines), "")


def as_stored(vault: MemoryVault) -> dict[str, list[dict[str, Any]]]:
    """Everything but settings, with ids and texts of drafts left out, in an order of its own."""
    names: dict[str, str] = {}

    def plain(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: plain(part) for key, part in value.items() if key not in ("id", "uuid", "draft", "nth")}
        if isinstance(value, list):
            return [plain(part) for part in value]
        return names.get(value, value) if isinstance(value, str) else value

    for table in vault.tables.values():
        for record in table.values():
            text = getattr(record, "text", "") or type(record).__name__
            names[record.id] = f"<{text}>"
    tables = {name: table for name, table in vault.tables.items() if name not in ("settings", "pages")}
    docs = {name: [plain(to_doc(record)) for record in table.values()] for name, table in tables.items()}
    return {name: sorted(found, key=str) for name, found in docs.items()}


def in_the_terminal(
    monkeypatch: pytest.MonkeyPatch, records: tuple[Record, ...], ritual: str, *lines: str
) -> MemoryVault:
    """What a vault holds after these lines."""
    from organizer.clock import StoppedClock

    vault: Any = MemoryVault(*records)
    vault.path = vault.id = ""
    vault.key = None
    monkeypatch.setattr("sys.stdin", Typed(*lines))
    shell = Shell(Terminal(), lambda: vault, StoppedClock(NOW))
    assert review.review(shell, Given((ritual,), {})) == 0
    assert answers(shell.practice, next(iter(vault.tables["runs"])))
    found: MemoryVault = vault
    return found


OPENING = (
    ("Room to breathe",), ("buy stamps tomorrow", "call the landlord", ""), ("1 >", ""), ("Wren 4: a first hour", ""),
    ("1", "2", ""), ("the Monday note",), ("",),
)  # fmt: skip
OPENING_KEYS = (
    ("w", *"Room to breathe", "enter"),
    (*"buy stamps tomorrow", "enter", *"call the landlord", "enter", "enter"),
    ("greater_than_sign", "enter"),
    (*"Wren 4: a first hour", "enter", "enter"),
    ("space", "down", "space", "enter"),
    ("w", *"the Monday note", "enter"),
    ("enter",),
)


async def test_the_terminal_and_the_full_screen_store_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    records: tuple[Record, ...] = (*FIVE, LETTER, CALM)
    theirs = in_the_terminal(monkeypatch, records, "open", *(line for lines in OPENING for line in lines))
    async with at_screen(*records) as me:
        await me.press("o")
        for keys in OPENING_KEYS:
            await me.press(*keys)
        assert me.overlay == ""
        mine = as_stored(me.vault)
    stored = as_stored(theirs)
    for table in mine:
        assert mine[table] == stored[table], table
    assert isinstance(FIVE[0], Entry)


CLOSING = (
    ("finish the Wren 4 note tomorrow 9am", ""), ("Heron 7: asks for a letter", ""), ("1 >", ""), ("1", ""),
    ("plan the group room", "1", ""), ("the phone was answered",), ("",),
)  # fmt: skip
CLOSING_KEYS = (
    ("w", *"finish the Wren 4 note tomorrow 9am", "enter", "enter"),
    (*"Heron 7: asks for a letter", "enter", "enter"),
    ("greater_than_sign", "enter"),
    ("space", "enter"),
    ("w", *"plan the group room", "enter", "space", "enter"),
    (*"the phone was answered", "enter"),
    ("enter",),
)


async def test_a_closing_stores_the_same_in_both_and_is_undone_step_by_step(monkeypatch: pytest.MonkeyPatch) -> None:
    open_day = Day("2026-06-11", opened="2026-06-11T08:30:00")
    records: tuple[Record, ...] = (*FIVE, LETTER, open_day)
    theirs = in_the_terminal(monkeypatch, records, "close", *(line for lines in CLOSING for line in lines))
    async with at_screen(*records) as me:
        me.app.animation_level = "none"  # the first star of all is not celebrated
        before = as_stored(me.vault)
        await me.press("o")
        for keys in CLOSING_KEYS:
            await me.press(*keys)
        assert me.overlay == ""
        mine, stored = as_stored(me.vault), as_stored(theirs)
        for table in mine:
            assert mine[table] == stored[table], table
        assert mine["wins"]
        assert mine["days"] != before["days"]
        for _ in range(12):
            await me.press("u")
        after = as_stored(me.vault)
        for table in set(after) - {"runs"}:
            assert after[table] == before.get(table, []), table


OLDER = Entry("01der00000", text="Ask about the lease", created="2026-06-02T08:00:00", placements=(
    *(Placement(f"day:2026-06-0{n}", "moved") for n in (2, 3, 4)), Placement("day:2026-06-09")))  # fmt: skip
WAITS = Entry("wa1ts00000", text="The landlord's answer", stage="waiting", waiting_for="the landlord",
              waiting_since="2026-05-20", nudge="2026-06-10", created="2026-05-20T08:00:00")  # fmt: skip
BILL = Entry(
    "b111000000", text="Statement of April", area="accounting", due="2026-05-02", created="2026-04-02T08:00:00"
)
GOAL = Entry("g0a1000000", text="The forms are in one place", tags=("goal",), due="2026-06-12", created=AT)
TAX = Entry("tax0000000", text="Estimated tax", area="accounting", due="2026-06-15", created=AT)
MONEY = Entry("m0ney00000", text="Money page", checklist=(Check("the bank"), Check("the card")), created=AT)
PAPER = Entry("paper00000", text="Renew the risk analysis", due="2026-10-01",
              repeat=Repeat("FREQ=YEARLY"), created=AT)  # fmt: skip
BEST = (Win("w1n0000000", text="The first hour was full", stars=3, at="2026-02-02T09:00:00"),
        Win("w1n0000001", text="A kind letter", at="2026-03-02T09:00:00"))  # fmt: skip
LAKE = Reward("1ake000000", text="a day at the lake", stars=3, created=AT)
FULL: tuple[Record, ...] = (
    *FIVE, LETTER, CALM, OLDER, WAITS, BILL, GOAL, TAX, MONEY, PAPER, *BEST, *jars_of(BEST).values(), LAKE,
    JournalPage("collection:c1", 3, "Ideas", 1),
)  # fmt: skip
WALKS: dict[str, tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]] = {
    "pause": (
        (("a slow breath",), (*"a slow breath", "enter")),
        (("1", ""), ("space", "enter")),
    ),
    "week": (
        (("buy stamps", "", ), (*"buy stamps", "enter", "enter")),
        (("1 >", ""), ("greater_than_sign", "enter")),
        (("book the room friday", ""), ("w", *"book the room friday", "enter", "enter")),
        (("1 t friday", ""), ("t", *"friday", "enter", "enter")),
        (("1", ""), ("space", "enter")),
        (("1 l friday", ""), ("l", *"friday", "enter", "enter")),
        (("thank the landlord", ""), (*"thank the landlord", "enter", "enter")),
        (("1 >", "two hours free", ""), ("greater_than_sign", "w", *"two hours free", "enter", "enter")),
    ),
    "month": (
        (("1", "it is less", ""), ("space", "w", *"it is less", "enter", "enter")),
        (("1", ""), ("space", "enter")),
        (("1 x", ""), ("delete", "enter")),
        (("the phone", ""), (*"the phone", "enter", "enter")),
        (("fewer forms",), (*"fewer forms", "enter")),
        (("tea", ""), (*"tea", "enter", "enter")),
        (("2", "change the greeting"), ("down", "space", *"change the greeting", "enter")),
        (("1", ""), ("space", "enter")),
    ),
    "quarter": (
        (("2", "Fewer things, kindly."), ("down", "space", *"Fewer things, kindly.", "enter")),
        (("closed at five", ""), (*"closed at five", "enter", "enter")),
        (("Book: nobody answers at noon", ""), (*"Book: nobody answers at noon", "enter", "enter")),
        (("tell them so",), (*"tell them so", "enter")),
        (("1", ""), ("space", "enter")),
        (("write the day on the form",), (*"write the day on the form", "enter")),
    ),
    "year": (
        (("1", ""), ("space", "enter")),
        (("a list on the door",), (*"a list on the door", "enter")),
        (("closed at five", ""), (*"closed at five", "enter", "enter")),
        (("fewer forms", "more tea", ""), (*"fewer forms", "enter", *"more tea", "enter", "enter")),
        (("1 l september 1", ""), ("l", *"september 1", "enter", "enter")),
        (("1",), ("space",)),
        (("rest more",), (*"rest more", "enter")),
    ),
}  # fmt: skip
"""Each ritual, question by question: what is typed in the terminal, and the keys in the full screen."""


@pytest.mark.parametrize("ritual", WALKS)
async def test_every_ritual_stores_the_same_in_both(monkeypatch: pytest.MonkeyPatch, ritual: str) -> None:
    lines = [line for typed, _ in WALKS[ritual] for line in typed]
    theirs = in_the_terminal(monkeypatch, FULL, ritual, *lines)
    async with at_screen(*FULL) as me:
        me.app.animation_level = "none"
        begin(me.desk, ritual)
        await me.settle()
        for number, (_, keys) in enumerate(WALKS[ritual]):
            assert me.overlay == "Runner", number
            await me.press(*keys)
        assert me.overlay == ""
        mine = as_stored(me.vault)
    stored = as_stored(theirs)
    for table in {*mine, *stored}:
        assert mine.get(table) == stored.get(table), table
    assert stored["runs"][0]["done"], "it was gone through to its end"
    asked = {answer["question"] for answer in stored["answers"]}
    assert len(asked) == len(WALKS[ritual]), f"every question was answered: {asked}"


def test_a_line_that_is_refused_is_kept_for_the_next_time(organizer: Run, home: Path) -> None:
    organizer("add", "Write the note of Heron 7 today #documentation")
    done = organizer("review", "week", stdin="\n\n\n\n\n\n\n1 l someday soonish\nq\n")
    assert "8 of 8" not in done.out or done.code == 0
    first = organizer("review", "close", stdin="1 l whenever it rains\nq\n")
    assert "Your line is kept until the next one." in first.out
    (run,) = [one for one in kept(home)["runs"].values() if one["ritual"] == "close"]
    assert run["draft"] == "whenever it rains"
    again = organizer("review", "close", stdin="q\n")
    assert "Begun before: whenever it rains" in again.out


def test_the_last_question_left_out_closes_the_office_all_the_same(organizer: Run, home: Path) -> None:
    organizer("rituals", "off", "close", "7")
    organizer("review", "open", "--short", stdin="\n\n")
    done = organizer("review", "close", stdin="\n\n\n\n\ns\n")
    assert "The office is closed. Good night." in done.err
    (day,) = kept(home)["days"].values()
    assert day["closed"]


def test_a_star_is_offered_in_the_shell_for_a_word_kept_and_in_review(organizer: Run, home: Path) -> None:
    organizer("promise", "the letter", "--to", "Heron 7", "--by", "tomorrow")
    organizer("promise", "the form", "--to", "Heron 7", "--by", "today 5pm")
    letter, form = (id for id, one in kept(home)["commitments"].items() for _ in [one])
    kept_ = organizer("keep", letter)
    assert f"A word kept is a star. A star for it: organizer win WORDS --of {letter[:5]}" in kept_.err
    assert organizer("win", "I kept it", "--of", letter[:5]).code == 0
    done = organizer("review", "close", stdin="\n\n\n1\nq\n")
    assert f"--of {form[:5]}" in done.err
    assert "A star" not in organizer("undo").err
    assert "A star" not in organizer("--json", "keep", form).out


def test_a_call_is_promised_to_whom_it_came_from_whatever_the_name(organizer: Run, home: Path) -> None:
    organizer("inquiry", "asks: is there room", "--from", "Dr Osei: referrals")
    organizer("review", "close", stdin="\n1 l tomorrow 10am\nq\n")
    (made,) = kept(home)["commitments"].values()
    assert (made["who"], made["text"]) == ("Dr Osei: referrals", "call back: asks: is there room")
