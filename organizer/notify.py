"""One notification out, by whichever way this machine has. Never raises, never hangs, never writes onto the screen.

The ways to the desktop are tried in a process of their own, which is ended when it takes too long: plyer first, then
what it lacks (`organizer.notifying.helper`). Where there is no desktop the terminal is asked, and last its bell.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from typing import NamedTuple

LIMIT = 1.9
"""Seconds that a notification may take, whatever happens."""
SECONDS = 8
"""For how long a popup stands, where that can be said."""


class Sent(NamedTuple):
    """Which way worked, "" for none; and what was tried before it and why that did not: (way, reason)."""

    way: str = ""
    tried: tuple[tuple[str, str], ...] = ()

    @property
    def worked(self) -> bool:
        """Whether somebody could see it."""
        return bool(self.way)


def send(title: str, body: str, write: Callable[[str], object] | None = None, bell: bool = True) -> Sent:
    """Tell something; `write` puts raw text onto the terminal that the person looks at, where there is one. Its `bell`
    is the last way, and the only one with a sound."""
    from organizer.notifying.clean import clean_body, clean_title

    title, body = clean_title(title), clean_body(body)
    sent = desktop(title, body)
    if sent.worked or write is None:
        return sent
    from organizer.notifying import terminal

    try:
        way = terminal.tell(title, body, write, os.environ, bell)
    except Exception as error:  # a terminal that is gone must not take us with it
        return Sent("", (*sent.tried, ("terminal", type(error).__name__)))
    return Sent(way, sent.tried if way else (*sent.tried, ("terminal", "it shows none, and its bell is not to sound")))


def desktop(title: str, body: str) -> Sent:
    """Only the ways to the desktop; the texts are clean already."""
    why = no_desktop(os.environ)
    if why:
        return Sent("", (("desktop", why),))
    try:
        return _in_a_process(title, body)
    except Exception as error:
        return Sent("", (("desktop", type(error).__name__),))


def no_desktop(environ: Mapping[str, str]) -> str:
    """Why there is no desktop to tell anything on, or ""."""
    shown = environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY")
    if (environ.get("SSH_CONNECTION") or environ.get("SSH_TTY")) and not shown:
        return "over SSH it is not where you are"
    if sys.platform.startswith("linux") and not bus_address(environ):
        return "there is no session bus"
    return ""


def bus_address(environ: Mapping[str, str]) -> str:
    """Where the session bus is: as it is said, or where it usually is; "" for nowhere."""
    said = environ.get("DBUS_SESSION_BUS_ADDRESS", "")
    if said:
        return said
    usual = f"{environ.get('XDG_RUNTIME_DIR') or f'/run/user/{os.getuid()}'}/bus"
    return f"unix:path={usual}" if os.path.exists(usual) else ""


def _in_a_process(title: str, body: str) -> Sent:
    import json
    import subprocess

    process = subprocess.Popen(
        [sys.executable, "-m", "organizer.notifying.helper"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_environment(),
        start_new_session=True,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    note = json.dumps({"title": title, "body": body, "seconds": SECONDS, "limit": LIMIT}).encode()
    try:
        out, _ = process.communicate(note, LIMIT)
    except subprocess.TimeoutExpired:
        if sys.platform == "win32":  # there it stays for as long as its balloon stands
            return Sent("plyer (Windows)")
        _end(process.pid)
        process.communicate()
        return Sent("", (("desktop", "no answer"),))
    found = json.loads(out or b"{}")
    way, tried = str(found.get("way", "")), tuple((str(way), str(why)) for way, why in found.get("tried", ()))
    return Sent(way, tried if way or tried else (("desktop", "nothing worked"),))


def _environment() -> dict[str, str]:
    """What the helper is to have: the address of the bus, also where cron has left it out, and where we are."""
    environ = dict(os.environ)
    if sys.platform.startswith("linux"):
        environ["DBUS_SESSION_BUS_ADDRESS"] = bus_address(os.environ)
    room = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    environ["PYTHONPATH"] = os.pathsep.join(part for part in (room, environ.get("PYTHONPATH", "")) if part)
    return environ


def _end(pid: int) -> None:
    """End a process and all that it began."""
    import signal

    try:
        os.killpg(pid, getattr(signal, "SIGKILL", signal.SIGTERM))
    except OSError:
        pass
