"""The canvas: the one widget that shows whatever page is open, line by line; only what is in sight is drawn, and only
what differs from what is shown goes to the terminal."""

from asyncio import TimerHandle, get_running_loop
from typing import Any, NamedTuple

from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from screens.ink import Part
from screens.page import Hit, Page
from screens.widgets.drawn import Drawn, Target
from screens.widgets.keybar import Quiet
from screens.widgets.lane import Item, Lane
from screens.widgets.sparing import differing

KEPT = 2000
"""How many drawn rows, and lines put together of them, are kept before all are forgotten."""
REST = 0.1
"""Seconds without a key after which the cursor rests: what follows it is drawn, and the row under it opens. Long enough
that nothing else moves while it walks, too short to wait for."""


class Mark(NamedTuple):
    """Where a page's cursor stands."""

    lane: int = -1
    cursor: int = -1
    scroll: int = 0
    grown: int = 0


class Canvas(Widget, can_focus=True):
    """Draws a page and tells what was clicked. The strips of a row are kept until the page is drawn anew."""

    class Clicked(Message):
        """Something on the page was clicked; `command` is what it means, "choose" to open, or ""."""

        def __init__(self, command: str, target: str = "") -> None:
            super().__init__()
            self.command = command
            self.target = target

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.page: Page | None = None
        self._fitted = Size(0, 0)
        self._top: list[Strip] = []
        self._quiet = Quiet()
        self._said: list[Strip] = []
        self._targets: tuple[list[Target], list[Target]] = ([], [])
        self._joined: dict[tuple[int, ...], tuple[list[Strip], Strip]] = {}
        self._drawn: dict[tuple[int, int, int, bool, bool, bool], tuple[Item, list[Strip]]] = {}
        self._shown: dict[int, Strip] = {}
        """What each line shows, or will when what is under way is painted; `_fresh` are those that need not be made."""
        self._fresh: set[int] = set()
        self._trails = False
        """Whether rows of the page have yet to follow the cursor, or the one under it has yet to open."""
        self._rest: TimerHandle | None = None

    def show(self, page: Page) -> None:
        """Show a page, laid out for the room there is."""
        self.page = page
        if page.dirty:
            page.rebuild()
            page.dirty = False
        self.lay_out()

    def lay_out(self) -> None:
        """Lay the page out again and draw all of it."""
        self._fit(self.page)
        self.redraw()

    def crown(self, rows: list[Strip], targets: list[Target]) -> bool:
        """Rows above the page (the band, the tabs), and what a click on them means; whether it was laid out anew."""
        before, self._top = self._top, rows
        self._targets = (targets, self._targets[1])
        if len(before) != len(rows):
            self.lay_out()
            return True
        self._draw(0, len(rows))
        return False

    def below(self, parts: list[Part]) -> None:
        """Words in the last row of the foot of the page, under a line that is typed there."""
        page = self.page
        if page is None or len(page.foot) < 2:
            return
        blank = page.ink.blank(page.pad + 1, page.ground)
        row = page.ink.row(max(1, self.size.width - 2 * page.pad - 1), parts, (), page.ground)
        page.foot[-1] = Strip.join([blank, row, page.ink.blank(page.pad, page.ground)])
        self._draw(self.size.height - 1)

    @property
    def quiet(self) -> Quiet:
        """The quiet line as it was said last."""
        return self._quiet

    @property
    def rests(self) -> bool:
        """Whether the cursor rests: all that follows it is drawn, and its row is open."""
        return not self._trails

    @property
    def says(self) -> bool:
        """Whether a quiet line stands over the page."""
        return bool(self._said)

    def say(self, quiet: Quiet) -> None:
        """A quiet line over the last row of the page; an empty one takes it away."""
        self._quiet = quiet
        before = len(self._said)
        self._draw_quiet()
        self._draw(self.size.height - max(before, len(self._said)))

    def _draw_quiet(self) -> None:
        page = self.page
        rows, targets = self._quiet.rows(page.ink, self.size.width, page.ground) if page else ([], [])
        self._said = rows
        self._targets = (self._targets[0], targets)

    def _fit(self, page: Page | None) -> None:
        if page is not None and self.size.width:
            self._fitted = self.size
            height = max(1, self.size.height - len(self._top))
            page.resize(self.size.width, height, self.app.size.width, self.app.size.height)
            self._draw_quiet()

    def redraw(self) -> None:
        """Forget the rows that were drawn and draw again; rows that are the same again make the same lines."""
        self._drawn.clear()
        self._draw()

    def _forget(self) -> None:
        self._drawn.clear()
        self._joined.clear()

    def _draw(self, first: int = 0, last: int | None = None, left: int = 0, right: int | None = None) -> None:
        """Draw again the cells of some lines that differ from what is shown."""
        size = width, height = self.size
        if not self._shown or self._fitted != size:
            self.refresh()
            return
        part, right = right is not None, right or width
        regions = []
        for y in range(max(0, first), height if last is None else min(last, height)):
            old, new = self._shown.get(y), self._line(y, size)
            if old is not None and part:
                new = Strip.join([old.crop(0, left), new.crop(left, right), old.crop(right)])
            begin, end = (0, width) if old is None else (0, 0) if old is new else differing(old, new)
            if begin < end:
                regions.append(Region(begin, y, end - begin, 1))
                self._shown[y] = new
        if regions:
            self.refresh(*regions)
            self._fresh.update(region.y for region in regions)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines as they are, with the filters of the app over them. Textual's own puts each together anew with what
        stands around it; here that is nothing, and the same line again remembers how it was filtered and cut."""
        if self.styles.gutter or self.outer_size != self.size:
            return super().render_lines(crop)
        blank, width = self.rich_style, self.size.width
        strips = [self.render_line(y).adjust_cell_length(width, blank) for y in crop.line_range]
        for each in self.get_line_filters():
            ground = self.background_colors[1]
            strips = [strip.apply_filter(each, ground) for strip in strips]
        begin, end = crop.column_span
        return strips if (begin, end) == (0, self.size.width) else [strip.crop(begin, end) for strip in strips]

    def render_line(self, y: int) -> Strip:
        """One line of the page."""
        size = self.size
        if self._fitted != size:  # what was drawn for the size of before stands elsewhere now
            self._fresh.clear()
        if y not in self._fresh:
            self._shown[y] = self._line(y, size)
            self._fresh.add(y)
        return self._shown[y]

    def _set_dirty(self, *regions: Region) -> None:
        """Some of it, or all, is to be drawn anew."""
        self._fresh.difference_update(*(region.line_range for region in regions)) if regions else self._fresh.clear()
        super()._set_dirty(*regions)

    def _line(self, y: int, size: Size) -> Strip:
        """One line: of the head of the page, its lanes or its foot."""
        page, width = self.page, size.width
        if page is None:
            return Strip.blank(width, self.rich_style)
        if self._fitted != size:  # first line after a resize: laid out here, so that it is painted once
            self._forget()
            self._fit(page)
        if y < len(self._top):
            return self._top[y]
        said = y - (size.height - len(self._said))
        if said >= 0:
            return self._said[said]
        y -= len(self._top)
        if y < len(page.head):
            return page.head[y]
        foot = y - (page.height - len(page.foot))
        return page.foot[foot] if foot >= 0 else self._across(page, y - len(page.head), width)

    def _across(self, page: Page, y: int, width: int) -> Strip:
        """One line through all lanes. The same parts give the same strip again: it remembers how it was cut,
        filtered and rendered, which costs more than to make it."""
        strips = self._parts(page, y, width)
        if len(strips) == 1:
            return strips[0]
        key = tuple(map(id, strips))
        found = self._joined.get(key)
        if found is None:
            if len(self._joined) > KEPT:
                self._joined.clear()
            segments = [segment for strip in strips for segment in strip]
            found = self._joined[key] = (strips, Strip(segments, width).simplify())
        return found[1]

    def _parts(self, page: Page, y: int, width: int) -> list[Strip]:
        strips: list[Strip] = []
        x = 0
        for number, lane in enumerate(page.lanes):
            if lane.x >= width or lane.width < 1 or (page.stacked and not lane.y <= y < lane.y + lane.height):
                continue
            if lane.x > x:
                strips.append(page.ink.blank(lane.x - x, page.ground))
            strips.append(self._row(page, number, lane, y - lane.y))
            x = lane.x + lane.width
        if x < width:
            strips.append(page.ink.blank(width - x, page.ground))
        return strips

    def _row(self, page: Page, number: int, lane: Lane, y: int) -> Strip:
        if y == lane.height - 1 and lane.hint:
            below = lane.below()
            if below or lane.beyond:
                more = f"{below} more, and {lane.beyond}" if below and lane.beyond else lane.beyond or f"{below} more"
                return page.ink.row(lane.width, [(f"    {more} below", "faint")], (), page.ground)
        index, inner = lane.at(lane.scroll + y) if y < lane.height else (-1, 0)
        if index < 0:
            return page.void(lane)
        item, focused = lane.items[index], number == page.lane and index == lane.cursor
        alone = number == page.lane and lane.cursor < 0  # an empty column says itself that it has the cursor
        key = (number, id(item), lane.width, focused, index == lane.opened, alone)
        drawn = self._drawn.get(key)
        if drawn is None:
            if len(self._drawn) > KEPT:
                self._forget()
            drawn = self._drawn[key] = (item, page.draw(lane, item, focused))
        strips = drawn[1]
        return strips[inner] if inner < len(strips) else page.ink.blank(lane.width, page.ground)

    # -- moving: only what changed is drawn again

    def mark(self) -> Mark:
        """Where the cursor is: what `moved` needs from before a move."""
        page = self.page
        lane = page.current if page else None
        return Mark(page.lane, lane.cursor, lane.scroll, lane.grown) if page and lane else Mark()

    def moved(self, before: Mark) -> None:
        """Draw again what a move changed. Where other rows move for it, or much of the page follows the cursor, that
        waits until it rests."""
        page, after = self.page, self.mark()
        if page is None or after == before:
            return
        if before.lane != after.lane:
            page.lane_changed()
            page.follows()
            self._draw()
            return
        self._draw_rows(page, before, after)
        late = not page.lanes[after.lane].rests
        if page.follows():
            if page.trails:
                late = True
            else:
                self._draw(0, len(self._top) + len(page.head))
                self._draw(self.size.height - len(page.foot))
        if late:
            self._trails = True
            if self._rest:
                self._rest.cancel()
            self._rest = get_running_loop().call_later(REST, self.call_later, self.rest)

    def rest(self) -> None:
        """The cursor rests: what follows it is drawn, and the row under it opens."""
        if self._rest:
            self._rest.cancel()
        if self._trails:
            self._trails = False
            if self.page and self.page.current:
                self.page.current.rest()
            self._draw()

    def _draw_rows(self, page: Page, before: Mark, after: Mark) -> None:
        """The row that the cursor left and the one it came to, or all of the lane where others moved."""
        lane = page.lanes[after.lane]
        top = len(self._top) + len(page.head) + lane.y
        spans = [lane.span(index) for index in (before.cursor, after.cursor) if 0 <= index < len(lane.items)]
        first, last = 0, lane.height
        if before.scroll == after.scroll:
            first = max(0, min(begin for begin, _ in spans))
            if before.grown == after.grown:
                last = max(begin + lines for begin, lines in spans)
        if page.trails:  # what stands beside waits
            self._draw(top + first, top + last, lane.x, lane.x + lane.width)
        else:
            self._draw(top + first, top + last)

    # -- the mouse

    def hit(self, x: int, y: int) -> Hit:
        """What lies under a cell."""
        page = self.page
        if page is None:
            return Hit()
        y -= len(self._top)
        top, bottom = len(page.head), page.height - len(page.foot)
        if not top <= y < bottom:
            return Hit(target=page.target_at(x, y))
        for number, lane in enumerate(page.lanes):
            if lane.x <= x < lane.x + lane.width and (not page.stacked or lane.y <= y - top < lane.y + lane.height):
                if lane.beyond and y - top - lane.y == lane.height - 1:
                    return Hit(target="beyond")
                index, line = lane.at(lane.scroll + y - top - lane.y)
                item = lane.items[index] if index >= 0 else Item("", "")
                return Hit(number, item.key, x - lane.x, line, kind=item.kind, row=y - top - lane.y)
        return Hit()

    def on_click(self, event: events.Click) -> None:
        """Click selects, a click on the sign finishes, a click on what is selected opens."""
        event.stop()
        if self.page is None or event.button != 1:
            return
        pressed = self._pressed(event.x, event.y)
        if pressed:
            self.post_message(Drawn.Pressed(pressed))
            return
        hit = self.hit(event.x, event.y)
        before = self.mark()
        command = self.page.click(hit)
        self.moved(before)
        self.rest()
        self.post_message(self.Clicked(command, hit.target))

    def _pressed(self, x: int, y: int) -> str:
        """The command of what stands above or over the page at a cell, or ""."""
        said = y - (self.size.height - len(self._said))
        for targets, row in ((self._targets[0], y), (self._targets[1], said)):
            for line, begin, end, command in targets:
                if line == row and begin <= x < end:
                    return command
        return ""

    def _wheel(self, x: int, y: int, by: int) -> None:
        hit = self.hit(x, y)
        self.rest()
        if self.page is not None and hit.lane >= 0 and self.page.lanes[hit.lane].wheel(by):
            self._draw()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll what is under the pointer."""
        event.stop()
        self._wheel(event.x, event.y, 3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll what is under the pointer."""
        event.stop()
        self._wheel(event.x, event.y, -3)
