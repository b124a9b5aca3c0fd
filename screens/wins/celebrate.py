"""The celebration of a rare win: stars from the edges in under a second, then stillness until any key (look.md 7)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from random import Random
from typing import Any, NamedTuple

from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.strip import Strip
from textual.timer import Timer

from organizer.commands import COMMANDS
from organizer.office import Office
from organizer.practice import Practice
from organizer.records import Entry
from organizer.records.wins import Win
from organizer.wins import counting
from screens.desk import Desk
from screens.dialogs.overlay import Overlay
from screens.ink import Ink, Part, wrap
from screens.styles import WINS
from screens.widgets.drawn import Drawn
from screens.widgets.keybar import key_of

FRAMES, A_SECOND = 9, 12
"""How many pictures the stars take to come, and how many of them there are in a second."""
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
TITLES = {
    "entries": "That one took some courage.",
    "commitments": "Put right counts as much as kept.",
    "month": "That was the last one.",
    "days": "The door opened, and opened again.",
    "themes": "A hundred lines. It is yours.",
    "feedback": "Somebody noticed.",
    "": "That one is worth a pause.",
}
"""What stands above a win, by what it was for."""
WAYS = (("", "carry on"), ("win.note", "write about it"), ("win.sticker", "choose a sticker"))
"""What can be done: the command whose key it is, "" for enter."""


class Told(NamedTuple):
    """What is said in the middle: a title, the win, a fact about it, and what the stars come to."""

    title: str
    win: str
    fact: str
    stars: str
    next: str


def told(practice: Practice, win: Win) -> Told:
    """What is said of a win that was just kept."""
    all_, hand = counting.earned(practice), counting.in_hand(practice)
    before = all_ - win.stars
    milestone = counting.milestone(before, all_)
    reached = counting.reached(practice, hand - win.stars, hand)
    kind = win.of.partition(":")[0]
    title = TITLES.get(kind, TITLES[""])
    if before == 0:
        title = "The first star!"
    elif reached:
        title = "That is enough for it."
    elif milestone:
        title = f"{milestone:,} stars in all."
    ahead = next((one for one in counting.waiting(practice) if one.stars > hand), None)
    after = ""
    if reached:
        after = f"and there it is: {reached.text}."
    elif ahead:
        more = ahead.stars - hand
        after = f"and {in_words(more)} more until {ahead.text}."
    many = in_words(win.stars).capitalize()
    jar = f"{many} gold {'star' if win.stars == 1 else 'stars'} for the jar. {hand:,} now{',' if after else '.'}"
    return Told(title, win.text, _fact(practice, win), jar, after)


def in_words(number: int) -> str:
    """A small number in words."""
    return NUMBERS[number] if 0 <= number < len(NUMBERS) else f"{number:,}"


def _fact(practice: Practice, win: Win) -> str:
    """How long a task was dreaded."""
    kind, _, id = win.of.partition(":")
    entry = practice.entry(id) if kind == "entries" else None
    if not isinstance(entry, Entry) or not entry.created:
        return ""
    days = (date.fromisoformat(win.at[:10]) - date.fromisoformat(entry.created[:10])).days
    return f"dreaded for {in_words(days)} {'day' if days == 1 else 'days'}, done today" if days > 0 else "done today"


class Star(NamedTuple):
    """A star of the sky: its cell, how it looks, and in which picture it comes."""

    x: int
    y: int
    kind: int
    spec: str
    frame: int


KINDS = ((0, "gold"), (0, "gold"), (0, "gold"), (1, "gold"), (1, "accent"), (1, "faint"), (2, "gold"), (2, "accent"),
         (2, "faint"), (0, "accent"), (0, "faint"), (3, "accent"), (3, "faint"), (3, "accent"))  # fmt: skip
"""Full star, empty star, spark, dot; and the color of each."""


def sky(width: int, height: int, seed: str) -> list[Star]:
    """Stars around the middle, the outermost first; the same for the same win."""
    luck = Random(seed)
    found: dict[tuple[int, int], Star] = {}
    for _ in range(max(12, width * height // 28)):
        x, y = luck.randrange(1, max(2, width - 1)), luck.randrange(1, max(2, height - 3))
        out = max(abs(2 * x / width - 1), abs(2 * y / max(1, height - 2) - 1))
        kind, spec = KINDS[luck.randrange(len(KINDS))]
        if out > 0.62 and (x - 1, y) not in found and (x + 1, y) not in found:
            found[x, y] = Star(x, y, kind, spec, min(FRAMES - 1, int((1 - out) / 0.38 * FRAMES)))
    return list(found.values())


class Sky(Drawn):
    """The whole screen: the stars that have come, and the words in the middle."""

    def __init__(self, ink: Ink, said: Told, seed: str, **options: Any) -> None:
        super().__init__(ink, **options)
        self.said, self.seed = said, seed
        self.frame = FRAMES

    def rows(self, width: int, height: int) -> list[Strip]:
        """Every row; a star gives way to a word."""
        words = self._words(width, height)
        stars: dict[int, list[Star]] = {}
        for star in sky(width, height, self.seed):
            if star.frame < self.frame and star.y not in words:
                stars.setdefault(star.y, []).append(star)
        rows = []
        for y in range(height):
            rows.append(self._centered(width, words[y]) if y in words else self._stars(width, stars.get(y, [])))
        return rows

    def _stars(self, width: int, found: list[Star]) -> Strip:
        signs = self.ink.signs
        looks = (signs.star, signs.star_empty, signs.stickers[5], signs.task)
        parts: list[Part] = []
        x = 0
        for star in sorted(found):
            parts += [(" " * (star.x - x), "faint"), (looks[star.kind], star.spec)]
            x = star.x + 1
        return self.ink.row(width, parts)

    def _centered(self, width: int, parts: list[Part]) -> Strip:
        size = sum(cell_len(text) for text, _ in parts)
        return self.ink.row(width, [(" " * max(0, (width - size) // 2), "faint"), *parts])

    def _words(self, width: int, height: int) -> dict[int, list[Part]]:
        """What stands in the middle, by row; the ways on stand at the foot."""
        said, room = self.said, max(20, min(70, width - 8))
        lines: list[list[Part]] = [[(self.ink.signs.star, "gold")], [], [], [(said.title, "foreground b")], []]
        lines += [[(line, "accent i")] for line in wrap(said.win, room, most=2)]
        lines += [[(said.fact, "muted")]] if said.fact else []
        lines += [[], [], [(said.stars, "foreground")]]
        lines += [[(line, "muted")] for line in wrap(said.next, room, most=2)] if said.next else []
        if len(lines) > height - 3:
            lines = [line for line in lines if line]
        top = max(0, (height - 2 - len(lines)) // 2)
        found = {top + at: line for at, line in enumerate(lines) if line}
        keys: list[Part] = []
        x = 0
        for id, word in WAYS:
            name = key_of(COMMANDS[id], self.ink) if id else self.ink.signs.enter
            keys += [(name, "accent b"), (f" {word}", "muted"), ("     ", "faint")]
            self.targets.append((height - 2, x, x + len(name) + 1 + len(word), id))
            x += len(name) + len(word) + 6
        begin = max(0, (width - x + 5) // 2)
        self.targets = [(y, a + begin, b + begin, id) for y, a, b, id in self.targets]
        found[height - 2] = keys[:-1]
        return found


class Celebration(Overlay):
    """The overlay. Enter, a click, any key carries on; those of a note and of a sticker go on with the win."""

    CSS_PATH = WINS

    def __init__(self, desk: Desk, win: Win, still: bool = False) -> None:
        super().__init__()
        office: Office = desk.office
        self._office, self._ink = office, desk.ink
        self._desk, self._win, self._still = desk, win, still
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        """One drawing."""
        yield Sky(self._ink, told(self._office.practice, self._win), self._win.id, id="sky")

    def on_mount(self) -> None:
        """The stars come, unless they are to stand still."""
        self._sky = self.query_one(Sky)
        if not self._still:
            self._sky.frame = 0
            self._timer = self.set_interval(1 / A_SECOND, self._come)

    def _come(self) -> None:
        self._sky.frame += 1
        self._sky.redraw()
        if self._sky.frame >= FRAMES and self._timer is not None:
            self._timer.stop()

    def draft(self) -> dict[str, str]:
        """Nothing is typed here."""
        return {}

    def on_key(self, event: events.Key) -> None:
        """Any key."""
        event.stop()
        keys = {self._ink.keymap.key(COMMANDS[id]): id for id, _ in WAYS if id}
        self._on(keys.get(event.key, ""))

    def on_drawn_pressed(self, event: Drawn.Pressed) -> None:
        """One of the ways on was clicked."""
        event.stop()
        self._on(event.command)

    def on_click(self, event: events.Click) -> None:
        """A click anywhere carries on."""
        event.stop()
        self._on("")

    def _on(self, id: str) -> None:
        """Carry on, or on to what the key of a command says."""
        if self.app.screen is not self:
            return
        from screens.wins.doing import stick, write_about

        self.dismiss()
        ways: dict[str, Callable[[Any, Win], None]] = {"win.note": write_about, "win.sticker": stick}
        if id in ways:
            self._desk.call_later(ways[id], self._desk, self._win)
