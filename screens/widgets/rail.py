"""The rail: the eight places, and below them whether the office is open; one line of tabs on narrow screens."""

from collections.abc import Mapping
from typing import NamedTuple

from textual.strip import Strip

from organizer import when
from organizer.commands.about import PLACES
from organizer.office import Office
from organizer.rituals.standing import standing
from organizer.words import count
from screens.ink import Ink, Part
from screens.widgets.drawn import Drawn, Target

SHORT = {"My Word": "Word", "Front Door": "Door"}


class Around(NamedTuple):
    """What the rail says: where I am, how many wait where, since when the office is open (ISO) or closed, and how many
    stars there are; -1 where there never was one. `beside` is the version with which anything but an entry changed
    last: how times are said may be among it."""

    place: str = "today"
    opened: str | None = None
    closed: str | None = None
    counts: Mapping[str, int] = {}
    stars: int = -1
    beside: int = 0


class Rail(Drawn):
    """Down the left side of screens of 100 columns and more."""

    around = Around()

    def says(self) -> object:
        """What is made into its rows."""
        return self.around, self.ink

    def rows(self, width: int, height: int) -> list[Strip]:
        """Places from the top, the office at the bottom."""
        self.ground = "surface"
        ink, airy = self.ink, height >= 29
        strips = [ink.blank(width, "surface")] * (2 if airy else 1)
        for number, (place, name) in enumerate(PLACES, 1):
            on = place == self.around.place
            ground = "accent_soft" if on else "surface"
            left: list[Part] = [
                (ink.signs.focus if on else " ", "accent"),
                (f" {number}  ", "accent" if on else "faint"),
                (name, "foreground b" if on else "muted"),
            ]
            self.targets.append((len(strips), 0, width, f"go.{place}"))
            many = self.around.counts.get(place, 0)
            gap = "  " if many < 100 else " "
            right: list[Part] = [(str(many), "accent" if on else "faint"), (gap, "faint")] if many else []
            strips.append(ink.row(width, left, right, ground))
            if airy:
                strips.append(ink.blank(width, "surface"))
        foot = self._foot(width)
        stars = self._stars(width) if height - len(strips) > len(foot) + 2 else []
        foot += stars
        strips += [ink.blank(width, "surface")] * max(0, height - len(strips) - len(foot))
        if height - len(strips) >= len(foot):
            self.targets += [(len(strips) + line, 0, width, "office.toggle") for line in range(2)]
            strips += foot
            self.targets += [(len(strips) - len(stars), 0, width, "go.wins")] if stars else []
        return strips

    def _foot(self, width: int) -> list[Strip]:
        ink, around = self.ink, self.around
        is_open = around.opened is not None and around.closed is None
        sign = (ink.signs.path_done, "accent") if is_open else (ink.signs.path_ahead, "faint")
        first = ink.row(
            width, [("  ", "faint"), sign, (" Office open" if is_open else " Office closed", "muted")], (), "surface"
        )
        moment = around.opened if is_open else around.closed
        words = f"since {when.say_time(moment[11:16])}" if moment else "not opened yet"
        return [first, ink.row(width, [(f"    {words}", "faint")], (), "surface"), ink.blank(width, "surface")]

    def _stars(self, width: int) -> list[Strip]:
        """How many stars there are, where there ever was one."""
        if self.around.stars < 0:
            return []
        words = count(self.around.stars, "star")
        parts: list[Part] = [("  ", "faint"), (self.ink.signs.star, "gold"), (f" {words}", "muted")]
        return [self.ink.row(width, parts, (), "surface"), self.ink.blank(width, "surface")]


def around(office: Office, place: str) -> Around:
    """What there is to say of a practice now, in a place."""
    at = standing(office.practice, office.clock.now())
    minute = f"{office.clock.now():%Y-%m-%d %H:%M}"
    asking, in_hand = office.practice.told.made(
        ("rail", minute, office.clock.zone()), lambda: (counts(office), stars(office))
    )
    return Around(place, at.opened, at.closed, asking, in_hand, office.practice.told.beside)


def stars(office: Office) -> int:
    """The stars in hand; -1 where there never was one, without asking for their rules."""
    if not office.practice.table("jars"):
        return -1
    from organizer.wins.counting import in_hand

    return in_hand(office.practice)


def counts(office: Office) -> dict[str, int]:
    """How many wait where; what has no promise and nobody at the door does not ask for their rules."""
    practice, found = office.practice, dict[str, int]()
    if practice.commitments:
        from organizer.views.word import need_repair

        found["word"] = need_repair(practice, office.clock.now(), office.clock.zone())
    if practice.inquiries:
        from organizer.views.door import asking

        found["door"] = len(asking(practice, office.clock.now(), office.clock.zone()))
    return found


class Tabs:
    """The same places as one line, for narrow screens; the canvas draws it under the band."""

    def __init__(self, ink: Ink, around: Around) -> None:
        self.ink = ink
        self.place = around.place
        self.counts = around.counts
        self.targets: list[Target] = []

    def row(self, width: int, y: int) -> Strip:
        """The line, for row `y` of the canvas; closer together where there is little room, and numbers alone where not
        even short names fit."""
        counted = [f"{self.ink.signs.dot}{self.counts[place]}" if self.counts.get(place) else "" for place, _ in PLACES]
        names = [SHORT.get(name, name) for _, name in PLACES]
        room = width - 1 - sum(3 + len(name) + len(many) for name, many in zip(names, counted, strict=True))
        close, tight = room < len(names), room < 1
        strips = [self.ink.blank(1)]
        x = 1
        for number, (place, _) in enumerate(PLACES, 1):
            on = place == self.place
            name = names[number - 1] if on or not tight else ""
            many = counted[number - 1] if name else ""
            after = " " if name and (on or not close) else ""
            parts: list[Part] = [
                (f" {number} ", "accent b" if on else "faint"),
                (name, "foreground b" if on else "muted"),
                (many, "accent"),
                (after, "faint"),
            ]
            size = 3 + len(name) + len(many) + len(after)
            strips.append(self.ink.row(size, parts, (), "accent_soft" if on else "background"))
            self.targets.append((y, x, x + size, f"go.{place}"))
            x += size
        strips.append(self.ink.blank(max(0, width - x)))
        return Strip([segment for strip in strips for segment in strip]).adjust_cell_length(width)
