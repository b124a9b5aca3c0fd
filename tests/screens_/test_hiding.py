"""Names hidden with `h`: on every page, in everything that lies over it, and nothing of it is kept."""

from __future__ import annotations

import pytest

from organizer.change import Change, Row
from organizer.errors import DiskTrouble
from organizer.records import Check, Entry, Setting
from screens.veil import Veil
from tests.screens_.person import CALL, FIVE, NOW, SIZES, at_screen

OFFER = Entry("0ffer00000", text="Offer Heron 7 two new times", area="scheduling", due="2026-06-11", step="ask Heron 7",
              checklist=(Check("tell Heron 7"),), notes="Heron 7 likes mornings")  # fmt: skip
FULL = Entry("fu11000000", text="Call Maria Gonzalez about Thursday", due="2026-06-11", area="scheduling")
FORM = Entry("f0rm000000", text="The form from Dr Osei", stage="waiting", waiting_for="Dr Osei", due="2026-06-11",
             area="scheduling")  # fmt: skip
BILL = Entry("b111000000", text="An answer on the bill", stage="waiting", waiting_for="the payer", due="2026-06-11",
             area="scheduling")  # fmt: skip
LONE = Entry("10ne000000", text="Tell Adaeze about the lease", stage="waiting", waiting_for="Adaeze", due="2026-06-11",
             area="scheduling")  # fmt: skip
PEOPLE = (OFFER, FULL, FORM, BILL, LONE)
NAMES = ("Heron", "Maria", "Gonzalez", "Osei", "Adaeze")


@pytest.mark.parametrize("plain", [False, True], ids=["pretty", "plain"])
@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_no_name_is_left_on_any_page(size: tuple[int, int], plain: bool) -> None:
    async with at_screen(*PEOPLE, size=size, plain=plain) as me:
        for keys in (("1",), ("2",), ("v",), ("enter",), ("escape", "slash"), ("escape", "ctrl+p")):
            await me.press(*keys)
            if keys == ("1",):
                assert any(name in me.text for name in NAMES)
                await me.press("h")
                assert me.says("Names are hidden.")
            assert [name for name in NAMES if name in me.text] == []
        await me.press("escape", "1")
        assert ("***" if plain else "•••") in me.text


async def test_once_more_shows_them_where_they_were() -> None:
    async with at_screen(*PEOPLE) as me:
        before = me.lines[5:-3]
        await me.press("h")
        assert me.lines[5:-3] != before
        await me.press("h")
        assert me.says("Names are shown.")
        assert me.lines[5:-3] == before


async def test_a_person_s_place_is_hidden_whoever_it_names() -> None:
    async with at_screen(BILL) as me:
        await me.press("enter")
        assert me.sees("the payer")
        await me.press("h")
        assert not me.sees("the payer")
        assert me.sees("waiting on •••")


async def test_roles_in_a_text_stay() -> None:
    async with at_screen(Entry("r01e000000", text="Answer the payer's letter", due="2026-06-11"), BILL) as me:
        await me.press("h")
        assert me.sees("Answer the payer's letter")


async def test_all_of_the_drawer_and_its_fields() -> None:
    async with at_screen(OFFER) as me:
        await me.press("enter", "h")
        assert "Heron" not in me.text
        await me.press("e")
        assert me.sees("ask •••••••")
        await me.type(" again")
        assert "Heron" not in me.text
        await me.press("enter")
        assert me.kept(OFFER.id).step == "ask Heron 7 again"
        assert "Heron" not in me.text


async def test_what_is_typed_and_said_is_hidden_and_kept_as_it_is() -> None:
    async with at_screen() as me:
        await me.press("h", "c")
        await me.type("call Maria Gonzalez and Heron 7 back")
        assert [name for name in NAMES if name in me.text] == []
        await me.press("enter")
        assert me.titled("call Maria Gonzalez and Heron 7 back")
        assert me.says("Caught: call ••• and ••• back.")
        await me.press("u")
        assert me.says("Undid · Caught: call ••• and ••• back.")


async def test_it_is_remembered_and_undo_passes_over_it() -> None:
    async with at_screen(OFFER) as me:
        await me.press("space", "h", "u")
        assert me.kept(OFFER.id).open
        assert me.app.office.practice.setting("names") == "hidden"
        kept = me.vault.tables
    async with at_screen(OFFER, *kept["settings"].values()) as me:
        assert not me.sees("Heron")


async def test_somebody_new_is_hidden_too() -> None:
    async with at_screen(*FIVE) as me:
        await me.press("h")
        me.elsewhere(CALL, CALL._replace(waiting_for="Adaeze", text="Call the payer, then Adaeze"))
        await me.until(lambda: me.sees("Call the payer, then •••"))


async def test_somebody_new_is_hidden_also_where_all_is_read_again() -> None:
    async with at_screen(*FIVE) as me:
        await me.press("h")
        me.vault.tables["entries"][LONE.id] = LONE
        me.app.office.begin_again()
        await me.until(lambda: me.sees("Tell ••• about the lease"))
        asked = LONE._replace(id="20ne000000", text="Ask Zuri about it", waiting_for="Zuri")
        rows = (Row("settings", "dates", None, Setting("dates", "year first")), Row("entries", asked.id, None, asked))
        me.vault.by_another(Change("Imported", rows, by="shell"))
        await me.until(lambda: me.sees("Ask ••• about it"))


async def test_names_are_hidden_also_where_nothing_can_be_written() -> None:
    async with at_screen(*PEOPLE) as me:
        me.vault.refuse = DiskTrouble("The disk is full.")
        await me.press("h")
        assert [name for name in NAMES if name in me.text] == []
        await me.press("h")
        assert me.sees("Heron 7")


async def test_in_five_minutes_on_a_step_too() -> None:
    async with at_screen(OFFER, now=NOW) as me:
        await me.press("s")
        assert me.overlay == "Small"
        assert me.sees("ask Heron 7")
        await me.press("h")
        assert "Heron" not in me.text


def test_a_line_of_thousands_of_letters_is_hidden_whole() -> None:
    veil = Veil()
    veil.draw(True, "•", ("Adaeze",))
    assert veil.typed("Tell Adaeze") == veil.typed("Tell Adaeze") == "Tell ••••••"
    assert veil.typed("nothing but words " * 200) == "•" * 3600
    veil.draw(False)
    assert veil.typed("Tell Adaeze") == "Tell Adaeze"
