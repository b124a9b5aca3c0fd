"""All about someone who waits or waited: what about, the clock, and everything that was done for them."""

from __future__ import annotations

from textual.strip import Strip

from organizer import when
from organizer.door.clock import Clock
from organizer.door.finding import find
from organizer.door.outcomes import OUTCOMES, state
from organizer.door.saying import answer_by, day_minutes, office_time
from organizer.ids import short
from organizer.office import Office
from organizer.records.door import Answer, Inquiry
from organizer.words import by_way, count
from screens import story
from screens.desk import Desk
from screens.ink import Ink, Part, shown, who, wrap
from screens.sheet import keys_of
from screens.widgets.lane import Item


class StoryPage(story.StoryPage):
    """What is written of them, and the path of what was done."""

    place = "door"

    @property
    def one(self) -> Inquiry:
        """The inquiry as it stands."""
        return find(self.office.practice, self.id)

    def items(self) -> list[Item]:
        """Who, the facts, and everything since they called."""
        one = self.one
        return [
            Item("", "head", one),
            Item("", "blank"),
            *self.told(self._facts(one)),
            Item("", "blank"),
            Item("", "stop", ("received", when.say(one.received[:16], self.now), "")),
            *(Item("", "stop", self._stop(answer)) for answer in one.answers),
        ]

    def _facts(self, one: Inquiry) -> list[tuple[str, str]]:
        practice, now = self.office.practice, self.now
        due, part, minutes = Clock(practice, now, self.office.clock.zone()).read(one)
        at = state(one)
        waits = at in ("waiting", "left word")
        waited = office_time(minutes, day_minutes(practice))
        review = one.answers[-1].review if at == "waitlist" else ""
        return [
            ("about", shown(one.text)),
            ("way", shown(one.how)),
            ("waited", f"{waited} of office time" if waits else ""),
            ("answer by" if at == "waiting" else "try again by", answer_by(due, part, now) if waits else ""),
            ("look again", when.say(review, now, long=True) if review else ""),
            ("then", "there was no room" if one.full else ""),
            ("id", short(one.id)),
        ]

    def _stop(self, done: Answer) -> tuple[str, str, str]:
        known = OUTCOMES.get(done.outcome)
        names = count(done.names, "name") if done.names else ""
        facts = [when.say(done.at[:16], self.now), by_way(shown(done.how)), names]
        return known.title if known else done.outcome, ", ".join(fact for fact in facts if fact), done.note

    def height_of(self, item: Item, width: int) -> int:
        """What was done takes a line more for what was kept of it."""
        if item.kind == "stop":
            return 1 + (len(wrap(item.data[2], max(8, width - 3))) if item.data[2] else 0)
        return 1

    def draw_own(self, item: Item, width: int) -> list[Strip]:
        """Who it is, or something that was done."""
        ink = self.ink
        if item.kind == "head":
            known = OUTCOMES.get(state(item.data))
            said = known.title if known else "Waiting to hear from me"
            return [ink.row(width, [(who(item.data.who), "foreground b")], [(said, "muted")], "surface")]
        return self._done(item, width) if item.kind == "stop" else super().draw_own(item, width)

    def _done(self, item: Item, width: int) -> list[Strip]:
        """Something that was done, and the line that was kept of it."""
        ink = self.ink
        name, fact, note = item.data
        title: Part = (name[:1].upper() + name[1:], "foreground")
        left: list[Part] = [(ink.signs.path_done, "accent"), ("  ", "faint"), title]
        rows = [ink.row(width, left, [(fact, "muted")], "surface")]
        for line in wrap(note, max(8, width - 3)) if note else []:
            rows.append(ink.row(width, [("   ", "faint"), (line, "muted i")], (), "surface"))
        return rows


class Story(story.Story):
    """The overlay."""

    BINDINGS = [*keys_of("door")]
    place = "door"
    table = "inquiries"
    leading = ("door.answer", "door.words", "door.edit", "door.later")

    def __init__(self, office: Office, ink: Ink, id: str, desk: Desk) -> None:
        super().__init__(office, ink, StoryPage(office, ink, id), desk)

    def do(self, id: str) -> None:
        """Close, and do it, with the one whose story this is."""
        from screens.doing import do
        from screens.door import doing

        mine = {"door.answer": doing.choose_outcome, "door.edit": doing.change, "door.later": doing.look_again}
        self.dismiss()
        if id in mine:
            self._desk.call_later(mine[id], self._desk, self._about)
        else:
            self._desk.call_later(do, self._desk, id)
