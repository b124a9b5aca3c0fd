"""The whole story of a promise: its terms and their versions, every step in one's own words, and what was checked."""

from __future__ import annotations

from textual.strip import Strip

from organizer import when
from organizer.ids import short
from organizer.office import Office
from organizer.repeat import explain
from organizer.views.word import Given, given, repairs_of
from organizer.word.finding import find
from organizer.word.states import version
from organizer.words import count, minutes
from screens import story
from screens.desk import Desk
from screens.ink import Ink, shown, who
from screens.sheet import keys_of
from screens.widgets.lane import Item
from screens.word import path


class StoryPage(story.StoryPage):
    """The terms, the upright path from the beginning, and the particulars."""

    place = "word"

    @property
    def one(self) -> Given:
        """The promise as it stands."""
        clock = self.office.clock
        return given(find(self.office.practice, self.id), clock.now(), clock.zone())

    def items(self) -> list[Item]:
        """The path, then the facts."""
        one = self.one
        return [*path.path_items(one, self.now, whole=True), Item("", "blank"), *self.told(self._facts(one))]

    def _facts(self, one: Given) -> list[tuple[str, str]]:
        made, practice = one.commitment, self.office.practice
        yes = {True: "yes", False: "no", None: ""}
        times = version(made)
        tasks = [entry for entry in map(practice.entry, made.tasks) if entry]
        done = sum(not entry.open for entry in tasks)
        wrong = practice.look("commitments", made.repairs) if made.repairs else None
        area = practice.areas.get(made.area)
        agreed = "moved twice and more: is it time to be released?" if times > 2 else ""
        return [
            ("to", who(made.who)),
            ("due", when.say(one.due, self.now, long=True) if one.due else ""),
            ("comes", explain(made.repeat._replace(on="")) if made.repeat else ""),
            ("promised", f"{count(times, 'time')}{', ' + agreed if agreed else ''}" if times > 1 else ""),
            ("area", shown(area.name) if area else ""),
            ("theme", shown(getattr(practice.table("themes").get(made.theme), "name", ""))),
            ("takes", minutes(made.estimate) if made.estimate else ""),
            ("confirmed", yes[made.confirmed]),
            ("chosen", yes[made.chosen]),
            ("serves", shown(made.serves)),
            ("puts right", shown(getattr(wrong, "text", ""))),
            ("repaired by", ", ".join(shown(other.text) for other in repairs_of(practice, made))),
            ("tasks", f"{done} of {len(tasks)} done: {', '.join(shown(e.text) for e in tasks)}" if tasks else ""),
            ("id", short(made.id)),
        ]

    def height_of(self, item: Item, width: int) -> int:
        """How many lines a row of the path takes."""
        return path.height(item, width)

    def draw_own(self, item: Item, width: int) -> list[Strip]:
        """A row of the path."""
        return path.draw(self.ink, item, width, self.now, "surface")


class Story(story.Story):
    """The overlay."""

    BINDINGS = [*keys_of("word")]
    place = "word"
    table = "commitments"
    leading = ("word.keep", "word.renegotiate", "word.next", "word.more", "word.edit")

    def __init__(self, office: Office, ink: Ink, id: str, desk: Desk) -> None:
        super().__init__(office, ink, StoryPage(office, ink, id), desk)

    def do(self, id: str) -> None:
        """Close, and do it with this promise, wherever the cursor of the page is."""
        from screens.word.doing import on_one

        self.dismiss()
        self._desk.call_later(on_one, self._desk, self._about, id)
