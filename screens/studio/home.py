"""The piece that hangs, what belongs to it, and the pieces of the years before."""

from __future__ import annotations

from textual.strip import Strip

from organizer import when
from organizer.manner import keyed
from organizer.records import Theme
from organizer.views.theme import FRAMES, HUNDRED, SAID, STARS, STOPS, season_of
from organizer.words import count
from screens.desk import Desk
from screens.ink import Part, shown
from screens.palettes import PRESETS
from screens.studio.frame import centered
from screens.studio.leaf import Leaf
from screens.studio.piece import gold, piece
from screens.studio.words import EMPTY, FIND
from screens.widgets.lane import Item, Lane

MOST = 5
"""Moments that are shown."""


class Home(Leaf):
    """What is seen when nothing is in the making, or it was left for later."""

    @property
    def keys(self) -> tuple[str, ...]:  # type: ignore[override]
        """Without a theme there is one thing to do."""
        if self.seen.theme is None:
            return ("theme.on", "catch", "undo")
        return ("theme.on", "theme.write", "theme.share", "theme.moment", "theme.season", "theme.print", "undo")

    @property
    def hanging(self) -> Theme | None:
        """The theme that is looked at: a past one, or that which hangs."""
        if self.page.shown:
            for one in self.seen.past:
                if one.theme.id == self.page.shown:
                    return one.theme
        return self.seen.theme or self.office.practice.theme()

    def facts(self) -> str:
        """Since when it hangs."""
        return self.seen.years

    # -- rows

    def items(self) -> list[Item]:
        """The empty state, or the piece and all that belongs to it."""
        studio = self.seen.studio
        if self.hanging is None and studio is None:
            enter = self.ink.signs.enter
            return [*self.gap(1), Item("begin", "empty", (EMPTY, f"{enter} {FIND}"))]
        items: list[Item] = [] if self.page.short else [Item("", "blank")]
        if self.hanging is not None:
            items = [Item("", "piece", 9 if self.page.short else 12), *self.gap(1)]
        if studio is not None:
            order = list(STOPS)
            step = f"step {order.index(studio.stop) + 1} of {len(order)}: {STOPS[studio.stop][1]}"
            kept = "" if self.page.narrow else "everything is kept"
            items += [Item("studio", "fact", ("In the making", step, kept)), *self.gap(1)]
        if self.seen.theme is not None and not self.page.shown:
            items += self._of_it()
        elif self.page.shown:
            items += [Item("now", "fact", ("Back", "to the one that hangs now", ""))]
        return [*items, *self._before()]

    def _of_it(self) -> list[Item]:
        theme, seen = self.seen.theme, self.seen
        assert theme is not None
        names = {color: name for name, color in PRESETS.items()}
        last = seen.shared[0] if seen.shared else None
        told = f"{count(len(seen.shared), 'time')}, last {SAID.get(last.how, last.how)}" if last else "nobody yet"
        season = season_of(f"{self.page.now:%Y-%m-%d}")
        answer = {"keep": "kept", "reword": "reworded", "smaller": seen.smaller}
        look = (
            answer[seen.season.answer]
            if seen.season and seen.season.answer in answer
            else "keep, reword, or a smaller one?"
        )
        items = [
            Item("write", "stars", seen.stars),
            Item("share", "fact", ("Told", told, when.say(last.at[:10], self.page.now) if last else "")),
            Item(
                "season",
                "fact",
                (f"This {season.partition(' ')[0]}", look, "" if seen.season else "a look each season"),
            ),
            Item("word", "fact", ("Words", theme.statement or "one sentence is still to be found", "")),
            Item("color", "fact", ("Color", names.get(theme.color, theme.color or "Eucalyptus"), "")),
            Item("frame", "fact", ("Frame", FRAMES.get(theme.frame or "none", "None"), "")),
            *self.gap(1),
            Item("", "heading", "Moments I chose by it"),
        ]
        items += [Item(one.id, "moment", one) for one in seen.moments[:MOST]]
        more = len(seen.moments) - MOST
        items += [Item("", "quiet", f"    {more} more in the journal")] if more > 0 else []
        return [
            *items,
            Item("moment", "add", keyed("{theme.moment}  write one: a line, on today’s page")),
            *self.gap(1),
        ]

    def _before(self) -> list[Item]:
        items = [Item("", "heading", "Hung before")] if self.seen.past else []
        items += [Item(f"past/{one.theme.id}", "past", one) for one in self.seen.past]
        if self.seen.studio is None and self.hanging is not None:
            items += [
                *(self.gap(1) if self.seen.past else []),
                Item("new", "add", keyed("{studio.begin}  begin a new theme")),
            ]
        return items

    def measure(self, item: Item, width: int, focused: bool) -> int:
        """The piece takes its rows; so does the empty state."""
        if item.kind == "piece":
            return int(item.data)
        return 2 if item.kind == "empty" else super().measure(item, width, focused)

    # -- drawing

    def draw(self, lane: Lane, item: Item, focused: bool) -> list[Strip]:
        """A row of home."""
        width = lane.width
        if item.kind == "piece":
            return self._piece(width, int(item.data))
        if item.kind == "empty":
            return [self.ink.row(width, [("  ", "faint"), (line, "muted")]) for line in item.data]
        if item.kind == "fact":
            label, value, right = item.data
            return [self.fact(lane, label, value, right, focused)]
        if item.kind == "stars":
            return [self._stars(width, item.data, focused)]
        if item.kind == "heading":
            return [self.ink.row(width, [("  ", "faint"), (item.data, "foreground b")])]
        if item.kind == "moment":
            sign: Part = (f" {self.ink.signs.theme}  ", "accent")
            words: Part = (shown(item.data.text), "foreground b" if focused else "foreground")
            return [
                self.row(width, [sign, words], [(when.say(item.data.created[:10], self.page.now), "faint")], focused)
            ]
        if item.kind == "add":
            return [self.row(width, [(" ", "faint"), (item.data, "foreground b" if focused else "faint")], [], focused)]
        if item.kind == "past":
            one = item.data
            left: list[Part] = [(f" {self.ink.signs.theme}  ", self.ink.colored(one.theme.color)),
                                (shown(one.theme.name), "foreground b" if focused else "foreground")]  # fmt: skip
            left += [(f"   {shown(one.theme.statement)}", "muted i")]
            return [self.row(width, left, [(one.years, "faint")], focused)]
        return super().draw(lane, item, focused)

    def _piece(self, width: int, tall: int) -> list[Strip]:
        theme = self.hanging
        if theme is None or theme is self.seen.theme:
            return centered(self, width, tall, (theme.frame if theme else "") or "none", 64)
        years = next((one.years for one in self.seen.past if one.theme.id == theme.id), self.seen.years)
        size = min(width, 64)
        rows = piece(self.ink, size, tall, theme.frame or "double", theme.name, theme.statement, years)
        side = (width - size) // 2
        blank, rest = self.ink.blank(side), self.ink.blank(width - size - side)
        return [Strip.join([blank, row, rest]) for row in rows] if side else rows

    def _stars(self, width: int, won: int, focused: bool) -> Strip:
        signs, done = self.ink.signs, len(self.seen.written)
        name: Part = ("Written".ljust(16), "foreground b" if focused else "foreground")
        stars: list[Part] = [
            (signs.star * won, gold(self.ink, "accent")),
            (signs.star_empty * (len(STARS) - won), "faint"),
        ]
        said = f"{done} of {HUNDRED}   " if done else "a hundred times, ten a day   "
        return self.row(width, [(" ", "faint"), name, (said, "muted"), *stars], [], focused)

    # -- acting

    def on(self, desk: Desk) -> None:
        """Open what the cursor is on."""
        from screens.studio import doing

        item = self.page.item
        key, page = item.key, self.page
        if key == "begin" or key == "new":
            doing.begin(desk)
        elif key == "studio" and self.seen.studio:
            doing.go_to(desk, self.seen.studio.stop)
        elif key in ("write", "share", "word", "color", "frame"):
            doing.go_to(desk, key)
        elif key == "season":
            doing.ask_season(desk)
        elif key == "moment":
            doing.ask_moment(desk)
        elif key == "now" or key.startswith("past/"):
            page.shown = "" if key == "now" or page.shown == key[5:] else key[5:]
            doing.show(desk)
        elif item.kind == "moment":
            from screens.dialogs.drawer import Drawer

            desk.app.push_screen(Drawer(desk.office, desk.ink, key))

    def take(self, desk: Desk, id: str) -> bool:
        """esc puts a piece of the past back."""
        if id == "back" and self.page.shown:
            from screens.studio.doing import show

            self.page.shown = ""
            desk.hush()
            show(desk)
            return True
        return False
