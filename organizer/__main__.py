"""`organizer` and `python -m organizer`: picks the full screen or a verb, and imports no more than that needs."""

from __future__ import annotations

import gc
import os
import sys
from typing import Any


def main() -> None:
    """Do what the command line says, then leave at once: everything is synced by then, nothing is left to tidy."""
    gc.disable()
    try:
        code = run(sys.argv[1:])
    except KeyboardInterrupt:
        code = 130  # before the words were even read
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            try:
                stream.flush()
            except OSError:
                pass
    if code == AGAIN:
        _begin_again()
    if "organizer.shell.daily" in sys.modules:
        sys.modules["organizer.shell.daily"].leave()
    os._exit(code)


AGAIN = 75
"""`organizer.keeper.AGAIN`, whose import no verb should wait for."""


def _begin_again() -> None:
    """Put a fresh process in the place of this one: the same command, and nothing of what was in memory."""
    words = [sys.executable, *sys.orig_argv[1:]]
    if sys.platform == "win32":
        import subprocess  # there the shell would not wait for what takes our place

        os._exit(subprocess.call(words))
    os.execv(sys.executable, words)


MADE_UP = ("demo", "tour")
"""What opens the made-up practice."""


def run(words: list[str]) -> int:
    """Do what the words after `organizer` say; gives the exit code (organizer/errors.py, docs/cli.md)."""
    if words == ["remind"]:
        from organizer.agent.alone import run as look

        return look()
    place = _place(words)
    if not place:
        from organizer.cli import run as run_verb

        return run_verb(words)
    from organizer.shell.ending import guarded
    from organizer.shell.terminal import Terminal

    terminal = Terminal()
    return guarded(terminal, (lambda: demo(place)) if place in MADE_UP else lambda: full_screen(place))


def _place(words: list[str]) -> str:
    """Where the full screen is to open, one of `MADE_UP`; "" when something else is meant."""
    if not words:
        return "today"
    from organizer.shell.verbs import PLACES

    return words[0] if words[0] in (*PLACES, *MADE_UP) and len(words) == 1 else ""


def check_screen() -> None:
    """Raises `WrongUse` where no full screen can be drawn."""
    from organizer.errors import WrongUse

    if sys.stdin is None or sys.stdout is None or not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise WrongUse("The full screen needs a terminal to read from and draw on. organizer --help shows the verbs.")
    if os.environ.get("TERM") == "dumb":
        raise WrongUse("This terminal (TERM=dumb) cannot draw the full screen. The verbs work here: organizer today.")


def full_screen(place: str) -> int:
    """The person's own practice, opened at a place; gives the exit code when it is left."""
    from organizer import paths

    check_screen()
    _leave_in_order()
    return _show(paths.home(), place)


def demo(place: str = "demo") -> int:
    """The full screen with a made-up practice, for "tour" with one, in a home that is removed however this ends."""
    import shutil
    import tempfile

    check_screen()
    _leave_in_order()
    home = tempfile.mkdtemp(prefix="organizer-demo-")
    try:
        return _show(home, "today+tour" if place == "tour" else "today", made_up=True)
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _leave_in_order() -> None:
    """When asked to end (SIGTERM, or the terminal is gone), give the terminal back first."""
    import signal

    def leave(number: int, frame: object) -> None:
        raise SystemExit(128 + number)

    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), leave)


def _show(home: str, place: str, made_up: bool = False) -> int:
    from organizer import clock, handing
    from organizer.shell.keeper import HomeKeeper

    os.environ.setdefault("TEXTUAL_FPS", "240")  # read when textual is imported: a key is answered within 4 ms
    now = clock.from_environment()
    keeper = HomeKeeper(home, now)
    code = 1
    try:
        office = _unlocked(keeper, home)
        if made_up and office:
            from data.starter.demo import demo_records

            office.run("practice.fill", records=demo_records(now.now()))
        from screens.app import run as run_app

        def shelf(office: Any) -> object:
            from data.starter.library import library
            from data.starter.scripts import scripts

            return library(home, office.practice.areas)._replace(scripts=scripts())

        bell = _bell() if made_up else None
        from organizer.machine import read

        log = os.path.join(home, "trouble.log")
        code = run_app(office, place, log, shelf, None if made_up else keeper, now, bell, read(home))
        if code == AGAIN:
            os.environ[handing.GONE] = "1"
        return code
    finally:
        keeper.close()
        if code != AGAIN:
            handing.give_back()


def _bell() -> Any:
    """What rings for a practice that is kept nowhere."""
    from organizer.reminding.bell import Bell
    from organizer.reminding.shared import Alone

    return Bell(Alone())


_AWAY = "The vault's folder is gone or out of reach. Check that its disk is connected, then open Organizer again."


def _unlocked(keeper: Any, home: str) -> Any:
    """The office, when it needs no passphrase or a file names it; None when the lock is to be shown."""
    from organizer import handing

    locked = handing.locked()
    if not keeper.sealed:
        if locked and not os.path.isdir(os.path.join(home, "vault")):
            from organizer.errors import DiskTrouble

            raise DiskTrouble(_AWAY)  # what was locked is not begun anew
        return keeper.open()
    from organizer.shell import asking

    if locked or not os.environ.get(asking.FILE):
        return None
    from organizer.shell.terminal import Terminal

    return keeper.open(asking.given(Terminal(), home))


if __name__ == "__main__":
    main()
