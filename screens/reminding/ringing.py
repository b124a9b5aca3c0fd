"""What rings while the office is open: one quiet line above the keys, with keys of its own. Where nobody looks at this
screen, a notification as well."""

from __future__ import annotations

from threading import Thread
from typing import Any

from organizer import notify
from organizer.reminding.bell import Bell, Heard
from organizer.reminding.ring import Ring
from organizer.reminding.saying import TITLE, of_rings
from organizer.settings.reminding import SOUNDS
from organizer.words import count
from screens.desk import Desk
from screens.reminding.words import line
from screens.widgets.keybar import RING, RINGS, Hint, Quiet

STANDS = 30.0
"""Seconds for which a reminder stands above the keys; then it is on the list."""
LATER = 60
"""Minutes after which something put off rings again."""


class Ringing:
    """The bell of the desk. It listens once a minute, and says one thing at a time."""

    def __init__(self, desk: Desk, bell: Bell) -> None:
        self.desk, self.bell = desk, bell
        self.queue: list[Ring] = []
        self.digest = 0
        self._minute = ""
        self._line = Quiet()
        self._turn = 0
        desk.lookout.on_look.append(self.look)

    # -- listening

    def look(self) -> None:
        """Twice a second; mostly there is nothing to do."""
        if self._line.text and not self.stands:
            self._said()
        if (self.queue or self.digest) and not self.stands and self._can_show() and not self.desk.canvas.says:
            self.show()
        minute = f"{self.desk.office.clock.now():%Y-%m-%d %H:%M}"
        if minute != self._minute and (self._can_show() or self._away()):
            self._minute = minute
            self.listen()

    def listen(self) -> None:
        """Hear what has come, and keep the schedule for when the app is closed."""
        office = self.desk.office
        self.bell.keep(office.practice, office.clock)
        heard = self.bell.look(office.practice, office.clock)
        if not heard.rings and not heard.digest:
            return
        self.queue += heard.rings
        self.digest = len(heard.digest)
        if self._away():
            self._notify(heard)
        if self._can_show():
            self.show()

    def _can_show(self) -> bool:
        desk = self.desk
        return desk.app.screen is desk and not desk.writing and not desk.carrying

    def _away(self) -> bool:
        """Whether nobody looks: another window has the focus, or the screen is covered."""
        return not self.desk.app.app_focus or self._covered

    @property
    def _covered(self) -> bool:
        return type(self.desk.app.screen).__name__ == "Cover"

    def _notify(self, heard: Heard) -> None:
        """In a thread that nobody waits for. Behind a covered screen it says no more than of a locked office."""
        rings = (*heard.rings, *heard.digest)
        body = of_rings(rings, "kind" if self._covered else self.bell.manners.level)
        Thread(target=self._send, args=(TITLE, body, self.sounds), name="bell", daemon=True).start()

    @property
    def sounds(self) -> bool:
        """Whether the terminal's bell may sound."""
        return bool(SOUNDS.of(self.desk.office.practice) == "the bell")

    def _send(self, title: str, body: str, bell: bool) -> None:
        notify.send(title, body, self.write, bell)

    def write(self, text: str) -> None:
        """Text as it is, onto the terminal that the app is drawn on."""
        driver: Any = getattr(self.desk.app, "_driver", None)
        if driver is not None:
            self.desk.app.call_from_thread(driver.write, text)

    # -- saying

    @property
    def stands(self) -> bool:
        """Whether our line is what stands above the keys."""
        return bool(self._line.text) and self.desk.canvas.quiet is self._line

    def show(self) -> None:
        """Say the first of them, or that there are some."""
        if self.digest:
            number, self.digest = self.digest, 0
            self._say(f"{count(number, 'thing')} came while the office was closed.", (RINGS,))
        elif self.queue:
            ring = self.queue[0]
            rest = len(self.queue) - 1
            said = line(ring, self.desk.ink.signs, self.desk.office.clock.now())
            self._say(f"{said} And {rest} more." if rest else said, self._hints(ring))

    def _hints(self, ring: Ring) -> tuple[Hint, ...]:
        return RING.get(ring.kind, RING["task"]), RING["later"]

    def _say(self, text: str, hints: tuple[Hint, ...]) -> None:
        self._line = Quiet(text, hints[0], more=hints[1:])
        self.desk.say_line(self._line)
        self._turn += 1
        turn = self._turn
        self.desk.set_timer(STANDS, lambda: self._put_away(turn))

    def _put_away(self, turn: int) -> None:
        if turn == self._turn and self.stands:
            self.desk.hush()
            self._said()

    def _said(self) -> None:
        """It stood there, and something else stands there now: it is on the list, and not said twice."""
        if self._line.hint.command != RINGS.command:
            self.queue = self.queue[1:]
        self._line = Quiet()

    # -- the keys of the line

    def do(self, command: str) -> bool:
        """What a key or a click on the line means; whether something stood there that it could be about."""
        if not self.queue or not self.stands:
            return False
        ring = self.queue.pop(0)
        self._line = Quiet()
        if command == "ring.later":
            self.later(ring)
        else:
            self.done(ring)
        return True

    def done(self, ring: Ring) -> None:
        """Finished, kept, or begun; of somebody who waits, what became of it is asked."""
        from screens.reminding.acting import finish

        finish(self.desk, ring)

    def later(self, ring: Ring) -> None:
        """In an hour."""
        self.desk.say(self.put_off(ring, LATER))

    def put_off(self, ring: Ring, minutes: int) -> str:
        """Let it ring again after so many minutes; gives what is said of it."""
        from organizer.reminding.telling import wall_of
        from organizer.when import say

        office = self.desk.office
        until = office.clock.moment() + 60 * minutes
        self.bell.put_off(ring, until)
        wall = wall_of(until, office.clock.zone())
        return f"It rings again {say(wall.isoformat(timespec='minutes'), office.clock.now())}."
