"""Ink: words in the weights and colors of the palette, laid out in cells, made into strips.

A part is (text, spec); a spec names one token and any of b(old), i(talic), u(nderlined), s(truck):
"foreground b", "faint s"; `Ink.colored` gives the spec of a color that someone chose. User text is
only ever put into segments, never read as markup.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from screens.palettes import Palette, derive
from screens.signs import Signs

Part: TypeAlias = tuple[str, str]
Parts: TypeAlias = Sequence[Part]

_FLAGS = {"b": "bold", "i": "italic", "u": "underline", "s": "strike"}
_BEFORE_BREAK = 1


class Ink:
    """Everything that is drawn is drawn with one of these; made anew when theme or signs change."""

    def __init__(self, palette: Palette, signs: Signs) -> None:
        self.palette = palette
        self.signs = signs
        self._blanks: dict[tuple[int, str], Strip] = {}
        self._styles: dict[tuple[str, str], Style] = {}

    def style(self, spec: str, ground: str = "background") -> Style:
        """The style of a spec on a ground (a token's name). Faint words on a tint become muted (contrast)."""
        found = self._styles.get((spec, ground))
        if found is None:
            found = self._styles[spec, ground] = self._mix(spec, ground)
        return found

    def colored(self, color: str) -> str:
        """The spec of a sign in a chosen color, a preset's name or "#rrggbb", as legible as the accent is."""
        return f"={derive(color, self.palette.dark).accent}"

    def _mix(self, spec: str, ground: str) -> Style:
        token, flags = "foreground", {}
        for word in spec.split():
            if word in _FLAGS:
                flags[_FLAGS[word]] = True
            else:
                token = word
        if token == "faint" and ground in ("accent_soft", "band"):
            token = "muted"
        color = token[1:] if token[0] == "=" else getattr(self.palette, token)
        return Style(color=color, bgcolor=getattr(self.palette, ground), **flags)  # type: ignore[arg-type]

    def blank(self, width: int, ground: str = "background") -> Strip:
        """A row of nothing; always the same one for a width and a ground."""
        found = self._blanks.get((width, ground))
        if found is None:
            found = self._blanks[width, ground] = Strip([Segment(" " * width, self.style("foreground", ground))], width)
        return found

    def row(self, width: int, left: Parts, right: Parts = (), ground: str = "background") -> Strip:
        """Left parts, right-aligned parts, filled to the width; the left gives way with an ellipsis."""
        tail, tail_width = self._segments(right, ground)
        if tail_width > width:
            tail, tail_width = self._cut(tail, width, ground), width
        room = width - tail_width - (1 if tail_width and tail_width < width else 0)
        head, head_width = self._segments(left, ground)
        if head_width > room:
            head = self._cut(head, room, ground)
            head_width = room
        gap = width - head_width - tail_width
        fill = [Segment(" " * gap, self.style("foreground", ground))] if gap > 0 else []
        return Strip(_merged([*head, *fill, *tail]), width)

    def columns(self, width: int, cells: Sequence[tuple[Parts, int, str]], ground: str = "background") -> Strip:
        """Cells of (parts, width, "l" or "r"); a width of 0 takes what is left."""
        rest = max(0, width - sum(wide for _, wide, _ in cells))
        segments: list[Segment] = []
        for parts, wide, side in cells:
            made = (
                self.row(wide or rest, parts, (), ground) if side == "l" else self.row(wide or rest, (), parts, ground)
            )
            segments.extend(made)
        return Strip(segments).adjust_cell_length(width, self.style("foreground", ground))

    def _segments(self, parts: Parts, ground: str) -> tuple[list[Segment], int]:
        segments = [Segment(text, self.style(spec, ground)) for text, spec in parts if text]
        return segments, sum(cell_len(segment.text) for segment in segments)

    def _cut(self, segments: list[Segment], room: int, ground: str) -> list[Segment]:
        kept: list[Segment] = []
        used = 0
        mark = self.signs.ellipsis
        for segment in segments:
            wide = cell_len(segment.text)
            if used + wide <= room - len(mark):
                kept.append(segment)
                used += wide
                continue
            text = set_cell_size(segment.text, max(0, room - len(mark) - used))
            kept.append(Segment((text + mark)[: max(0, room)] if room < len(mark) else text + mark, segment.style))
            used += cell_len(text) + len(mark)
            break
        return [*kept, Segment(" " * (room - used), self.style("foreground", ground))] if used < room else kept


def _merged(segments: list[Segment]) -> list[Segment]:
    """As few segments as will do: a terminal is sent the whole style with each. Spaces take the style before
    them, or after, where only the ground of a style shows."""
    kept: list[Segment] = []
    for segment in segments:
        last = kept[-1] if kept else None
        if last is not None and (segment.style == last.style or _bare(segment, last)):
            kept[-1] = Segment(last.text + segment.text, last.style)
        elif last is not None and _bare(last, segment):
            kept[-1] = Segment(last.text + segment.text, segment.style)
        else:
            kept.append(segment)
    return kept


def _bare(spaces: Segment, other: Segment) -> bool:
    """Whether these are spaces that would look the same in the other's style."""
    style, mine = other.style, spaces.style
    if style is None or mine is None or not spaces.text.isspace():
        return False
    return style.bgcolor == mine.bgcolor and not (style.underline or style.strike or mine.underline or mine.strike)


def shown(text: str) -> str:
    """Text as one line that is safe on a terminal: white space becomes spaces, other controls their pictures."""
    if text.isprintable():
        return text
    return "".join(_safe(char) for char in text)


def _safe(char: str) -> str:
    if char.isprintable() or char in "\u200d\ufe0f":
        return char
    if char.isspace():
        return " "
    code = ord(char)
    return chr(0x2400 + code) if code < 32 else "\ufffd"


def wrap(text: str, width: int, first: int = 0) -> list[str]:
    """The text in lines of at most `width` cells (the first of at most `first`, if given), broken at spaces."""
    text = shown(text)
    if width < 1:
        return [text[:1]] if text else [""]
    if len(text) <= (first or width) and text.isascii():
        return [text]
    lines: list[str] = []
    line = ""
    for word in text.split():
        room = first if first and not lines else width
        joined = f"{line} {word}" if line else word
        if cell_len(joined) <= room:
            line = joined
            continue
        if line:
            lines.append(line)
        line = word
        while cell_len(line) > width:
            head = _head(line, width)
            lines.append(head)
            line = line[len(head) :]
    return [*lines, line] if line or not lines else lines


def _head(word: str, width: int) -> str:
    """As many characters of a long word as fit, never breaking after a joiner."""
    used = 0
    for index, char in enumerate(word):
        used += cell_len(char)
        if used > width and index >= _BEFORE_BREAK:
            return word[:index]
    return word


def lines_of(text: str, width: int, first: int = 0) -> int:
    """How many lines `wrap` makes, cheaply for text that fits."""
    return 1 if len(text) <= (first or width) and text.isascii() else len(wrap(text, width, first))


def lettered(text: str) -> str:
    """L E T T E R S   S P A C E D: the theme's own way of writing."""
    return "   ".join(" ".join(word) for word in shown(text).upper().split())
