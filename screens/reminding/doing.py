"""How the commands of reminders are done on the desk."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from threading import Thread
from typing import Any

from organizer import notify
from organizer.commands.command import Command
from organizer.manner import keyed
from organizer.reminding.ring import Ring
from screens.desk import Desk
from screens.reminding import acting
from screens.reminding.ringing import Ringing

QUIET_HERE = "Nothing rings here: what is open is kept nowhere."
SILENT = "Nothing rings just now; {reminders} has what came and what comes."
LATERS = (("10 minutes", 10), ("1 hour", 60), ("3 hours", 180), ("tomorrow", 24 * 60))


def ringing(desk: Desk) -> Ringing | None:
    """The bell of the desk, None where nothing rings."""
    hang: Callable[[], None] | None = getattr(desk.app, "hang_bell", None)
    if hang is not None:
        hang()
    found: Ringing | None = desk.ringing
    return found


def coming(desk: Desk) -> None:
    """The list of what rings."""
    from screens.reminding.coming import Coming

    bell = ringing(desk)
    if bell is None:
        desk.say(QUIET_HERE)
        return
    office = desk.office
    ways: dict[str, Callable[[Desk, Ring], None]] = {
        "show": acting.show, "done": acting.finish, "answered": acting.answer,
    }  # fmt: skip

    def act(what: str, ring: Ring) -> None:
        desk.call_later(ways[what], desk, ring)

    def rings() -> list[Ring]:
        return [*bell.bell.rings(office.practice, office.clock).values()]

    bell.queue, bell.digest = [], 0
    desk.hush()
    sheet = Coming(office, desk.ink, rings, act, lambda ring: _later(desk, bell, ring, sheet))
    desk.app.push_screen(sheet)


def _later(desk: Desk, bell: Ringing, ring: Ring, sheet: Any) -> None:
    """When it is to ring again."""
    from screens.dialogs.chooser import Chooser
    from screens.dialogs.offers import Offer, Offers

    offers = [Offer(name, "") for name, _ in LATERS]

    def keep(text: str) -> str:
        found = minutes_of(text, desk)
        if not found:
            return "Say how long: 10 minutes, 2 hours, tomorrow 9am."
        said = bell.put_off(ring, found)
        desk.call_later(sheet.say, said)
        return ""

    def read(text: str) -> list[str]:
        found = minutes_of(text, desk)
        return [_in(found)] if found else []

    chooser = Offers("When is it to ring again?", "10 minutes, 2 hours, tomorrow 9am", offers, read, keep)
    desk.app.push_screen(Chooser(desk.office, desk.ink, chooser))


def minutes_of(text: str, desk: Desk) -> int:
    """How many minutes from now are meant, 0 for what is not understood."""
    from datetime import datetime

    from organizer import when

    low = " ".join(text.lower().split())
    known = dict(LATERS)
    if low in known:
        return known[low]
    count, _, unit = low.partition(" ")
    if count.isdecimal() and count.isascii() and len(count) < 4 and unit[:1] in ("", "m", "h"):
        return int(count) * (60 if unit[:1] == "h" else 1)
    now = desk.office.clock.now()
    found = when.read_all(low, now)
    if not found:
        return 0
    moment = datetime.fromisoformat(found if len(found) > 10 else f"{found}T09:00")
    return max(0, int((moment - now).total_seconds() // 60))


def _in(minutes: int) -> str:
    from organizer.words import minutes as said

    return f"in {said(minutes)}"


def on_line(command: str) -> Callable[[Desk], None]:
    """A key of the quiet line, or a click on it."""

    def act(desk: Desk) -> None:
        bell = ringing(desk)
        if bell is None or not bell.do(command):
            desk.say(QUIET_HERE if bell is None else keyed(SILENT))

    return act


def test(desk: Desk) -> None:
    """Send one now, in a thread, and say by which way it went."""
    desk.say("Sending a notification…", stays=True)
    bell = ringing(desk)

    def send() -> None:
        from organizer.reminding.saying import TITLE

        sent = notify.send(
            TITLE, "This is how a reminder looks.", bell.write if bell else None, bool(bell and bell.sounds)
        )
        desk.app.call_from_thread(partial(told, desk, sent))

    Thread(target=send, name="try", daemon=True).start()


def told(desk: Desk, sent: notify.Sent) -> None:
    """What came of it: a list that can be read at leisure."""
    from screens.dialogs.chooser import Chooser
    from screens.reminding.tried import Tried

    desk.hush()
    desk.app.push_screen(Chooser(desk.office, desk.ink, Tried(sent)))


def never(desk: Desk, command: Command) -> None:
    """What is chosen on the page never rings again; once more and it does."""
    ids = desk.page.selection()
    why = desk.attempt(command.id, ids) if ids else "Choose a line first: ↑ ↓ move, or click one."
    if why:
        desk.say(why, care=True)


ASKING: dict[str, Callable[[Any, Command], None]] = {"about": never}
ABOUT: dict[str, Callable[[Any], None]] = {
    "reminders": coming,
    "reminders.test": test,
    "ring.later": on_line("ring.later"),
    "ring.done": on_line("ring.done"),
}
