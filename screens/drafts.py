"""What was being written when the office was locked: kept with the place and the row, and taken up after unlocking."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any, Protocol, runtime_checkable

from textual.screen import Screen

from organizer.commands import COMMANDS
from organizer.commands.command import always
from screens.desk import Desk
from screens.widgets.field import Doc

SOON, LONG = 100, 1000
"""Hundredths of a second in which what was asked for begins to come, and in which it stands."""
GONE = "What that was about is not here any more; what was typed is in the line."


@runtime_checkable
class Writes(Protocol):
    """An overlay in which something is typed that would be missed."""

    def draft(self) -> Doc:
        """What it takes to open it again: `open` says how (`OPENING`), the rest is its own; {} for nothing."""

    def take_up(self, doc: Doc) -> None:
        """Go on where `draft` left off."""


def now(desk: Desk) -> Doc:
    """Where the person is, and what they have typed and not yet kept."""
    page, lane = desk.page, desk.page.current
    doc: Doc = {"place": desk.place, "lane": page.lane, "row": lane.key if lane else "", "page": page.draft()}
    if desk.line is not None and desk.line.value:
        doc["line"] = {**desk.line.draft(), "writing": desk.writing}
    docs = [screen.draft() for screen in desk.app.screen_stack[1:] if isinstance(screen, Writes)]
    return {**doc, "over": [one for one in docs if one]}


def typed(doc: Doc) -> bool:
    """Whether there is anything in it that would be missed."""
    return "line" in doc or any(one.get("text") or one.get("more") for one in doc.get("over", ()))


def place(desk: Desk, doc: Doc) -> bool:
    """Back to the page and the row, and to the line at its foot; whether that row is still there."""
    where = str(doc.get("place", desk.place))
    if doc.get("page"):
        desk.page_of(where).go_on(doc["page"])
    desk.go(where)
    lanes = desk.page.lanes
    at, row = doc.get("lane", 0), str(doc.get("row", ""))
    order = sorted(range(len(lanes)), key=lambda number: number != at)  # by now it may stand in another one
    found = next((number for number in order if (lanes[number].seek(row) if row else number == at)), None)
    if found is not None:
        desk.page.lane = found
        desk.page.lane_changed()
        desk.canvas.lay_out()
    line = doc.get("line")
    if line and desk.line is not None:
        desk.line.take_up(line)
        if line.get("writing"):
            desk.set_focus(desk.line)
            desk.line.read()
    return found is not None or not row


def _of_the_row(doc: Doc) -> bool:
    """Whether an overlay would be about the row under the cursor, whichever that is."""
    command = COMMANDS.get(str(doc.get("command", ""))) if doc.get("open") == "command" else None
    return command is not None and command.allowed is not always


def _caught(desk: Desk, doc: Doc) -> Doc:
    """What was typed about a row that is gone, in the line that catches; {} where nothing was."""
    answers = doc.get("answers")
    texts = [*(answers.values() if isinstance(answers, dict) else ()), doc.get("text")]
    first, *more = [str(text) for text in texts if text] or [""]
    if first:
        desk.say(GONE, care=True)
    return {"open": "command", "command": "catch", "text": first, "more": more} if first else {}


async def take_up(desk: Desk, doc: Doc) -> None:
    """Open again what lay over the page, one over the other, with what was typed in it."""
    stands = place(desk, doc)
    for one in doc.get("over", ()):
        if not stands and _of_the_row(one):
            one = _caught(desk, one)
        opening = OPENING.get(str(one.get("open")))
        if opening is None:
            return
        before = desk.app.screen
        opening(desk, one)
        screen = await _opened(desk, before)
        if not isinstance(screen, Writes):
            return
        screen.take_up(one)


async def _opened(desk: Desk, before: Screen[Any]) -> Screen[Any] | None:
    """What was asked for, as soon as it is there and can be typed in; not waited for long where nothing comes, and
    longer where it is coming on a slow machine."""
    import asyncio

    for waited in range(LONG):
        screen = desk.app.screen
        if screen is before and waited >= SOON:
            return None
        if screen is not before and screen.is_mounted and getattr(screen, "ready", True):
            drawn = asyncio.Event()
            screen.call_after_refresh(drawn.set)
            with suppress(TimeoutError):
                await asyncio.wait_for(drawn.wait(), LONG / 100)
            return screen
        await asyncio.sleep(0.01)
    return None


def _command(desk: Desk, doc: Doc) -> None:
    """Whatever a command of the desk, or of the drawer over it, opens."""
    id = str(doc.get("command", ""))
    if id not in COMMANDS:
        return
    over = desk.app.screen
    if over is desk:
        desk.action_command(id)
    elif isinstance(over, Commanded):
        over.action_command(id)


@runtime_checkable
class Commanded(Protocol):
    """An overlay with commands of its own."""

    def action_command(self, id: str) -> None:
        """Run one."""


def _drawer(desk: Desk, doc: Doc) -> None:
    from screens.dialogs.drawer import Drawer

    if desk.office.practice.entry(str(doc.get("id", ""))):
        desk.app.push_screen(Drawer(desk.office, desk.ink, str(doc["id"])))


def _outcome(desk: Desk, doc: Doc) -> None:
    from screens.door.doing import go_on

    go_on(desk, str(doc.get("id", "")), str(doc.get("outcome", "")))


def _ritual(desk: Desk, doc: Doc) -> None:
    from screens.rituals.beginning import begin

    begin(desk, str(doc.get("ritual", "")))


def _particular(desk: Desk, doc: Doc) -> None:
    from organizer.errors import OrganizerError
    from screens.word.particulars import ask

    try:
        ask(desk, str(doc.get("promise", "")), str(doc.get("name", "")))
    except OrganizerError:
        return


def _step(desk: Desk, doc: Doc) -> None:
    from organizer.errors import OrganizerError
    from screens.word.doing import on_one

    if doc.get("command") in COMMANDS:
        with suppress(OrganizerError):
            on_one(desk, str(doc.get("promise", "")), str(doc["command"]))


OPENING: dict[str, Callable[[Desk, Doc], None]] = {
    "command": _command,
    "drawer": _drawer,
    "outcome": _outcome,
    "particular": _particular,
    "ritual": _ritual,
    "step": _step,
}
"""How each kind is opened again."""
