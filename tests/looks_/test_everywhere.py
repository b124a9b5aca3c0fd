"""Every page and everything that opens, at the smallest and the largest screen, in every look: nothing leaves the
screen, what is chosen is in sight and bears its bar, words are legible, and the keys stand at the foot."""

from __future__ import annotations

from typing import Any

import pytest
from textual.filter import Monochrome

from screens.widgets.canvas import Canvas
from screens.widgets.field import Field
from screens.widgets.keybar import MORE_ROOM, Keys
from tests.looks_ import pages, shots
from tests.screens_.person import FIVE, Person, at_screen

SIZES = ((60, 18), (80, 24), (300, 80))
LOOKS = ("dark", "light", "dark plain", "light plain", "monochrome", "light monochrome plain")
NAMES = (
    "01-today", "01-today-overfull", "02-board", "02-board-by-stage", "03-journal", "03-month", "03-collections",
    "03-index", "03-migrate", "03-new-volume", "04-theme", "04-pour", "04-gather", "04-choose", "04-word", "04-color",
    "04-write", "05-my-word", "05-my-word-story", "05-my-word-promise", "05-my-word-sorry", "05-my-word-more",
    "06-front-door", "06-front-door-everyone", "06-front-door-answered", "06-front-door-add", "06-front-door-words",
    "06-front-door-open", "06-feedback", "06-feedback-type", "07-wins", "07-wins-wall", "07-wins-rewards",
    "07-wins-add", "07-celebration", "08-rituals", "08-rituals-questions", "08-ritual-open", "08-ritual-close",
    "09-reminders", "09-catch", "09-drawer", "09-drawer-editing", "09-lock", "09-cover", "09-settings",
    "09-settings-keys",
    "09-settings-key-taken", "09-palette", "09-find", "09-later", "09-small", "09-help", "09-areas",
    "09-first-run-2-areas", "09-first-run-3-office", "09-passphrase",
)  # fmt: skip
"""What is drawn, by the names of its pictures: each in one of the looks, so that all of them are had on every place."""


def made(name: str, look: str) -> Any:
    """The app of a picture, in a look."""
    kind, _ = pages.KEYS[name]
    make = pages.kept_app if "sealed" in kind else lambda kind, *look: pages.app_of(pages.KINDS[kind](), *look)
    return make(kind, "light" not in look, "plain" in look)


@pytest.mark.parametrize(("name", "look"), [(n, LOOKS[at % len(LOOKS)]) for at, n in enumerate(NAMES)])
async def test_it_is_whole_at_every_size(name: str, look: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if "monochrome" in look:
        monkeypatch.setenv("NO_COLOR", "1")
    app = made(name, look)
    async with app.run_test(size=SIZES[0]) as pilot:
        me = Person(app, None, None)  # type: ignore[arg-type]
        me.pilot = pilot
        await me.settle()
        await me.rush(*pages.KEYS[name][1])
        for size in SIZES:
            await me.resize(*size)
            assert faults(me) == [], me.text
            if "monochrome" in look:
                assert any(isinstance(one, Monochrome) for one in app._filters)
                assert grays(app)


def faults(me: Person) -> list[str]:
    """What is not as it should be."""
    screen, (width, height) = me.app.screen, me.app.size
    found = [f"{fault}: {words!r}" for fault, words in shots.audit(me.app).items()]
    for widget in screen.query("*"):
        room = widget.region
        if widget.display and room.area and (room.x < 0 or room.y < 0 or room.right > width or room.bottom > height):
            found.append(f"{widget!r} leaves the screen: {room}")
    found += [f"{field!r} is no wider" for field in screen.query(Field) if field.has_focus and field.region.width < 8]
    found += [f"{keys!r} says nothing" for keys in screen.query(Keys) if not me.lines[keys.region.y].strip()]
    return found + [f"nothing shows where one is on {me.lines[y]!r}" for y in unmarked(me)]


def unmarked(me: Person) -> list[int]:
    """The rows that have the cursor and no bar before them; all of the screen where the cursor is out of sight."""
    sign, found = me.app.ink.signs.focus, []
    for canvas in me.app.screen.query(Canvas):
        lane = canvas.page.current if canvas.page else None
        if lane is None or not lane.key or type(canvas.page).__name__ == "HelpPage":  # help has nothing to choose
            continue
        begin, _ = lane.span(lane.cursor)
        y = canvas.region.y + len(canvas._top) + len(canvas.page.head) + lane.y + begin
        if not 0 <= begin < lane.height:
            found.append(0)
        elif sign not in me.lines[y][max(0, canvas.region.x + lane.x - 3) : canvas.region.x + lane.x + lane.width]:
            found.append(y)
    return found


def grays(app: Any) -> bool:
    """Whether nothing on the screen has a color."""
    colors = {color for row in shots.cells(app) for cell in row for color in (cell.foreground, cell.background)}
    untold = {app.theme_variables[name].lower() for name in ("foreground", "background")}  # of cells without a style
    return all(color[1:3] == color[3:5] == color[5:7] for color in colors - untold)


@pytest.mark.parametrize("plain", [False, True], ids=["pretty", "plain"])
async def test_what_is_chosen_is_known_without_any_color(plain: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with at_screen(*FIVE, plain=plain) as me:
        for key in ("1", "2", "3", "8", "comma"):
            await me.press(key)
            assert unmarked(me) == [], me.text
            canvas, lane = me.desk.canvas, me.desk.page.current
            if lane is None or not lane.key:
                continue
            y = len(canvas._top) + len(canvas.page.head) + lane.y + lane.span(lane.cursor)[0]
            strip = canvas.render_line(y)
            assert [one for one in strip if one.style and one.style.bold and one.text.strip()], (key, strip.text)


async def test_a_screen_that_is_too_small_says_so_once_and_hides_no_row() -> None:
    async with at_screen(*FIVE, size=(50, 14)) as me:
        assert me.lines[-1].strip() == MORE_ROOM
        assert me.focused
        await me.resize(80, 24)
        assert not me.sees(MORE_ROOM)
        await me.resize(80, 12)
        assert me.sees(MORE_ROOM)
