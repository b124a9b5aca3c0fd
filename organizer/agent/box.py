"""What the agent, the app and every other terminal share: the schedule, and what was told. No word of anybody's.

`reminders/` of the home is the agent's and goes with it; `state/reminders.json` is what was told, and stays.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from typing import Any, TypeVar

from organizer.reminding import schedule as schedules
from organizer.reminding import telling
from organizer.reminding.schedule import Schedule
from organizer.reminding.telling import State

T = TypeVar("T")

FOLDER_MODE, FILE_MODE = 0o700, 0o600


class Box:
    """The files of a home."""

    def __init__(self, home: str) -> None:
        self.home = os.path.abspath(home)
        self.folder = os.path.join(self.home, "reminders")
        self._schedule = os.path.join(self.folder, "schedule.json")
        self._agent = os.path.join(self.folder, "agent.json")
        self._stays = os.path.join(self.folder, "stays.json")
        self._looked = os.path.join(self.folder, "looked")
        self._state = os.path.join(self.home, "state", "reminders.json")

    # -- the schedule

    @property
    def wanted(self) -> bool:
        """Whether an agent is at work here, so that somebody has to keep the schedule."""
        return os.path.isdir(self.folder)

    def want(self) -> None:
        """From now on one is. Raises `OSError`."""
        os.makedirs(self.folder, FOLDER_MODE, exist_ok=True)

    def schedule(self) -> Schedule:
        """The schedule; an empty one when there is none, or it makes no sense."""
        return schedules.from_doc(_read(self._schedule))

    def keep(self, schedule: Schedule) -> bool:
        """Put a schedule there, where an agent is at work; whether it could be."""
        if not self.wanted:
            return False
        try:
            _write(self._schedule, schedule.doc())
        except OSError:
            return False
        return True

    def vault_sign(self) -> str:
        """What changes whenever the vault does; "" when there is none. Costs a look at a few names."""
        latest = size = count = 0
        try:
            with os.scandir(os.path.join(self.home, "vault")) as found:
                for file in found:
                    if file.name.startswith(("log-", "base-", "vault.")) and not file.name.endswith(".tmp"):
                        about = file.stat()
                        latest = max(latest, about.st_mtime_ns)
                        size += about.st_size
                        count += 1
        except OSError:
            return ""
        return f"{count}.{size}.{latest}"

    # -- how the agent was put there

    def note(self, doc: dict[str, Any]) -> None:
        """Note it. Raises `OSError`."""
        _write(self._agent, doc)

    def noted(self) -> dict[str, Any]:
        """What was noted; nothing when it is not there, or makes no sense."""
        found = _read(self._agent)
        return found if isinstance(found, dict) else {}

    # -- what was told

    def state(self) -> State:
        """What was told; nothing where it cannot be read: better twice than never."""
        return telling.state_of(_read(self._state))

    def turn(self, act: Callable[[State], tuple[State, T]], patience: float = 0.0) -> T | None:
        """Read what was told and write what it becomes, while nobody else does; None when another has it too long, or
        the disk does not let us."""
        from data.lock import Lock
        from organizer.errors import OrganizerError

        lock = Lock(os.path.join(self.home, "state", "reminders.lock"))
        try:
            os.makedirs(os.path.join(self.home, "state"), FOLDER_MODE, exist_ok=True)
            lock.take(patience=patience)
            before = self.state()
            after, found = act(before)
            if after != before:
                _write(self._state, after.doc(), sync=True)
            return found
        except (OSError, OrganizerError):
            return None
        finally:
            lock.close()

    # -- signs of life

    def looked(self) -> None:
        """Somebody was here just now."""
        try:
            os.utime(self._looked)
        except FileNotFoundError:
            try:
                os.close(os.open(self._looked, os.O_WRONLY | os.O_CREAT, FILE_MODE))
            except OSError:
                pass
        except OSError:
            pass

    def last_look(self) -> float:
        """When somebody was, in seconds of the world; 0 for never."""
        try:
            return os.stat(self._looked).st_mtime
        except OSError:
            return 0.0

    def watching(self) -> Any:
        """The lock that the one agent that stays holds; None when another one has it. Raises `DiskTrouble`."""
        from data.lock import Lock

        lock = Lock(os.path.join(self.folder, "watching.lock"))
        if lock.try_take():
            return lock
        lock.close()
        return None

    def stays(self) -> None:
        """Note who it is that stays, for whoever sends it away."""
        try:
            _write(self._stays, [os.getpid(), machine()])
        except OSError:
            pass

    def send_away(self) -> bool:
        """End the agent that stays, where it is one of this machine; whether there was one."""
        import signal

        found = _read(self._stays)
        if not (isinstance(found, list) and len(found) == 2 and found[1] == machine() and isinstance(found[0], int)):
            return False
        lock = self.watching()
        if lock is not None:  # nobody stays any more
            lock.close()
            return False
        try:
            os.kill(found[0], signal.SIGTERM)
        except OSError:
            return False
        return True


def machine() -> str:
    """The name of this machine."""
    import platform

    return platform.node()


def _write(path: str, doc: Any, sync: bool = False) -> None:
    from organizer import wholefile  # not read by a look that finds nothing to do

    wholefile.put(path, json.dumps(doc, separators=(",", ":")), sync)


def _read(path: str) -> Any:
    try:
        with open(path, encoding="utf-8") as file:
            return json.load(file)
    except (OSError, ValueError):
        return None
