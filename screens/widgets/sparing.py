"""To a terminal goes what differs, and nothing else: between two strips, and of a line that is drawn again in part."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from rich.cells import cell_len
from rich.color import ColorSystem
from rich.console import Console
from rich.control import Control
from rich.segment import Segment
from rich.style import Style
from textual._compositor import ChopsUpdate, Compositor
from textual.geometry import Region
from textual.strip import Strip

RESET = "\x1b[0m"


def differing(before: Strip, after: Strip) -> tuple[int, int]:
    """The cells, from the first to behind the last, in which two strips differ: all of them where the one before was of
    another width, and what stands at its end was cut off or stood elsewhere."""
    if before.cell_length != after.cell_length:
        return 0, after.cell_length
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


@lru_cache(4096)
def _narrow(text: str) -> bool:
    """Whether each character is a cell of its own, and may be told from the next: two letters of a flag may not."""
    return text.isascii() or all(cell_len(char) == 1 and not "\U0001f1e6" <= char <= "\U0001f1ff" for char in text)


@lru_cache(4096)
def _turn(before: Style | None, after: Style, system: ColorSystem) -> str:
    """What leads from one style to another."""
    old, new = (_weights(before) if before else (), _weights(after))
    codes: list[str] = []
    if before is None or set(old) - set(new):
        before, old, codes = None, (), ["0"]
    codes += [code for code in new if code not in old]
    for color, was, front in (
        (after.color, before and before.color, True),
        (after.bgcolor, before and before.bgcolor, False),
    ):
        if color != was:
            codes += color.downgrade(system).get_ansi_codes(front) if color else ["39" if front else "49"]
    return f"\x1b[{';'.join(codes)}m" if codes else ""


def _weights(style: Style) -> tuple[str, ...]:
    """Bold and its like, as a terminal calls them."""
    given = (style.bold, style.dim, style.italic, style.underline, style.blink, style.reverse, style.strike)
    return tuple(code for code, on in zip("1234579", given, strict=True) if on)


class Spans(ChopsUpdate):
    """An update of a part of the screen that begins where the part begins: Textual's own sends each line from its
    widget's left edge on."""

    def render_segments(self, console: Console) -> str:
        """As it is written to the terminal, with what a style has in common with the one before it said once."""
        written: list[str] = []
        style: Style | None = None
        system = console._color_system or ColorSystem.TRUECOLOR
        for y, begin, end in self.spans:
            for right, (left, strip) in zip(self.chop_ends[y], self.chops[y].items(), strict=False):
                first, last = max(left, begin), min(right, end)
                if strip is None or first >= last:
                    continue
                part = strip.crop(first - left, last - left)
                written.append(Control.move_to(first, y).segment.text)
                for text, own, _ in part:
                    if own is None or own.link:
                        written += RESET, part.render_style(own, text, color_system=system) if own else text
                        style = None
                    else:
                        written += _turn(style, own, system), text
                        style = own
        return "".join(written) + (RESET if style else "")


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
