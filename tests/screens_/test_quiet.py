"""The quiet line: what it says, and the key beside it that can be clicked."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from organizer.commands import COMMANDS
from organizer.records import Entry
from organizer.words import sentence
from screens.ink import Ink
from screens.palettes import DEFAULT, derive
from screens.signs import signs
from screens.widgets import keybar
from screens.widgets.keybar import Hint, Quiet
from tests.screens_.person import FIVE, at_screen

SCREENS = Path(keybar.__file__).parents[1]
HINTS = [hint for hint in vars(keybar).values() if isinstance(hint, Hint) and hint.key]


@pytest.mark.parametrize("hint", HINTS, ids=lambda hint: hint.words)
def test_every_hint_is_the_key_of_a_command(hint: Hint) -> None:
    assert hint.key == COMMANDS[hint.command].key
    assert hint.words


def test_hints_are_made_nowhere_else() -> None:
    for path in SCREENS.rglob("*.py"):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "Hint":
                assert path.name == "keybar.py", f"{path.name}:{call.lineno}"


@pytest.mark.parametrize("plain", [False, True], ids=["pretty", "plain"])
@pytest.mark.parametrize("hint", HINTS, ids=lambda hint: hint.words)
def test_a_click_on_a_hint_means_its_command(hint: Hint, plain: bool) -> None:
    rows, targets = Quiet("Done.", hint).rows(Ink(derive(DEFAULT, True), signs(plain)), 80, "background")
    ((line, begin, end, command),) = targets
    assert (line, command) == (0, hint.command)
    words = "".join(segment.text for segment in rows[0])[begin:end]
    assert words.strip().endswith(hint.words)
    assert not words.startswith(" ")


async def test_undo_is_clicked() -> None:
    async with at_screen(*FIVE) as me:
        await me.press("space")
        assert not all(me.kept(entry.id).open for entry in FIVE)
        await me.click("u undo", nth=0)
        assert all(me.kept(entry.id).open for entry in FIVE)


@pytest.mark.parametrize("keys", [[], ["enter"], ["c"], ["l"], ["question_mark"], ["s"]], ids=str)
async def test_ctrl_c_says_how_to_leave(keys: list[str]) -> None:
    async with at_screen(*FIVE, place="board") as me:
        await me.press(*keys)
        open_before = me.overlay
        await me.press("ctrl+c")
        if keys == ["question_mark"]:
            assert me.overlay in ("", "Help")
            return
        assert me.overlay == open_before
        await me.until(lambda: me.sees("ctrl+q leaves; everything is saved already."))
        assert not me.app._notifications, "no box of the framework's"


@pytest.mark.parametrize("text", ["Are we ok?", "At last!", "No more.", "And then…", "Ask “why?”"])
async def test_no_period_stands_behind_the_end_of_a_sentence(text: str) -> None:
    async with at_screen(Entry("0k00000000", text=text, due="2026-06-11")) as me:
        await me.press("space")
        assert me.says(f"Done: {text} ")
        await me.press("u")
        assert me.says(f"Undid · Done: {text} ")
        await me.press("enter", "d")
        assert not me.sees(f"{text}.")


def test_other_sentences_end_with_a_period() -> None:
    assert sentence("Done: Pay the rent") == "Done: Pay the rent."
    assert sentence("Done: it (all)") == "Done: it (all)."
