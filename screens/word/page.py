"""My Word: what needs repair, what is due, what moved, what was kept; and the path of putting it right."""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size
from textual.strip import Strip

from organizer.manner import keyed
from organizer.office import Office
from organizer.views.word import Figures, Given, WordView, figures, given, need_said, word
from organizer.wins.finding import kept_for
from organizer.word.finding import find
from organizer.word.states import BROKEN
from screens.ink import Ink, Part, shown, who
from screens.page import Heading, Hit, Page
from screens.widgets.lane import Item, Lane
from screens.word import path
from screens.word.head import bars, facts, headline
from screens.word.row import said, sign

CAP = 5
"""How many of those kept lately are shown before the rest is asked for."""
EMPTY = "No promises open. Your word is whole."


class MyWord(Page):
    """The page: a list at the left, at the right the path of what is chosen, or the figures."""

    place = "word"
    trails = True
    hints = {"catch.here": "promise", "word.view": "promises"}

    def __init__(self, office: Office, ink: Ink, place: str = "") -> None:
        super().__init__(office, ink, place)
        self.view: WordView = WordView((), (), (), (), ())
        self.starred: frozenset[str] = frozenset()
        self.counted = False
        self.all_kept = False
        self._figures: Figures | None = None
        self._figured: tuple[int, str] = (-1, "")
        self._beside = ""
        self.meant = ""
        """The promise that is meant while a command runs, where that is not the one under the cursor."""

    def keys(self) -> tuple[str, ...]:
        """Where the path is not in sight, the story is one key away; where the list is not, the list."""
        if self._hidden:
            return ("word.view", "catch.here")
        return ("catch.here", "word.keep", "word.renegotiate", "word.next", "word.story") if self.narrow else ()

    def heading(self) -> Heading:
        """What the place is about."""
        return Heading("My Word", "if I say it, I do it, or I put it right")

    @property
    def figures(self) -> Figures:
        """What is counted; again when something changed, and every minute."""
        now = (self.office.practice.version, f"{self.now:%Y-%m-%d %H:%M}")
        if self._figures is None or self._figured != now:
            self._figured = now
            self._figures = figures(self.office.practice, self.now, self.office.clock.zone())
        return self._figures

    # -- what stands on the page

    def rebuild(self) -> None:
        """Read the promises again; the cursor stays on its own."""
        before = self.lanes[0] if self.lanes else None
        self.view = word(self.office.practice, self.now, self.office.clock.zone())
        self.starred = kept_for(self.office.practice, "commitments")
        left = Lane("promises", self._items(), self._measure, before.key if before else "")
        if before and before.key and left.key != before.key:
            keyed = [index for index, item in enumerate(left.items) if item.key]
            if keyed:
                left.point(min(keyed, key=lambda index: abs(index - before.cursor)))
        left.follow(before)
        self.lanes = [left, Lane("path", [], self._measure)]
        self._side()

    def _items(self) -> list[Item]:
        view = self.view
        number = sum(one.state in BROKEN for one in view.repair)
        need = need_said(number)
        kept = list(view.kept) if self.all_kept else list(view.kept[:CAP])
        more = len(view.kept) - len(kept)
        groups: list[tuple[str, str, list[Given]]] = [
            (need if number else "Put right, to be closed", "", list(view.repair)),
            ("Asked of me", str(len(view.asked)), list(view.asked)),
            ("Due soon", str(len(view.soon)), list(view.soon)),
            ("Moved, with a new promise", str(len(view.moved)), list(view.moved)),
            ("Kept lately", f"{view.kept_month} this month", kept),
        ]
        items: list[Item] = []
        if not (view.repair or view.asked or view.soon or view.moved):
            items = [Item("", "quiet", EMPTY), Item("", "hint", "gives one: to whom, what, by when.")]
        for title, facts_, found in groups:
            if found:
                items += [Item("", "blank")] if items else []
                items += [Item("", "heading", (title, facts_))] + ([] if self.short else [Item("", "blank")])
                items += [Item(one.commitment.id, "promise", one) for one in found]
        return [*items, Item("more:kept", "more", more)] if more > 0 else items

    @property
    def chosen(self) -> Given | None:
        """The promise that is meant, or under the cursor; none where the figures hide the list."""
        clock, lane = self.office.clock, self.lanes[0] if self.lanes else None
        if self.meant:
            return given(find(self.office.practice, self.meant), clock.now(), clock.zone())
        if self._hidden:
            return None
        item = lane.items[lane.cursor] if lane and 0 <= lane.cursor < len(lane.items) else None
        return item.data if item and item.kind == "promise" else None

    def selection(self) -> tuple[str, ...]:
        """The promise under the cursor."""
        one = self.chosen
        return (one.commitment.id,) if one else ()

    def _side(self) -> None:
        """The lane at the right, of what is chosen."""
        one = self.chosen
        self._beside = one.commitment.id if one else ""
        side = self.lanes[1]
        if self.counted:
            items = path.figure_items(self.figures, self.office.practice)
        else:
            items = path.path_items(one, self.now) if one else []
        x, width, height = side.x, side.width, side.height
        self.lanes[1] = Lane("path", items, self._measure)
        if width:
            self.lanes[1].place(x, width, height)

    def follows(self) -> bool:
        """The path is of the promise under the cursor."""
        one = self.chosen
        if self.counted or (one.commitment.id if one else "") == self._beside:
            return False
        self._side()
        return True

    def to_newest(self) -> None:
        """To the promise that was given last."""
        given_ = max(self.office.practice.commitments.values(), key=lambda one: one.created, default=None)
        if given_ and self.lanes[0].seek(given_.id):
            self.follows()

    @property
    def _hidden(self) -> bool:
        """Whether the figures stand in the place of the list."""
        return self.counted and self.narrow

    # -- layout

    def layout(self) -> None:
        """Two columns, 54 to 40; the list alone on narrow screens, or the figures when they are asked for."""
        if self.dirty or len(self.lanes) != 2 or self._laid_short != self.short:
            self._laid_short = self.short
            self.rebuild()
            self.dirty = False
        self.lane = 0
        self.hints = {**MyWord.hints, **({"word.next": "repair"} if self.narrow else {})}
        self.activate()
        pad = self.pad
        room = self.width - 2 * pad
        self.head = self._head(room, pad)
        height = max(1, self.height - len(self.head))
        left, right = self.lanes
        if self.narrow:
            left.place(pad if not self.counted else self.width, room if not self.counted else 0, height)
            right.place(pad if self.counted else self.width, room if self.counted else 0, height)
            return
        wide = (room - 5) * 54 // 94
        left.place(pad, wide, height)
        right.place(pad + wide + 5, room - 5 - wide, height)

    _laid_short = False

    def _head(self, room: int, pad: int) -> list[Strip]:
        ink, side = self.ink, self.ink.blank(pad)
        if self.height < 12:
            return []
        words, under = headline(self.figures, self.narrow)
        if self.narrow:
            rows = [ink.row(room, [(words, "foreground b")], [(under, "muted")])]
        else:
            tops, names = bars(ink, self.figures.months)
            rows = [
                ink.row(room, [(words, "foreground b")], tops),
                ink.row(room, [(under, "muted")], names),
                ink.row(room, [(facts(self.figures), "faint")]),
            ]
        blank = ink.blank(self.width)
        return [blank, *(Strip.join([side, row, side]) for row in rows), blank]

    # -- drawing

    def _measure(self, item: Item, width: int, focused: bool) -> int:
        return path.height(item, width)

    def draw(self, lane: Lane, item: Item, focused: bool) -> list[Strip]:
        """One row of the list, or of the path."""
        ink, width = self.ink, lane.width
        if lane.name == "path":
            return path.draw(ink, item, width, self.now)
        if item.kind == "heading":
            title, facts_ = item.data
            return [ink.row(width, [(title, "foreground b")], [(facts_, "faint")])]
        if item.kind == "quiet":
            return [ink.row(width, [(item.data, "muted")])]
        if item.kind == "hint":
            return [ink.row(width, [(keyed("{catch.here} "), "accent b"), (item.data, "muted")])]
        if item.kind == "more":
            ground = "accent_soft" if focused else "background"
            bar = (ink.signs.focus if focused else " ", "accent")
            return [ink.row(width, [bar, (f"   {item.data} more", "foreground b" if focused else "muted")], (), ground)]
        return [self._promise(item.data, width, focused)] if item.kind == "promise" else [ink.blank(width)]

    def _promise(self, one: Given, width: int, focused: bool) -> Strip:
        ink = self.ink
        ground = "accent_soft" if focused else "background"
        bar: Part = (ink.signs.focus if focused else " ", "accent")
        to, column = who(one.commitment.who), self._column(width)
        name = to if cell_len(to) < column else f"{set_cell_size(to, column - 2).rstrip()}{ink.signs.ellipsis} "
        pad = " " * max(0, column - cell_len(name))
        quiet = one.state in ("kept", "accepted", "closed")
        left: list[Part] = [
            bar,
            sign(ink.signs, one),
            ("  ", "faint"),
            (name + pad, "foreground b" if focused else "muted" if quiet else "foreground"),
            (shown(one.commitment.text), "foreground" if focused else "muted"),
        ]
        text, spec = said(one, self.now)
        star: Part = (f"{ink.signs.star}  " if quiet and one.commitment.id in self.starred else "", "gold")
        return ink.row(width, left, [star, (f"{text} ", spec)], ground)

    def _column(self, width: int) -> int:
        """Cells for whom the promises are to."""
        names = (who(item.data.commitment.who) for item in self.lanes[0].items if item.kind == "promise")
        return min(max(8, *(cell_len(name) for name in names), 0) + 1, max(9, width // 4))

    # -- acting

    def move(self, by: int) -> bool:
        """Through the list, or down the figures that stand in its place."""
        return self.lanes[1].wheel(by) if self._hidden else super().move(by)

    def sideways(self, by: int) -> bool:
        """There is one list."""
        return False

    def part(self, by: int) -> bool:
        """Tab goes from group to group."""
        lane = self.lanes[0]
        starts = [
            index
            for index, item in enumerate(lane.items)
            if item.key and index and not any(other.key for other in lane.items[max(0, index - 2) : index])
        ]
        ahead = [at for at in starts if (at > lane.cursor if by > 0 else at < lane.cursor)]
        if starts:
            lane.point((ahead or starts)[0 if by > 0 else -1])
        return bool(starts)

    def choose(self) -> str:
        """Enter: the rest of what was kept."""
        if self.lanes[0].key == "more:kept":
            self.all_kept = True
            seen = self.view.kept[CAP].commitment.id
            self.rebuild()
            self.lanes[0].seek(seen)
            self.layout()
            return "redraw"
        return ""

    def click(self, hit: Hit) -> str:
        """A click chooses; on the sign of what is promised it keeps it; on the step that is next it takes it."""
        if hit.lane == 1:
            line = self.lanes[1].scroll + hit.row
            index, _ = self.lanes[1].at(line)
            item = self.lanes[1].items[index] if index >= 0 else Item("", "")
            return str(item.data[0].command) if item.kind == "stop" and item.data[0].here else ""
        if hit.lane < 0 or not hit.key:
            return ""
        again = self.lanes[0].key == hit.key
        self.lanes[0].seek(hit.key)
        one = self.chosen
        if one and 1 <= hit.column <= 2 and one.state == "promised":
            return "word.keep"
        return "choose" if again or hit.key == "more:kept" else ""

    def leave(self) -> None:
        """What was opened closes again."""
        self.all_kept = self.counted = False
        self.dirty = True
        super().leave()
