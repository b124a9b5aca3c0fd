"""The terminal, handed from the process that locks to the one that takes its place, without a moment in between.

While that one starts, the screen stays cleared, and what is typed is not shown. The terminal's own ways, to be given
back at the very end, go along in the environment.
"""

from __future__ import annotations

import os
from typing import Any

NAME = "ORGANIZER_TERMINAL"
GONE = "ORGANIZER_LOCKED"
"""Set for the process that takes the place of one that locked: it asks for the passphrase, whatever a file says."""


def hand_over(ways: list[Any]) -> None:
    """Keep the ways of the terminal (`termios.tcgetattr`) for the process to come."""
    *numbers, signs = ways
    shown = [sign[0] if isinstance(sign, bytes) else sign for sign in signs]
    os.environ[NAME] = " ".join(str(number) for number in (*numbers, *shown))


def take_over() -> list[Any] | None:
    """The ways that were handed over, once; None when none were."""
    try:
        numbers = [int(number) for number in os.environ.pop(NAME, "").split()]
        return [*numbers[:6], [bytes([sign]) for sign in numbers[6:]]] if len(numbers) > 6 else None
    except ValueError:
        return None  # it is not from us


def give_back() -> None:
    """Where nothing was drawn after all: leave the terminal as it was found before."""
    ways = take_over()
    if ways is None:
        return
    import termios

    try:
        termios.tcsetattr(0, termios.TCSANOW, ways)
        # What the full screen switches on: a screen of its own, the mouse, the focus, pasting; and the cursor it hides.
        os.write(
            1, b"\x1b[?1049l\x1b[?25h\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1006l\x1b[?1015l\x1b[?1004l\x1b[?2004l"
        )
    except (OSError, termios.error):
        pass


def locked() -> bool:
    """Whether the process before this one locked; asked once."""
    return bool(os.environ.pop(GONE, ""))
