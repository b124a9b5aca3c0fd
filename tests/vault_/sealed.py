"""Sealed vaults for tests: the same as real ones, but their slots are quick to open."""

from __future__ import annotations

from pathlib import Path

from data import sealing
from data.keys import Key
from data.slots import Slot
from data.vault import Vault

QUICK: Slot = {"kdf": "argon2id", "m": 64, "t": 1, "p": 1}
PASSPHRASE = "nine blue herons"


def seal(home: Path, passphrase: str = PASSPHRASE) -> tuple[Key, str]:
    """Seal the vault in `home`, which is made if there is none; its key and its recovery code."""
    if not (home / "vault").exists():
        Vault.open(home).close()
    return sealing.seal(home, passphrase, QUICK)
