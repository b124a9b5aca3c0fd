"""Put the agent where the system begins it, see that it is there, and take it away without a trace."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import NamedTuple

from organizer import wholefile
from organizer.agent.box import Box
from organizer.agent.units import MARK, UNITS, Place, Unit
from organizer.errors import DiskTrouble, WrongUse

_LIMIT = 20.0
"""Seconds that a program of the system may take."""
NOTHING = (
    "Nothing here begins programs by itself: no systemd of your own, no desktop, no cron. `organizer remind --watch` "
    "does the same for as long as it runs."
)


class Standing(NamedTuple):
    """How the agent stands: by which way it is there, "" for not at all, and what of it is not as it should be."""

    way: str = ""
    wrong: tuple[str, ...] = ()
    files: tuple[str, ...] = ()


def here() -> Place:
    """Where everything is on this machine."""
    user = os.path.expanduser("~")
    config = os.environ.get("XDG_CONFIG_HOME") or os.path.join(user, ".config")
    given = os.environ.get("ORGANIZER_HOME")
    uid = os.getuid() if hasattr(os, "getuid") else 0
    return Place(sys.executable, user, config, uid, os.path.abspath(os.path.expanduser(given)) if given else "")


def fitting() -> str:
    """The way that fits this machine. Raises `WrongUse` when none does."""
    if sys.platform == "darwin":
        return "launchd"
    if sys.platform == "win32":
        return "schtasks"
    if shutil.which("systemctl") and _ran(("systemctl", "--user", "show-environment")):
        return "systemd"
    if any(os.environ.get(name) for name in ("XDG_CURRENT_DESKTOP", "DISPLAY", "WAYLAND_DISPLAY")):
        return "autostart"
    if shutil.which("crontab"):
        return "cron"
    raise WrongUse(NOTHING)


def install(box: Box, way: str = "") -> Unit:
    """Put it there; again where it is there already. Raises `WrongUse`, `DiskTrouble`."""
    way = way or fitting()
    if way not in UNITS:
        raise WrongUse(f"There is no way {way!r}. The ways are: {', '.join(UNITS)}.")
    before = box.noted().get("way", "")
    if before and before != way:
        uninstall(box)
    unit = UNITS[way](here())
    try:
        box.want()
        for path, data in unit.files:
            if _read(path) != data:
                os.makedirs(os.path.dirname(path), exist_ok=True)
                wholefile.put(path, data, mode=0o666)
        box.note({"way": way, "files": [path for path, _ in unit.files]})
    except OSError as error:
        raise DiskTrouble(f"The files could not be written ({error.strerror}). Nothing else was changed.") from None
    if unit.line and not _crontab(unit.line):
        raise DiskTrouble("The crontab did not take our line. Is cron installed?")
    wrong = [command for command in unit.known if not _ran(command) and command[1] != "bootout"]
    if wrong:
        raise DiskTrouble(f"The files are there, but `{' '.join(wrong[0])}` did not do its work.")
    if unit.begin:
        _begin(unit.begin)
    return unit


def uninstall(box: Box) -> str:
    """Take it away, and everything it had; gives the way it was there by, "" when it was not."""
    note = box.noted()
    way = str(note.get("way", ""))
    unit = UNITS[way](here()) if way in UNITS else Unit("")
    for command in unit.gone:
        _ran(command)
    for path in {*(path for path, _ in unit.files), *map(str, note.get("files", ()))}:
        _remove(path)
    if unit.line:
        _crontab("")
    for command in unit.forgotten:
        _ran(command)
    box.send_away()
    shutil.rmtree(box.folder, ignore_errors=True)
    return way


def standing(box: Box) -> Standing:
    """How it stands."""
    note = box.noted()
    way = str(note.get("way", ""))
    if way not in UNITS:
        return Standing()
    unit = UNITS[way](here())
    wrong = [f"{path} is not as it was written." for path, data in unit.files if _read(path) != data]
    if unit.line and unit.line not in _lines():
        wrong.append("The line in the crontab is not as it was written.")
    return Standing(way, tuple(wrong), tuple(path for path, _ in unit.files))


def _read(path: str) -> bytes:
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError:
        return b""


def _remove(path: str) -> None:
    try:
        os.unlink(path)
    except OSError:
        pass


def _ran(command: tuple[str, ...], text: str | None = None) -> bool:
    """Run a program of the system; whether it did its work."""
    try:
        done = subprocess.run(command, input=text, capture_output=True, text=True, timeout=_LIMIT, check=False)
    except (OSError, subprocess.SubprocessError):
        return False
    return done.returncode == 0


def _lines() -> list[str]:
    """The crontab."""
    try:
        done = subprocess.run(("crontab", "-l"), capture_output=True, text=True, timeout=_LIMIT, check=False)
    except (OSError, subprocess.SubprocessError):
        return []
    return done.stdout.splitlines() if done.returncode == 0 else []


def _crontab(line: str) -> bool:
    """Let our line be this one, "" for none; all others stay."""
    before = _lines()
    after = [one for one in before if not one.endswith(MARK)] + ([line] if line else [])
    if after == before:
        return True
    if not after:
        return _ran(("crontab", "-r"))
    return _ran(("crontab", "-"), "".join(f"{one}\n" for one in after))


def _begin(command: tuple[str, ...]) -> None:
    """Leave a program running by itself."""
    try:
        subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        pass
