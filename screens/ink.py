"""Ink: words in the weights and colors of the palette, laid out in cells, made into strips.

A part is (text, spec); a spec names one token and any of b(old), i(talic), u(nderlined), s(truck):
"foreground b", "faint s"; `Ink.colored` gives the spec of a color that someone chose. User text is
only ever put into segments, never read as markup.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TypeAlias

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from organizer.keymap import USUAL, Keymap
from screens.palettes import Palette, derive
from screens.signs import Signs
from screens.veil import VEIL

Part: TypeAlias = tuple[str, str]
Parts: TypeAlias = Sequence[Part]

_FLAGS = {"b": "bold", "i": "italic", "u": "underline", "s": "strike"}
_ROOM = 16
"""How many characters for each cell there is are looked at: what lies behind them cannot be in sight."""
_JOINER = "\u200d"


class Ink:
    """Everything that is drawn is drawn with one of these; made anew when theme or signs change."""

    def __init__(self, palette: Palette, signs: Signs, keymap: Keymap = USUAL) -> None:
        self.palette = palette
        self.signs = signs
        self.keymap = keymap
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
        tail, tail_width = self._segments(right, ground, width)
        if tail_width > width:
            tail, tail_width = self._cut(tail, width, ground), width
        room = width - tail_width - (1 if tail_width and tail_width < width else 0)
        head, head_width = self._segments(left, ground, width)
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

    def _segments(self, parts: Parts, ground: str, width: int) -> tuple[list[Segment], int]:
        most = _ROOM * (width + 1)
        segments = [Segment(VEIL.over(text[:most]), self.style(spec, ground)) for text, spec in parts if text]
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
            text = set_cell_size(segment.text, max(0, room - len(mark) - used)).rstrip()  # no space before the sign
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
        if last is not None and (segment.style is last.style or _bare(segment, last)):
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
    """Text as one line to be drawn: safe on a terminal, and nobody named in it while names are hidden."""
    return VEIL.over(safe(text))


def who(text: str) -> str:
    """What stands in the place of a person, as it is drawn: hidden whole while names are."""
    return VEIL.whole(safe(text))


def safe(text: str) -> str:
    """Text as one line that is safe on a terminal: white space becomes spaces, other controls their pictures. To be
    typed on; what is drawn goes through `shown`."""
    if text.isprintable():
        return text
    return "".join(_safe(char) for char in text)


def lines_in(text: str) -> list[str]:
    """The lines of what is pasted, each made safe, without those that hold nothing."""
    return [safe(line) for line in text.splitlines() if line.strip()]


def _safe(char: str) -> str:
    if char.isprintable() or char in "\u200d\ufe0f":
        return char
    if char.isspace():
        return " "
    code = ord(char)
    return chr(0x2400 + code) if code < 32 else "\ufffd"


def wrap(text: str, width: int, first: int = 0, most: int = 0) -> list[str]:
    """The text in lines of at most `width` cells (the first of at most `first`, if given), broken at spaces.

    With `most` there are no more lines than that, and no more is measured: where the text goes on, the last one
    holds a little more than fits, so that it is drawn with an ellipsis.
    """
    if most and len(text) > _ROOM * most * (width + 1):
        text = text[: _ROOM * most * (width + 1)]
    text = shown(text)
    if width < 1:
        return [text[:1]] if text else [""]
    first = max(1, first) if first else width
    if len(text) <= first and text.isascii():
        return [text]
    lines: list[str] = []
    line, used = "", 0
    for word in text.split():
        if most and len(lines) > most:
            break
        wide = cell_len(word)
        if line and used + 1 + wide <= (width if lines else first):
            line, used = f"{line} {word}", used + 1 + wide
            continue
        if line:
            lines.append(line)
        room = width if lines else first
        *whole, line = [word] if wide <= room else _pieces(word, width, room)
        lines += whole
        used = cell_len(line) if whole else wide
    lines = [*lines, line] if line or not lines else lines
    return lines if not most or len(lines) <= most else [*lines[: most - 1], " ".join(lines[most - 1 : most + 1])]


def _pieces(word: str, width: int, first: int) -> list[str]:
    """A word that is longer than a line, in pieces that fit; characters that belong together stay together."""
    pieces: list[str] = []
    at = 0
    while at < len(word):
        room = width if pieces else first
        end = at + room
        piece = word[at:end]
        if not (piece.isascii() and word[end : end + 1].isascii()):
            end = _end(word, at, room)
            piece = word[at:end]
        pieces.append(piece)
        at = end
    return pieces


def _end(word: str, at: int, room: int) -> int:
    """Where a piece that begins at `at` ends so that it fits, and nothing that is drawn as one is taken apart."""
    used, end = 0, at
    while end < len(word):
        after = end + 1
        while after < len(word) and (word[after - 1] == _JOINER or _clings(word[after])):
            after += 1
        if after == end + 1 and _regional(word[end : end + 2]):
            after += 1
        used += cell_len(word[end:after])
        if used > room and end > at:
            return end
        end = after
    return end


@lru_cache(maxsize=4096)
def _clings(char: str) -> bool:
    """Whether a character is drawn on the one before it: a mark, a joiner, a selector, a skin tone."""
    if char < "\u0300":
        return False
    from unicodedata import category

    return category(char)[0] == "M" or cell_len(char) == 0 or "\U0001f3fb" <= char <= "\U0001f3ff"


def _regional(two: str) -> bool:
    return len(two) == 2 and all("\U0001f1e6" <= char <= "\U0001f1ff" for char in two)


def lines_of(text: str, width: int, first: int = 0, most: int = 0) -> int:
    """How many lines `wrap` makes, cheaply for text that fits."""
    return 1 if len(text) <= (first or width) and text.isascii() else len(wrap(text, width, first, most))


def lettered(text: str) -> str:
    """L E T T E R S   S P A C E D: the theme's own way of writing."""
    return "   ".join(" ".join(word) for word in shown(text).upper().split())
