"""Wins: the year as a map, the jar of the month or the wall, what went right lately, and the rewards."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from textual.strip import Strip

from organizer.office import Office
from organizer.records.wins import Win
from organizer.views.wins import WEEKS, WinsView, YearMap, read, wall, wins_view, year_map, years_back
from organizer.when.saying import MONTHS
from organizer.wins import finding
from organizer.words import count
from screens.ink import Ink, Part, shown
from screens.page import Heading, Hit, Page
from screens.widgets.lane import Item, Lane
from screens.wins import items, jar, year

MAP = year.NAMES + WEEKS + 1
"""Cells of the whole map."""
GAP = 3


class Wins(Page):
    """The page: above the year and the jar, below what went right and the rewards; the wall or the numbers instead."""

    place = "wins"

    def __init__(self, office: Office, ink: Ink, place: str = "") -> None:
        super().__init__(office, ink, place)
        self.back = 0
        self.view = ""
        self.all_rewards = False
        """Whether those that were let go of are shown one by one."""
        self.seen: WinsView = wins_view(office.practice, self.now)
        self.year: YearMap = year_map(office.practice, self.now.date())
        self.wins: list[Win] = []
        self._parts: Iterator[list[Win]] = iter(())
        self._marked = ""
        self._targets = (0, 0)

    def heading(self) -> Heading:
        """How many stars there are."""
        return Heading("Wins", f"{count(self.seen.in_hand, 'star')} {self.ink.signs.dot} big or small, they all count")

    def keys(self) -> tuple[str, ...]:
        """The verbs of the list, of the rewards, or of what stands in their place."""
        self.hints = self._words()
        if self.view == "numbers":
            return ("win.view", "win.numbers", "win.earlier", "win.later", "win.book")
        if self.view:
            return ("win.view", "win.open", "win.numbers", "win.earlier", "win.later", "win.book")
        if self.rewarding:
            return ("catch.here", "reward.take", "win.edit", "win.drop", "win.rewards", "undo")
        if self.narrow:
            return ("catch.here", "win.sticker", "win.rewards", "win.view")
        return ("catch.here", "win.sticker", "win.rewards", "win.view", "win.share", "win.edit", "win.numbers")

    def _words(self) -> dict[str, str]:
        """The list and the rewards have words of their own beside the same keys."""
        if self.rewarding:
            return {"catch.here": "a reward", "win.drop": "let go", "win.rewards": "the wins"}
        other = "jar" if self.view else "wall" if self.narrow else "jar or wall"
        return {"catch.here": "add a win", "win.view": other}

    @property
    def rewarding(self) -> bool:
        """Whether the cursor is among the rewards."""
        return self.lane == 1 and not self.view

    # -- reading

    def rebuild(self) -> None:
        """Read the jars, the rewards and the wins at hand again; as many of the archive as were read before."""
        practice, today = self.office.practice, self.now.date()
        self.seen = wins_view(practice, self.now)
        self.back = min(self.back, years_back(practice, today))
        self.year = year_map(practice, today, self.back, self._columns())
        self._parts = read(practice, self.year.first, self.year.last)
        many, self.wins = len(self.wins), []
        self._more()
        while len(self.wins) < many and self._more():
            pass
        self._lanes()

    def _columns(self) -> int:
        room = self.width - 2 * self.pad - year.NAMES
        return max(4, min(WEEKS, room)) if self.width else WEEKS

    def _more(self) -> bool:
        """Take a part more of the wins; whether there was one."""
        part = next(self._parts, None)
        if part is None:
            return False
        self.wins = sorted((*self.wins, *part), key=lambda one: (one.at, one.id), reverse=True)
        return True

    def load_to(self, day: str) -> None:
        """Read on until a day is reached."""
        while (not self.wins or self.wins[-1].at[:10] > day) and self._more():
            pass

    @property
    def unread(self) -> int:
        """How many wins of the year are still in the archive."""
        return max(0, self.year.total - len(self.wins))

    def _lanes(self) -> None:
        before: list[Lane | None] = [*self.lanes] or [None, None]
        keys = [lane.key if lane else "" for lane in before]
        made = [self._lane("left", self._left(), keys[0]), self._lane("right", self._right(), keys[1])]
        for lane, last in zip(made, before, strict=True):
            if last and last.key and lane.key != last.key:
                keyed = [at for at, item in enumerate(lane.items) if item.key]
                if keyed:
                    lane.point(min(keyed, key=lambda at: abs(at - last.cursor)))
            lane.follow(last)
        self.lanes = made

    def _lane(self, name: str, found: list[Item], key: str) -> Lane:
        return Lane(name, found, items.height, key)

    def _left(self) -> list[Item]:
        if self.view == "numbers":
            from screens.wins.numbers import left

            return left(self)
        if self.view == "wall":
            found = items.wall_items(self.ink, wall(self.office.practice, self.wins), self.now)
            return [Item("", "heading", ("The wall", f"{self.year.total} so far")), Item("", "blank"), *found,
                    *self._rest()]  # fmt: skip
        title = "Lately" if not self.back else self.years()
        after = [] if self.short else [Item("", "blank")]
        found = [Item(one.id, "win", one) for one in self.wins]
        rows = [Item("", "heading", (title, "")), *after, *found, *self._rest()]
        if not found:
            rows += [
                Item("", "quiet", items.EMPTY),
                Item("", "hint", ("{catch.here}", "keeps it: one line, a sticker, a star.")),
            ]
        return rows

    def _rest(self) -> list[Item]:
        return [Item("more:wins", "more", f"{self.unread:,} more")] if self.unread else []

    def _right(self) -> list[Item]:
        if self.view == "numbers":
            from screens.wins.numbers import right

            return right(self)
        return items.reward_items(self.seen, self.all_rewards) if not self.view else []

    # -- layout

    def layout(self) -> None:
        """The year beside the jar, the list beside the rewards; one column on narrow screens."""
        pad, room = self.pad, self.width - 2 * self.pad
        wide = max(MAP, (room - GAP) * 54 // 94)
        self._split = wide if not self.narrow and room - wide - GAP >= jar.WIDTH else 0
        state = (self.short, self._columns(), self.view, self._split)
        if self.dirty or len(self.lanes) != 2 or self._laid != state:
            self._laid = state
            self.rebuild()
            self.dirty = False
        self.activate()
        self.head, self.foot = self._top(room, pad), self._bottom(room, pad)
        height = max(1, self.height - len(self.head) - len(self.foot))
        left, right = self.lanes
        if self._split and self.view != "wall":
            left.place(pad, wide, height)
            right.place(pad + wide + GAP, room - wide - GAP, height)
            return
        first = not self.rewarding
        self.lane = self.lane if self.view != "wall" else 0
        left.place(pad if first else self.width, room if first else 0, height)
        right.place(self.width if first else pad, 0 if first else room, height)

    _laid: tuple[Any, ...] = ()
    _split = 0

    def _top(self, room: int, pad: int) -> list[Strip]:
        """Head: the map and the jar, where there is room for them."""
        ink, side = self.ink, self.ink.blank(pad)
        self._targets = (0, 0)
        blank = ink.blank(self.width)
        alone = self.narrow and self.rewarding
        if self.height < 20 or room < 40 or self.view == "numbers" or alone:
            return [blank] if self.height > 12 else []
        tight = self.height < 26
        rows = [ink.row(self._split or room, [(self._title(), "foreground b")], [(self._so_far(), "faint")])]
        rows += [] if tight else [ink.blank(self._split or room)]
        self._targets = (pad, 1 + len(rows))
        rows += year.draw(ink, self.year, self._split or room, self._day())
        rows += [] if tight else [ink.blank(self._split or room), year.legend(ink, self._split or room)]
        if self._split and self.view != "wall":
            rows = self._beside(rows, room - self._split - GAP)
        elif self._split:
            rows = [ink.row(room, [], []) if row is None else row.adjust_cell_length(room, ink.style("foreground"))
                    for row in rows]  # fmt: skip
        after = [blank] if tight or self.height < 34 else [blank, blank]
        return [blank, *(Strip.join([side, row, side]) for row in rows), *after]

    def _beside(self, rows: list[Strip], width: int) -> list[Strip]:
        """The jar at the right of the map."""
        ink, gap = self.ink, self.ink.blank(GAP)
        month = MONTHS[int(self.seen.month[5:7]) - 1]
        stars = count(self.seen.month_stars, "star") if self.seen.month_stars else ""
        glass = [ink.row(width, [(f"{month}’s jar", "foreground b")], [(stars, "faint")]), ink.blank(width)]
        indent: Part = (" " * max(0, (width - jar.WIDTH) // 2), "faint")
        glass += [ink.row(width, [indent, *parts]) for parts in jar.draw(ink.signs, self.seen.month_stars)]
        tall = max(len(rows), len(glass))
        rows = [*rows, *[ink.blank(self._split)] * (tall - len(rows))]
        glass = [*glass, *[ink.blank(width)] * (tall - len(glass))]
        return [Strip.join([left, gap, right]) for left, right in zip(rows, glass, strict=True)]

    def _bottom(self, room: int, pad: int) -> list[Strip]:
        """Foot of narrow screens: how far it is to the next reward."""
        ink, next = self.ink, self.seen.next
        if self._split or self.view or self.rewarding or not next or self.height < 14:
            return []
        words = f" {count(self.seen.to_go, 'star')} until {shown(next.text)}"
        row = ink.row(room, [(f" {ink.signs.star_empty}", "gold"), (words, "muted")])
        side, blank = ink.blank(pad), ink.blank(self.width)
        return [blank, Strip.join([side, row, side]), blank]

    def _title(self) -> str:
        return "A year of wins" if not self.back else self.years()

    def _so_far(self) -> str:
        if not self.year.total:
            return ""
        return f"{self.year.total:,} so far" if not self.back else count(self.year.total, "win")

    @property
    def beside(self) -> bool:
        """Whether there are two columns."""
        return bool(self._split)

    def years(self) -> str:
        """The months that the map begins and ends with."""
        first, last = self.year.first, self.year.last
        return f"{MONTHS[int(first[5:7]) - 1]} {first[:4]} to {MONTHS[int(last[5:7]) - 1]} {last[:4]}"

    # -- drawing

    def _day(self) -> str:
        """The day of the win under the cursor."""
        win = self.chosen
        self._marked = win.at[:10] if win else ""
        return self._marked

    def draw(self, lane: Lane, item: Item, focused: bool) -> list[Strip]:
        """One row."""
        if self.view == "numbers":
            from screens.wins import numbers

            return numbers.draw(self.ink, item, lane.width, focused)
        return items.draw(self.ink, item, lane.width, focused, self.now)

    # -- what is chosen

    @property
    def item(self) -> Item:
        """The row under the cursor."""
        lane = self.current
        return lane.items[lane.cursor] if lane and 0 <= lane.cursor < len(lane.items) else Item("", "")

    @property
    def chosen(self) -> Win | None:
        """The win under the cursor of the list."""
        if self.view or not self.lanes or self.lane != 0:
            return None
        return self.item.data if self.item.kind == "win" else None

    def selection(self) -> tuple[str, ...]:
        """The win, or the reward."""
        item = self.item
        if item.kind == "win":
            return (item.key,)
        return (item.key.partition(":")[2],) if item.key.startswith("reward:") else ()

    def follows(self) -> bool:
        """The map shows the day of the win under the cursor."""
        before, after = self._marked, self._day()
        left, top = self._targets
        if before == after or not top:
            return False
        for day in (before, after):
            year.mark(self.ink, self.year, day, after, self.head, left, top)
        return True

    def lane_changed(self) -> None:
        """Other keys hold among the rewards."""
        self.layout()

    def sideways(self, by: int) -> bool:
        """From the list to the rewards and back, where both are in sight."""
        return bool(self._split) and not self.view and super().sideways(by)

    def show(self, id: str) -> bool:
        """Put the cursor on a win of whatever year, or a reward."""
        self.view = ""
        if id in finding.rewards(self.office.practice):
            self.lane, self.all_rewards = 1, self.all_rewards or bool(finding.rewards(self.office.practice)[id].dropped)
            self._lanes()
            self.layout()
            return self.lanes[1].seek(f"reward:{id}")
        self.lane = 0
        self.layout()
        return self.lanes[0].seek(id) or self._show_older(id)

    def _show_older(self, id: str) -> bool:
        """Turn to the year of a win, and read on to it."""
        win = self.office.practice.look("wins", id)
        if not isinstance(win, Win):
            return False
        today = self.now.date()
        years = range(years_back(self.office.practice, today) + 1)
        self.back = next((back for back in years if year_map(self.office.practice, today, back).first <= win.at), 0)
        self.wins = []
        self.rebuild()
        self.load_to(win.at[:10])
        self._lanes()
        self.layout()
        return self.lanes[0].seek(id)

    def go_to_day(self, day: str) -> bool:
        """Put the cursor on the last win of a day; whether there is one."""
        if self.view:
            self.view = ""
            self.layout()
        self.load_to(day)
        self._lanes()
        self.lane = 0
        self.layout()
        return any(self.lanes[0].seek(one.id) for one in self.wins if one.at[:10] == day)

    def read_on(self) -> None:
        """Read a part more, and go to its first."""
        at = len(self.wins)
        self._more()
        self._lanes()
        self.layout()
        if at < len(self.wins) and not self.view:
            self.lanes[0].seek(self.wins[at].id)

    def target_at(self, x: int, y: int) -> str:
        """The day of the map under a cell."""
        left, top = self._targets
        day = year.day_at(self.year, x - left, y - top) if top else ""
        return f"day:{day}" if day else ""

    def click(self, hit: Hit) -> str:
        """A click chooses, once more opens; on a day of the map it goes to its wins."""
        return super().click(hit) if hit.lane >= 0 else ""

    def leave(self) -> None:
        """It opens the next time with this year and the jar."""
        self.back, self.view, self.lane, self.wins, self.all_rewards = 0, "", 0, [], False
        self.dirty = True
        super().leave()
