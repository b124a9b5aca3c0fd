"""The signs on the screen, looked up by what they mean: a pretty set, and a plain one of ASCII.

Every pretty sign is one cell wide and never an emoji. A plain sign may be longer only where one
letter would not say it: `->`, `~~`, `<3`, and the word `enter`.
"""

from typing import NamedTuple


class Signs(NamedTuple):
    """One sign per meaning."""

    # the journal's strokes
    task: str = "•"
    done: str = "×"
    listed_done: str = "✓"
    event: str = "○"
    note: str = "–"
    moved: str = ">"
    scheduled: str = "<"
    let_go: str = "◌"
    priority: str = "*"
    idea: str = "!"
    investigate: str = "?"
    # states
    waiting: tuple[str, str, str, str, str] = ("○", "◔", "◑", "◕", "●")  # share of the answer time used, in quarters
    repair: tuple[str, str, str, str] = ("◔", "◑", "◕", "●")  # noticed, said, sorry, planned or put right
    promise: str = "◇"
    kept: str = "◆"
    new_date: str = "↻"
    dread: tuple[str, str, str, str] = ("", "≈", "≋", "≋")  # by dread, 0 to 3
    repeats: str = "↻"
    step: str = "→"
    # where I am
    focus: str = "▌"
    path_done: str = "●"
    path_here: str = "◉"
    path_ahead: str = "○"
    path_line: str = "━"
    path_rest: str = "─"
    path_down: str = "┃"  # upright: a way that was gone, and one ahead
    path_below: str = "│"
    bars: tuple[str, ...] = ("▁", "▂", "▃", "▄", "▅", "▆", "▇", "█")
    # what is won, and the theme
    star: str = "★"
    star_empty: str = "☆"
    stickers: tuple[str, str, str, str, str, str] = ("★", "✿", "☼", "♥", "♪", "✦")
    theme: str = "◆"
    corners: tuple[str, str, str, str] = ("╭", "╮", "╰", "╯")  # of a frame, row by row
    across: str = "─"
    upright: str = "│"
    hangs: str = "┬"  # what begins below a line
    doubled: tuple[str, str, str, str, str, str] = ("╔", "╗", "╚", "╝", "═", "║")
    # type
    ellipsis: str = "…"
    dot: str = "·"
    grid: str = "·"  # of a journal page
    left: str = "‹"
    right: str = "›"
    enter: str = "↵"
    quote_open: str = "“"
    quote_close: str = "”"
    dash: str = "–"
    hidden: str = "•"  # three of them in the place of a name

    def step_behind(self, bar: str) -> str:
        """The sign of a step, right behind the bar of the cursor or a blank. Plain, the two would read ">->": there the
        bar stands alone."""
        return " " * len(self.step) if bar == self.focus and self.step.isascii() else self.step


PRETTY = Signs()

PLAIN = Signs(
    task=".",
    done="x",
    listed_done="x",
    event="o",
    note="-",
    let_go="/",
    waiting=("0", "1", "2", "3", "4"),
    repair=("1", "2", "3", "4"),
    promise="P",
    kept="K",
    new_date="r",
    dread=("", "~", "~~", "~~"),
    repeats="r",
    step="->",
    focus=">",
    path_done="@",
    path_here="O",
    path_ahead="o",
    path_line="=",
    path_rest="-",
    path_down="|",
    path_below="|",
    bars=("_", "_", ".", "-", "=", "+", "*", "#"),
    star="*",
    star_empty="+",
    stickers=("*", "@", "o", "<3", "d", "+"),
    theme="*",
    corners=("+", "+", "+", "+"),
    across="-",
    upright="|",
    hangs="+",
    doubled=("+", "+", "+", "+", "=", "|"),
    ellipsis=".",
    dot="-",
    grid=" ",
    left="<",
    right=">",
    enter="enter",
    quote_open='"',
    quote_close='"',
    dash="-",
    hidden="*",
)


def signs(plain: bool) -> Signs:
    """The set that the person chose."""
    return PLAIN if plain else PRETTY
