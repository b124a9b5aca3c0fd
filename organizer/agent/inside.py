"""The process that opens the vault for the agent and ends: `python -m organizer.agent.inside schedule HOME`, or
`words HOME KEY...` for what is due. It does so only where the vault is not sealed, and changes nothing in it."""

from __future__ import annotations

import sys
from typing import Any

from organizer.agent.box import Box
from organizer.clock import Clock, from_environment
from organizer.practice import Practice


def main(words: list[str]) -> int:
    """0 done, 5 sealed, 1 else."""
    what, home, *keys = words
    from organizer.errors import OrganizerError

    try:
        return renew(home, from_environment()) if what == "schedule" else tell(home, keys, from_environment())
    except OrganizerError as error:
        return error.exit_code


def _open(home: str) -> Any:
    from data.vault import Vault

    return Vault.open(home, background=False, compact_after=1 << 62, archive_after=1 << 62)


def renew(home: str, clock: Clock) -> int:
    """Make the schedule anew; of a sealed vault keep the one there is."""
    import os

    from data.cards import is_sealed
    from organizer.reminding.making import schedule

    box = Box(home)
    sign = box.vault_sign()
    if not os.path.isdir(os.path.join(box.home, "vault")):
        return 0
    if is_sealed(home):
        box.keep(box.schedule()._replace(sealed=True, of=sign))
        return 5
    vault = _open(home)
    try:
        made = schedule(Practice(vault.table, vault.has, vault), clock.now(), clock.zone(), vault.id.encode(), of=sign)
    finally:
        vault.close()
    box.keep(made)
    return 0


def tell(home: str, keys: list[str], clock: Clock) -> int:
    """Print the words for what is due, at the level that is set."""
    from data.cards import is_sealed
    from organizer.reminding.making import manners_of, rings_by_key
    from organizer.reminding.saying import of_rings

    if is_sealed(home):
        return 5
    vault = _open(home)
    try:
        practice = Practice(vault.table, vault.has, vault)
        found = rings_by_key(practice, clock.now(), clock.zone(), vault.id.encode())
        rings = [found[key] for key in keys if key in found]
        level = manners_of(practice, clock.now()).level
    finally:
        vault.close()
    if not rings:
        return 1
    sys.stdout.buffer.write(of_rings(rings, level, len(keys)).encode())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
