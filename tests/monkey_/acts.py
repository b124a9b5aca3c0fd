"""What a monkey does: one act after another, each from the chance of its seed alone."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import NamedTuple

from organizer.commands import COMMANDS
from tests.looks_.pages import HARD


class Act(NamedTuple):
    """One act: `keys`, `text` typed, `paste`, `click`, `wheel`, `drag`, `size`, or what the world around does:
    `elsewhere`, `time`, `disk`, `storm` (sizes on sizes), `stop` (put aside and taken up again), `kill`."""

    kind: str
    keys: tuple[str, ...] = ()
    text: str = ""
    x: float = 0.0
    y: float = 0.0
    down: bool = True
    width: int = 0
    height: int = 0
    number: int = 0


BOUND = sorted({command.key for command in COMMANDS.values() if command.key and command.id != "quit"})
TITLES = sorted(command.title for command in COMMANDS.values() if command.id not in ("quit", "office.lock"))
PLACES = (*"12345678", "comma")
MOVES = ("up", "down", "left", "right", "tab", "shift+tab", "pageup", "pagedown", "home", "end")
STEPS = ("enter", "enter", "enter", "escape", "escape", "space", "tab", "delete", "backspace", "ctrl+u", "ctrl+a")
LETTERS = tuple("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-*<>!?[].,:/é%~#@'\"")
WORDS = (
    *("call Heron 7 friday #accounting ~20m", "in 3 days", "friday", "tomorrow 14:00", "2026-06-15", "monday - friday"),
    *(
        "training",
        "none",
        "2",
        "9:00",
        "25:99",
        "every other tuesday",
        "8-17",
        "0",
        "-1",
        "99999999999999999999",
        "yes",
    ),
    *("2026-02-30", "9999-12-31", "0001-01-01", "12/31", "~", "/", "$HOME/x.json", "~/there.csv", "/dev/null", "a b c"),
    *("who:Heron is:waiting due:<=7d", "area:", "due:<=", "\u202eright to left", "é" * 90, "👩‍⚕️" * 30, "{0} %s {x!r}"),
    *(
        "[bold]x[/bold]",
        "[/]",
        "\\[",
        "= 1+1",
        "=HYPERLINK(1)",
        "a\u200bb",
        "\x9b31m",
        "\x1b]0;x\x07",
        "nine blue herons",
    ),
    *HARD,
)
PASTES = (
    *("one line\nanother\r\nand a third\n\n\nthe fourth", "tab\there\nand\x00there\x07", "\n" * 40, "👍🏽" * 3),
    *(
        "- [ ] call the payer\n- [x] pay the rent",
        "a,b;c\td\n" * 60,
        "no space " * 900,
        "x" * 9000,
        "a\x1b[200~b",
        "\r\r\r",
    ),
)
"""What else is pasted: many lines, long ones, signs that are none."""
SIZES = ((80, 24), (120, 36), (160, 45), (60, 18), (300, 80), (20, 5), (99, 29), (100, 30), (1, 1), (2, 40), (200, 2))


def random_size(chance: random.Random) -> tuple[int, int]:
    """A terminal from 1x1 to 300x80, usual ones more often."""
    return chance.choice(SIZES) if chance.random() < 0.7 else (chance.randint(1, 300), chance.randint(1, 80))


def keys_at(chance: random.Random, places: tuple[str, ...] = PLACES) -> tuple[str, ...]:
    """A key or a few: what is bound, where to go, how to move, what is typed."""
    pool = chance.choices((BOUND, places, MOVES, STEPS, LETTERS), (40, 8, 25, 22, 5))[0]
    return (chance.choice(pool),)


def acts(seed: int, world: tuple[str, ...] = (), places: tuple[str, ...] = PLACES) -> Iterator[Act]:
    """The acts of a seed, without end; `world` is what may happen around, of the last kinds of `Act`."""
    chance = random.Random(seed)
    kinds = ("keys", "rush", "text", "answer", "palette", "paste", "click", "wheel", "drag", "size", *world)
    weights = (46, 6, 5, 7, 6, 4, 18, 3, 1, 3, *(2 for _ in world))
    while True:
        kind = chance.choices(kinds, weights)[0]
        x, y = chance.random(), chance.random()
        if kind == "keys":
            yield Act("keys", keys_at(chance, places))
        elif kind == "rush":
            yield Act("rush", tuple(key for _ in range(4) for key in keys_at(chance, places)))
        elif kind == "text":
            yield Act("text", text=chance.choice(WORDS))
        elif kind == "answer":  # a question is opened, answered, and gone on from
            yield Act("keys", keys_at(chance, places))
            yield Act("text", text=chance.choice(WORDS))
            yield Act("keys", ("enter",))
        elif kind == "palette":
            yield Act("keys", ("ctrl+p",))
            yield Act("text", text=chance.choice(TITLES))
            yield Act("keys", ("enter",))
        elif kind == "paste":
            yield Act("paste", text=chance.choice(chance.choice((WORDS, PASTES))))
        elif kind == "size":
            width, height = random_size(chance)
            yield Act("size", width=width, height=height)
        else:
            yield Act(kind, x=x, y=y, down=chance.random() < 0.5, number=chance.randrange(1 << 30))
