"""Write it: a hundred times, in any spelling, ten a day or as many as one likes; where it was left, it goes on."""

from __future__ import annotations

from textual.strip import Strip

from organizer import when
from organizer.views.theme import HUNDRED, STARS
from screens.desk import Desk
from screens.ink import Part, shown, wrap
from screens.studio.digits import digits
from screens.studio.leaf import Leaf
from screens.widgets.lane import Item, Lane

OWN_WAY = "Write it your own way: capitals, doodles and typing slips all count."
RIGHT = 30
GAP = 5


class Write(Leaf):
    """The stop: the lines and the field left, the number and its stars right."""

    writes = True
    own_words = False

    @property
    def keys(self) -> tuple[str, ...]:  # type: ignore[override]
        """Share may come at any time; after the hundredth enter leads to it."""
        first = ("theme.on",) if self.done >= HUNDRED else ("catch.here", "theme.share")
        return (*first, "theme.back", "undo", "back")

    @property
    def hint(self) -> str:  # type: ignore[override]
        """The theme itself stands in the empty field."""
        return shown(self.seen.theme.name) if self.seen.theme else ""

    @property
    def done(self) -> int:
        """How often it was written."""
        return len(self.seen.written)

    @property
    def wide(self) -> bool:
        """Whether there is room for two columns."""
        return self.room >= 64

    @property
    def left(self) -> int:
        """Cells of the left column."""
        return self.room if not self.wide else self.room - RIGHT - (GAP if self.room > 90 else 2)

    @property
    def _seen_lines(self) -> int:
        """How many of the lines are in sight above the field."""
        room = self.page.height - (12 if self.page.height > 20 else 8)  # the path, the field, the bar
        return max(1, min(9, room))

    def lanes(self, cursor: str) -> list[Lane]:
        """The last lines, and the number."""
        lines = self.seen.written[-self._seen_lines :]
        empty = [Item("", "blank")] * (self._seen_lines - len(lines))
        rows = [*empty, *(Item("", "written", one) for one in lines)]
        if not lines:
            rows[-1] = Item("", "quiet", "Enter keeps each line.")
        gap = [Item("", "blank")] * self._airy
        rows += [*gap, Item("", "field"), *gap, Item("", "bar")]
        number = [Item("", "digits", row) for row in range(3)] if self.wide else []
        return [Lane("left", rows, self.measure), Lane("right", [*number, *self._beside()], self.measure)]

    def _beside(self) -> list[Item]:
        items = [Item("", "blank"), *(Item("", "star", star) for star in STARS), Item("", "blank")]
        today = sum(one.at[:10] == f"{self.page.now:%Y-%m-%d}" for one in self.seen.written)
        items.append(Item("", "said", f"Ten a day is plenty{f': {today} today' if today else ''}."))
        if self.seen.written:
            items.append(Item("", "said", f"You began {when.say(self.seen.written[0].at[:10], self.page.now)}."))
        if self.done >= HUNDRED:
            return [*items, Item("", "blank"), Item("", "said", "A hundred times. It is yours.")]
        return [*items, Item("", "blank"), *(Item("", "own way", line) for line in wrap(OWN_WAY, RIGHT - 1))]

    def place(self, lanes: list[Lane], height: int) -> None:
        """Left the lines, right the number, where there is room."""
        left, right = lanes
        left.hint = right.hint = False
        left.place(self.page.pad, self.left, height)
        if self.wide:
            right.place(self.page.pad + self.room - RIGHT, RIGHT, height)
        else:
            right.place(self.page.width, 0, height)

    @property
    def _airy(self) -> bool:
        return self.page.height > 18

    def line_box(self) -> tuple[int, int, int]:
        """The field stands under the last line."""
        above = len(getattr(self.page, "head", ())) + self._seen_lines + self._airy
        return self.page.pad + 1, max(1, self.page.height - above), self._field

    @property
    def _field(self) -> int:
        return max(12, min(self.left - 2, 62))

    def foot(self) -> list[Strip]:
        """Nothing: the field stands under the lines."""
        return []

    def _bar(self, width: int) -> Strip:
        signs, size = self.ink.signs, min(self._field, width - 2 if self.wide else width - 14)
        full = size * self.done // HUNDRED
        said = "" if self.wide else f"   {self.done} of {HUNDRED}"
        parts: list[Part] = [(" ", "faint"), (signs.path_line * full, "accent")]
        return self.ink.row(width, [*parts, (signs.path_rest * (size - full), "line"), (said, "muted")])

    def measure(self, item: Item, width: int, focused: bool) -> int:
        """Every row is one line."""
        return 1

    def draw(self, lane: Lane, item: Item, focused: bool) -> list[Strip]:
        """A line with its number; a row of the counter; a star."""
        width = lane.width
        if item.kind == "written":
            last = item.data.order == self.done
            number: Part = (f"{item.data.order:>5}  ", "accent" if last else "faint")
            near = item.data.order > self.done - 6
            words: Part = (shown(item.data.text), "foreground i" if last else "muted i" if near else "faint i")
            done: list[Part] = [(f"{self.ink.signs.listed_done} ", "accent")] if last else []
            return [self.ink.row(width, [number, words], done)]
        if item.kind == "bar":
            return [self._bar(width)]
        if item.kind == "digits":
            row = digits(self.done, self.ink.signs.enter == "enter")[item.data]
            behind = f"   of {HUNDRED}" if item.data == 2 else ""
            return [self.ink.row(width, [(row, "accent"), (behind, "muted")])]
        if item.kind == "star":
            after, words_ = item.data
            won = self.done >= after
            sign = self.ink.signs.star if won else self.ink.signs.star_empty
            spec = "foreground" if won else "muted"
            return [
                self.ink.row(
                    width,
                    [
                        (sign, "gold" if won else "faint"),
                        (f"{after:>6}  ", spec),
                        (words_, "muted" if won else "faint"),
                    ],
                )
            ]
        if item.kind in ("said", "own way"):
            return [self.ink.row(width, [(item.data, "muted" if item.kind == "said" else "faint")])]
        return super().draw(lane, item, focused)

    # -- acting

    def on(self, desk: Desk) -> None:
        """To the field; with all hundred, on to Share."""
        from screens.studio.doing import go_to
        from screens.writing import write

        if self.done >= HUNDRED:
            go_to(desk, "share")
        else:
            write(desk)

    def take(self, desk: Desk, id: str) -> bool:
        """Tab and right go on to Share."""
        if id in ("move.next", "move.right"):
            from screens.studio.doing import go_to

            go_to(desk, "share")
            return True
        return False

    def typed(self, desk: Desk, lines: list[str]) -> str:
        """Each counts once."""
        why: str = desk.attempt("theme.write", (), lines=lines)
        return why
