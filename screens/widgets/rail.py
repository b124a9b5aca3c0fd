"""The rail: the eight places, and below them whether the office is open; one line of tabs on narrow screens."""

from __future__ import annotations

from typing import NamedTuple

from textual.strip import Strip

from organizer import when
from organizer.commands.about import PLACES
from screens.ink import Part
from screens.widgets.drawn import Drawn

SHORT = {"My Word": "Word", "Front Door": "Door"}


class Around(NamedTuple):
    """What the rail says: where I am, how many wait where, and since when the office is open (ISO) or closed."""

    place: str = "today"
    opened: str | None = None
    closed: str | None = None


class Rail(Drawn):
    """Down the left side of screens of 100 columns and more."""

    around = Around()

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
            strips.append(ink.row(width, left, (), ground))
            if airy:
                strips.append(ink.blank(width, "surface"))
        foot = self._foot(width)
        strips += [ink.blank(width, "surface")] * max(0, height - len(strips) - len(foot))
        if height - len(strips) >= len(foot):
            self.targets += [(len(strips) + line, 0, width, "office.toggle") for line in range(len(foot) - 1)]
            strips += foot
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


class Tabs(Drawn):
    """The same places as one line, for narrow screens."""

    around = Around()

    def rows(self, width: int, height: int) -> list[Strip]:
        """Numbers alone when not even short names fit."""
        ink = self.ink
        names = [SHORT.get(name, name) for _, name in PLACES]
        tight = sum(len(name) + 4 for name in names) + 1 > width
        parts: list[Part] = [(" ", "foreground")]
        x = 1
        for number, (place, _) in enumerate(PLACES, 1):
            on = place == self.around.place
            name = names[number - 1] if on or not tight else ""
            number_text = f" {number} "
            spec = ("accent b", "foreground b") if on else ("faint", "muted")
            parts += [(number_text, spec[0]), (f"{name} " if name else "", spec[1])]
            end = x + len(number_text) + (len(name) + 1 if name else 0)
            self.targets.append((0, x, end, f"go.{place}"))
            x = end
        return [self._lit(width, parts)]

    def _lit(self, width: int, parts: list[Part]) -> Strip:
        on = next(number for number, (place, _) in enumerate(PLACES) if place == self.around.place)
        before = self.ink.row(sum(len(text) for text, _ in parts[: 1 + 2 * on]), parts[: 1 + 2 * on])
        here = parts[1 + 2 * on : 3 + 2 * on]
        lit = self.ink.row(sum(len(text) for text, _ in here), here, (), "accent_soft")
        rest = width - before.cell_length - lit.cell_length
        return Strip.join([before, lit, self.ink.row(max(0, rest), parts[3 + 2 * on :])])
