"""The drawer open here while another program changes the same entry."""

from __future__ import annotations

from tests.screens_.person import FIVE, NOTES, at_screen
from tests.screens_.test_drawer import go_to


async def test_a_field_left_as_it_was_is_not_written() -> None:
    async with at_screen(*FIVE) as me:
        await me.press("down", "down", "enter")
        shown = me.kept(NOTES.id)
        await go_to(me, "field:text")
        await me.press("enter")
        me.elsewhere(shown, shown._replace(text="Theirs, written while the field was open"))
        await me.press("enter")
        assert me.vault.tables["entries"][NOTES.id].text.startswith("Theirs")
        assert not any("Changed" in change.label for change in me.vault.log)


async def test_what_another_wrote_meanwhile_is_said_before_it_is_replaced() -> None:
    async with at_screen(*FIVE) as me:
        await me.press("down", "down", "enter")
        shown = me.kept(NOTES.id)
        await go_to(me, "field:text")
        await me.press("enter")
        await me.clear()
        await me.type("mine")
        me.elsewhere(shown, shown._replace(text="theirs"))
        await me.until(lambda: me.sees("theirs"))
        await me.press("enter")
        assert me.sees("changed elsewhere")
        assert me.kept(NOTES.id).text == "theirs"
        assert me.field.value == "mine"
        await me.press("enter")
        assert me.kept(NOTES.id).text == "mine"


async def test_a_click_does_not_throw_away_what_was_typed() -> None:
    async with at_screen(*FIVE) as me:
        await me.press("down", "down", "enter")
        await go_to(me, "field:text")
        await me.press("enter")
        await me.type(" and more")
        await me.click("takes")
        assert me.field.value.endswith(" and more")
        await me.press("enter")
        assert me.kept(NOTES.id).text.endswith(" and more")
