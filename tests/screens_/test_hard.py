"""Texts that have broken pages elsewhere, through every page and overlay: the app lives and shows them."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from organizer.records import Check, Entry
from screens.ink import shown
from screens.widgets.canvas import Canvas
from tests.looks_.pages import HARD
from tests.screens_.person import SIZES, Person, at_screen

MORE = (
    "[red]not red[/red] {braces} $dollar %s \\n",
    "[@click=app.quit]press me[/]",
    "﷽ wide, and e\u0301 combined, and a\u200bzero",
    "ends with a backslash \\",
    "x" * 400,
    "界" * 200,
    "\u202eright to left override",
    "tab\t\ttab",
)
EVERY = (*HARD, *MORE)


def squeezed(text: str) -> str:
    """Without white space, where lines may break."""
    return "".join(text.split())


def drawn(me: Person) -> str:
    """All that the canvas of the page or overlay shows, without white space."""
    canvas = me.app.screen.query_one(Canvas)
    return squeezed("".join(canvas.render_line(y).text for y in range(canvas.size.height)).replace("▌", ""))


def begin(text: str) -> str:
    """The first few characters as they are shown."""
    return shown(text)[:6].strip()


def check_width(me: Person) -> None:
    """No row is wider or narrower than the screen."""
    width = me.app.size.width
    assert {cell_len(line) for line in me.lines} == {width}, [line for line in me.lines if cell_len(line) != width]


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_on_every_page_and_overlay(size: tuple[int, int]) -> None:
    for text in EVERY:
        hard = Entry(
            "hard000000",
            text=text,
            area="documentation",
            due="2026-06-11",
            step=text,
            notes=text,
            waiting_for=text,
            tags=(text,),
            checklist=(Check(text),),
            created="2026-06-01T08:00:00",
        )
        async with at_screen(hard, size=size) as me:
            assert begin(text) in "\n".join(me.lines), f"Today\n{me.text}"
            await me.press("p")
            check_width(me)
            await me.press("2")
            assert squeezed(begin(text)) in drawn(me), f"Board\n{me.text}"
            check_width(me)
            await me.press("enter")
            whole = drawn(me).replace(squeezed("s start"), "", 1)  # what starts the step stands beside its first line
            assert squeezed(shown(text)) in whole, f"drawer\n{me.text}"
            check_width(me)
            await me.press("e")
            assert me.field.value
            await me.press("enter", "escape")
            assert me.overlay == "", text
            await me.press("slash")
            words = [word for word in text.split() if word.isprintable()]
            await me.type(words[0][:5])
            assert squeezed(begin(text)) in drawn(me), f"find\n{me.text}"
            check_width(me)
            await me.press("escape", "d", "space", "u", "l", "escape", "delete")
            check_width(me)
            assert me.kept("hard000000").stage == "let go"


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_caught(size: tuple[int, int]) -> None:
    async with at_screen(size=size) as me:
        for text in EVERY:
            before = len(me.entries)
            await me.press("c")
            await me.paste(text)
            assert begin(text)[:1].casefold() in me.text.casefold()
            await me.press("enter")
            assert me.overlay == "", text
            new = me.entries[before:]
            assert len(new) == len(text.splitlines())
            kept = squeezed("".join(entry.text for entry in new))
            assert kept.casefold() == squeezed(shown(text.replace("\n", " "))).casefold()
            check_width(me)
        await me.press("2", "end", "home", "1")
        me.check_consistent()


async def test_written_in_the_drawer() -> None:
    async with at_screen(Entry("hard000000", text="Before", due="2026-06-11")) as me:
        for text in EVERY:
            await me.press("e")
            await me.clear()
            await me.paste(text)
            await me.press("enter", "a")
            await me.paste(text)
            await me.press("enter", "escape")
            check_width(me)
            await me.press("escape")
            kept = me.kept("hard000000")
            assert squeezed(kept.text) == squeezed(shown(text))
            assert squeezed(kept.checklist[-1].text) == squeezed(shown(text))
        assert len(me.kept("hard000000").checklist) == len(EVERY)


async def test_as_the_name_of_the_theme_and_of_what_was_done() -> None:
    from organizer.records import Theme

    for text in EVERY:
        async with at_screen(
            Theme("th3me00000", name=text, statement=text), Entry("hard000000", text=text, due="2026-06-11")
        ) as me:
            await me.press("space")
            assert me.says("Done: ")
            check_width(me)
            await me.resize(80, 24)
            check_width(me)
            await me.press("2")
            check_width(me)
