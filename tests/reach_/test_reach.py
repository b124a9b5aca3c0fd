"""Every command is within reach of a key, of the palette and of the mouse; what is not is counted, and why.

In each of the scenes every bound key is pressed, every word of the key bar and every row is clicked, and the palette
is opened by a click and read; what that asks for is written down. Then each command of each list is chosen, and it is
seen that it begins: a list, a field, a page, a sentence, or something done.
"""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest

from organizer.change import Change
from organizer.commands import COMMANDS
from organizer.errors import WrongUse
from organizer.office import Office
from organizer.reach import ABOUT_THE_CURSOR, BY_ITSELF, ON_A_PAGE
from screens import doing
from screens.desk import Desk
from screens.dialogs.chooser import Chooser
from screens.dialogs.drawer import Drawer
from screens.sheet import Sheet
from screens.widgets.canvas import Canvas
from screens.widgets.keybar import Keys, Quiet
from tests.reach_.scenes import FIND, SCENES, Scene, at, bound, listed
from tests.screens_.person import Person


class Asked:
    """What was asked for, and what the office was to run; nothing of it is done."""

    def __init__(self) -> None:
        self.ids: list[str] = []
        self.ran: list[str] = []

    def listen(self, me: Person, patch: pytest.MonkeyPatch, screen: Any = None) -> None:
        """Keys and clicks are written down and go no further."""

        def note(id: str) -> None:
            self.ids.append(id)

        screen = screen or me.app.screen
        patch.setattr(screen, "action_command", note)
        patch.setattr(doing, "do", lambda desk, id: note(id))
        if isinstance(screen, Sheet):
            patch.setattr(screen, "do", note)
            own = bound(me)
            for name, key in (("enter", "enter"), ("leave", "escape")):
                patch.setattr(screen, name, partial(note, own.get(key, "")))

    def keep_nothing(self, patch: pytest.MonkeyPatch) -> None:
        """The office writes down what it is to run, and refuses."""

        def run(office: Office, command: str, ids: tuple[str, ...] = (), **answers: Any) -> Change:
            self.ran.append(command)
            raise WrongUse("Not today.")

        patch.setattr(Office, "run", run)
        for name in ("undo", "redo"):
            patch.setattr(Office, name, lambda office, name=name: self.ran.append(name) or Change(name))


async def by_key(me: Person, asked: Asked, known: set[str]) -> set[str]:
    """The commands that keys ask for here, each pressed that is not known yet."""
    asked.ids.clear()
    # the app itself leaves at ctrl+q: tests/screens_/test_around.py
    keys = {key: id for key, id in bound(me).items() if id not in known and id != "quit"}
    await me.rush(*keys)
    assert set(keys.values()) <= set(asked.ids), "a key that leads nowhere"
    return set(asked.ids)


async def by_click(me: Person, asked: Asked, known: set[str]) -> set[str]:
    """The commands that the words of the frame and of the key bar ask for, each clicked that is not known yet."""
    asked.ids.clear()
    bar, canvas = me.app.screen.query_one(Keys), me.app.screen.query(Canvas).first()
    drawn = [(bar, target) for target in bar.targets] + [(canvas, target) for target in canvas._targets[0]]
    if isinstance(me.app.screen, Desk):
        drawn += [(me.desk.rail, target) for target in me.desk.rail.targets]
    wanted = {}
    for widget, (line, begin, _, id) in drawn:
        if id not in known:
            wanted[id] = (widget.region.x + begin + 1, widget.region.y + line)
    for x, y in wanted.values():
        await me.click_at(x, y)
    assert set(wanted) - {"enter", "leave", "back"} <= set(asked.ids), "a word of the frame that leads nowhere"
    return set(asked.ids)


async def open_more(me: Person) -> None:
    """Click the word at the right of the key bar."""
    bar = me.app.screen.query_one(Keys)
    (target,) = (target for target in bar.targets if target[3] == "palette")
    await me.click_at(bar.region.x + target[1], bar.region.y)


async def walk(asked: Asked) -> dict[str, set[str]]:
    """What is reached in all scenes, by way; `click` is what needs no list."""
    found: dict[str, set[str]] = {"key": set(), "palette": set(), "click": set()}
    for scene in SCENES.values():
        async with at(scene) as me:
            await open_more(me)
            found["palette"] |= set(listed(me))
            await me.press("escape")
            with pytest.MonkeyPatch.context() as patch:
                asked.listen(me, patch)
                found["key"] |= await by_key(me, asked, found["key"])
                found["click"] |= await by_click(me, asked, found["click"])
    async with at(FIND) as me:
        kept = me.app.screen._choices.lanes[0].items  # type: ignore[attr-defined]
        found["palette"] |= {item.key for item in kept if item.kind == "filter"}
    found["key"].add("quit")
    return found


async def test_every_command_is_within_reach() -> None:
    found = await walk(Asked())
    every = set(COMMANDS) - set(BY_ITSELF)
    listed, moving, rows = found["palette"], set(ABOUT_THE_CURSOR), set(ON_A_PAGE)
    ways = {
        "a key of its own": found["key"],
        "the keyboard": found["key"] | listed | rows,  # a line of the list is had by arrows and enter
        "the palette": listed,
        "a click on the page": found["click"] | moving | rows,
        "the mouse": found["click"] | listed | moving | rows,  # and by a click: see below
    }
    print(f"\n{len(COMMANDS)} commands, {len(BY_ITSELF)} of them run by others. Of the {len(every)}:")
    for way, reached in ways.items():
        print(f"{way}: {len(reached & every)}, not {len(every - reached)}: {', '.join(sorted(every - reached))}")
    assert every - ways["the keyboard"] == set()
    assert every - ways["the palette"] == moving | rows
    assert every - ways["the mouse"] == set()
    assert not set(BY_ITSELF) & (found["key"] | listed | found["click"])


FIRST_OF = [name for name in SCENES if name not in ("today, loose", "theme, word", "front door, one who waits")]
"""One scene of each place, where each of its commands is begun."""


@pytest.mark.parametrize("name", FIRST_OF)
async def test_what_a_scene_offers_begins(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    async with at(SCENES[name], (80, 24)) as me:
        await open_more(me)
        offered = listed(me)
        assert len(offered) == len(set(offered))
        await me.press("escape")
        asked, here, was, text = Asked(), me.app.screen, where(me), me.text
        asked.keep_nothing(monkeypatch)
        for id in offered:
            if id != "quit" and (COMMANDS[id].places or name == "today"):
                asked.ran.clear()
                say_nothing(me)
                here.action_command(id)  # what a line of the list does: test_a_click_on_a_line_of_the_list_does_it
                await me.pilot.pause(0)
                await me.pilot.pause(0)
                assert asked.ran or said(me) or where(me) != was or me.text != text, f"{id} does nothing"
                await go_back(me, here, SCENES[name], was)
                if me.app.screen is not here:
                    return


def say_nothing(me: Person) -> None:
    """Nothing stands above the keys."""
    for canvas in me.app.screen.query(Canvas):
        canvas.say(Quiet())


def said(me: Person) -> str:
    """What stands above the keys."""
    return "".join(canvas.quiet.text for canvas in me.app.screen.query(Canvas))


def where(me: Person) -> tuple[object, ...]:
    """Where one is: what is open, and on which row of it."""
    page = me.desk.page
    lane = page.current
    shows = (me.desk.place, getattr(page, "view", ""), lane.key if lane else "", me.desk.writing, page.moving)
    typing = getattr(me.app.screen, "_typing", "")
    return me.app.screen, typing, *shows, page.lane, me.app.clipboard, me.app.ink.palette.dark


async def go_back(me: Person, here: Any, scene: Scene, was: tuple[object, ...]) -> None:
    """Close what was opened, and be where the scene was."""
    while me.app.screen is not here and len(me.app.screen_stack) > 1:
        me.app.pop_screen()
        await me.pilot.pause(0)
    if where(me) != was and isinstance(here, Desk):
        here.stop_writing()
        here.pages.clear()
        here.go("today")
        await me.rush(*scene.keys)
    elif getattr(here, "_typing", ""):
        here.action_close() if isinstance(here, Drawer) else here.action_leave()


@pytest.mark.parametrize("name", ["today", "front door", "areas", "a ritual"])
async def test_a_click_on_a_line_of_the_list_does_it(name: str) -> None:
    async with at(SCENES[name]) as me:
        asked = Asked()
        await open_more(me)
        chooser = me.app.screen
        assert isinstance(chooser, Chooser)
        with pytest.MonkeyPatch.context() as patch:
            asked.listen(me, patch, me.app.screen_stack[-2])
            for _ in range(3):
                await me.wheel(60, 18)
            line = next(row for row in me.lines[12:] if "→ " in row)
            title = line.partition("→ ")[2].split("   ")[0].strip(" │")
            await me.click(f"→ {title}")
            assert me.app.screen is not chooser
            assert [COMMANDS[id].title for id in asked.ids] == [title]


async def test_a_click_on_a_line_of_the_list_of_the_drawer_does_it() -> None:
    async with at(SCENES["the drawer"]) as me:
        await open_more(me)
        await me.click("→ Dread")
        assert me.overlay == "Drawer"
        assert me.vault.log[-1].label.startswith("Dread")


async def test_what_is_for_a_pile_says_so_where_there_is_none() -> None:
    async with at(SCENES["theme, word"]) as me:
        for id in ("studio.scatter", "studio.choose", "studio.pick"):
            me.desk.action_command(id)
            await me.settle()
            assert me.says("Choose a pile first")


async def test_every_sheet_has_its_help() -> None:
    for name in ("words to say", "closures", "reminders", "a new volume"):
        async with at(SCENES[name]) as me:
            await me.press("question_mark")
            assert (me.overlay, me.sees("Help")) == ("Help", True), name
