"""An office day with the mouse alone, and the same day with the keyboard alone; only words are typed in both."""

from __future__ import annotations

from organizer.records.word import Commitment
from tests.reach_.scenes import Scene, at
from tests.reach_.test_reach import open_more
from tests.screens_.person import Person

DAY = Scene("ordinary")


async def more(me: Person, title: str) -> None:
    """By clicks alone: the list of all that can be done, turned down until it is in sight, and its line."""
    await open_more(me)
    for _ in range(40):
        if me.sees(f"→ {title}  "):
            break
        await me.wheel(60, 18)
    await me.click(f"→ {title}  ", right=3)


async def test_a_day_by_the_mouse_alone() -> None:
    async with at(DAY) as me:
        # Today: a line is caught, taken back, finished by its sign, opened, closed, moved to another day
        await me.click("a add")
        await me.type("call the landlord")
        await me.click("↵ keep it")
        assert me.titled("call the landlord")
        await more(me, "Undo")
        assert not any(entry.text == "call the landlord" for entry in me.entries)
        x, y = me.find("Order intake packets")
        await me.click_at(x - 3, y)
        assert me.titled("Order intake packets").stage == "done"
        await me.click("Back up the laptop")
        await me.click("Back up the laptop")
        assert me.overlay == "Drawer"
        await me.click("esc close")
        await more(me, "Later")
        await me.click("tomorrow")
        assert me.titled("Back up the laptop").due == "2026-06-12"
        # every place, by the rail
        for name in ("Board", "Journal", "Theme", "My Word", "Front Door", "Wins", "Rituals"):
            await me.click(f"  {name}", right=3)
            assert me.desk.place == {"My Word": "word", "Front Door": "door"}.get(name, name.lower())
        # a ritual begun, gone on from, stopped
        await me.click("↵ begin")
        assert me.overlay == "Runner"
        await me.click("↵ next")
        await me.click("stop")
        assert me.overlay == ""
        # a promise kept, an inquiry answered
        await me.click("5  My Word", right=4)
        await me.click("May receipt")
        await me.click("space kept")
        (kept,) = (c for c in me.vault.tables["commitments"].values() if "May receipt" in c.text)  # type: ignore[attr-defined]
        assert isinstance(kept, Commitment)
        assert kept.steps[-1].kind == "keep"
        await me.press("escape") if me.overlay == "Celebration" else None
        await me.click("6  Front Door", right=4)
        await me.click("r answered")
        assert me.overlay == "Chooser"
        await me.click("esc close")
        # a setting turned, help read, something found, and the office left
        await more(me, "Settings")
        assert me.desk.place == "settings"
        await me.click("esc done")
        await me.click("? help")
        assert me.overlay == "Help"
        await me.click_at(1, 35)
        await me.click("/ find")
        await me.type("insurance")
        await me.click("Renew the liability insurance")
        assert me.overlay in ("", "Drawer")


async def test_the_same_by_the_keyboard_alone() -> None:
    async with at(DAY) as me:
        await me.press("a")
        await me.type("call the landlord")
        await me.press("enter")
        assert me.titled("call the landlord")
        await me.press("u")
        for _ in range(12):
            if "Order intake packets" in me.focused:
                break
            await me.press("down")
        await me.press("space")
        assert me.titled("Order intake packets").stage == "done"
        await me.press("down", "enter")
        assert me.overlay == "Drawer"
        await me.press("escape", "l")
        await me.type("tomorrow")
        await me.press("enter")
        assert me.titled("Back up the laptop").due == "2026-06-12"
        for key, place in zip("2345678", ("board", "journal", "theme", "word", "door", "wins", "rituals"), strict=True):
            await me.press(key)
            assert me.desk.place == place
        await me.press("enter", "enter", "escape")
        assert me.overlay == ""
        await me.press("6", "r", "escape", "comma", "escape", "question_mark", "escape", "slash")
        await me.type("insurance")
        await me.press("enter")
        assert me.overlay in ("", "Drawer")
        await me.press("escape", "ctrl+p")
        await me.type("areas of my")
        await me.press("enter")
        assert me.overlay == "Areas"
