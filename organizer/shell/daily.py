"""The day's backup, and the schedule of a sealed vault, after an errand of the shell: by a process of its own, once the
answer is out.

Imported only on an errand that changed something, on a day that has no backup yet or where an agent goes by a schedule.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import Any

_due: list[tuple[str, Any, str]] = []
_rings: list[tuple[str, Any]] = []


def remember(home: str, key: Any, now: str) -> None:
    """Make the day's backup of the vault in `home`, which `key` opens, when this program ends."""
    _due.append((home, key, now))


def ring(home: str, key: Any) -> None:
    """Write the schedule of the sealed vault in `home`, which `key` opens, when this program ends."""
    _rings.append((home, key))


def leave() -> None:
    """Let a process of its own do what was remembered; this one may end. Where there is no fork the app does it."""
    if not (_due or _rings) or not hasattr(os, "fork"):
        return
    sys.stdout = sys.stderr = None
    with suppress(OSError):
        if os.fork():
            return
        try:
            _let_go()
            for home, key in _rings:
                _schedule(home, key)
            from data import backup
            from data.codec import Plain

            for home, key, now in _due:
                backup.begin_day(home, Plain() if key is None else key.codec(), now)
        except Exception:
            pass  # there is nobody to tell; the app tells when it is opened
        finally:
            os._exit(0)


def _schedule(home: str, key: Any) -> None:
    from data.vault import Vault
    from organizer.agent.box import Box
    from organizer.clock import from_environment
    from organizer.practice import Practice
    from organizer.reminding.making import schedule

    box, clock = Box(home), from_environment()
    sign = box.vault_sign()
    vault = Vault.open(home, key, background=False, compact_after=1 << 62, archive_after=1 << 62)
    practice = Practice(vault.table, vault.has, vault)
    box.keep(schedule(practice, clock.now(), clock.zone(), vault.id.encode(), sealed=True, of=sign))
    vault.close()


def _let_go() -> None:
    """Nobody waits for this process: not the shell, not who reads the output, not who unmounts a disk."""
    os.setsid()
    nowhere = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1, 2):
        os.dup2(nowhere, number)
    os.chdir("/")
    os.nice(10)
