"""To a terminal goes what differs, and nothing else: between two strips, and of a line that is drawn again in part."""

from __future__ import annotations

from collections.abc import Iterable

from rich.cells import cell_len
from rich.console import Console
from rich.control import Control
from rich.segment import Segment
from textual._compositor import ChopsUpdate, Compositor
from textual.geometry import Region
from textual.strip import Strip


def differing(before: Strip, after: Strip) -> tuple[int, int]:
    """The cells, from the first to behind the last, in which two strips of the same width differ."""
    old, new = list(before), list(after)
    begin = _alike(zip(old, new, strict=False), 1)
    if begin >= after.cell_length:
        return 0, 0
    return begin, max(begin, after.cell_length - _alike(zip(reversed(old), reversed(new), strict=False), -1))


def _alike(pairs: Iterable[tuple[Segment, Segment]], step: int) -> int:
    """How many cells are the same, seen from one end."""
    cells = 0
    for one, other in pairs:
        if one is not other and one != other:
            if one.style == other.style and _narrow(one.text) and _narrow(other.text):
                for mine, theirs in zip(one.text[::step], other.text[::step], strict=False):
                    if mine != theirs:
                        break
                    cells += 1
            break
        cells += cell_len(one.text)
    return cells


def _narrow(text: str) -> bool:
    """Whether each character is a cell of its own, and may be told from the next."""
    return text.isascii() or all(cell_len(char) == 1 for char in text)


class Spans(ChopsUpdate):
    """An update of a part of the screen that begins where the part begins: Textual's own sends each line from its
    widget's left edge on."""

    def render_segments(self, console: Console) -> str:
        """As it is written to the terminal."""
        written: list[str] = []
        for y, begin, end in self.spans:
            for right, (left, strip) in zip(self.chop_ends[y], self.chops[y].items(), strict=False):
                first, last = max(left, begin), min(right, end)
                if strip is not None and first < last:
                    part = strip.crop(first - left, last - left)
                    written += Control.move_to(first, y).segment.text, part.render(console)
        return "".join(written)


class Sparing(Compositor):
    """A compositor that asks only for the lines that are drawn again, and only the widgets in which they are: Textual's
    own has every line of every widget composed for every key."""

    def _get_renders(self, crop: Region | None = None) -> Iterable[tuple[Region, Region, list[Strip]]]:
        """The widgets from front to back, as far as they are in the lines, until nothing behind them can be seen."""
        if crop is None:
            yield from super()._get_renders(crop)
            return
        lines, room = Region(0, crop.y, self.size.width, crop.height), crop.area
        before: list[Region] = []
        for widget, (region, clip) in self.visible_widgets.items():
            clip = clip.intersection(lines)
            part = region.intersection(clip)
            seen = part.intersection(crop)
            if not seen:
                continue
            yield region, clip, widget.render_lines(part.translate((-region.x, -region.y)))
            if not any(seen.overlaps(other) for other in before):
                room -= seen.area
            before.append(seen)
            if room <= 0:
                return

    def render_partial_update(self) -> ChopsUpdate | None:
        """What is sent of it."""
        update = super().render_partial_update()
        return Spans(update.chops, update.spans, update.chop_ends) if update else None
